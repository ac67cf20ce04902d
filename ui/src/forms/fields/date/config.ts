import type { FieldConfig } from '../field-types.ts';
import { DateField } from './Field.tsx';

export const dateField: FieldConfig = { kinds: ['date'], frame: 'label', Field: DateField };
