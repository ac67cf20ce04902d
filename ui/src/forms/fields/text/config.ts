import type { FieldConfig } from '../field-types.ts';
import { TextField } from './Field.tsx';

export const textField: FieldConfig = { kinds: ['text'], frame: 'label', Field: TextField };
