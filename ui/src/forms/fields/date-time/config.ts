import type { FieldConfig } from '../field-types.ts';
import { DateTimeField } from './Field.tsx';

export const dateTimeField: FieldConfig = { kinds: ['dateTime'], frame: 'label', Field: DateTimeField };
