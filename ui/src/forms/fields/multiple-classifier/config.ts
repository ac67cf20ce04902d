import type { FieldConfig } from '../field-types.ts';
import { MultipleClassifierField } from './Field.tsx';

export const multipleClassifierField: FieldConfig = {
  kinds: ['multipleClassifier'],
  frame: 'label',
  Field: MultipleClassifierField,
};
