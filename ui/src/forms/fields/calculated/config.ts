import type { FieldConfig } from '../field-types.ts';
import { CalculatedField } from './Field.tsx';

export const calculatedField: FieldConfig = { kinds: [], frame: 'label', Field: CalculatedField };
