import type { FieldConfig } from '../field-types.ts';
import { GroupField } from './Field.tsx';

export const groupField: FieldConfig = { kinds: ['group'], frame: 'own', Field: GroupField };
