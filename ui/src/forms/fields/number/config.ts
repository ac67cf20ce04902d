import type { FieldConfig } from '../field-types.ts';
import { NumberField } from './Field.tsx';

export const numberField: FieldConfig = { kinds: ['number', 'integer', 'money'], frame: 'label', Field: NumberField };
