import type { FieldConfig } from '../field-types.ts';
import { TimeField } from './Field.tsx';

export const timeField: FieldConfig = { kinds: ['time'], frame: 'label', Field: TimeField };
