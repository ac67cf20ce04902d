import type { FieldConfig } from '../field-types.ts';
import { ClassifierField } from './Field.tsx';

export const classifierField: FieldConfig = { kinds: ['classifier'], frame: 'label', Field: ClassifierField };
