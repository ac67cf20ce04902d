import type { FieldConfig } from '../field-types.ts';
import { MultipleChoiceField } from './Field.tsx';

export const multipleChoiceField: FieldConfig = {
  kinds: ['multipleChoice'],
  frame: 'legend',
  Field: MultipleChoiceField,
};
