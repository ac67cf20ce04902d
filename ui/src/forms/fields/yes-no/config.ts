import type { FieldConfig } from '../field-types.ts';
import { YesNoField } from './Field.tsx';

export const yesNoField: FieldConfig = { kinds: ['boolean'], frame: 'legend', Field: YesNoField };
