import type { FieldConfig } from '../field-types.ts';
import { RepeatedGroupField } from './Field.tsx';

export const repeatedGroupField: FieldConfig = { kinds: ['repeatedGroup'], frame: 'own', Field: RepeatedGroupField };
