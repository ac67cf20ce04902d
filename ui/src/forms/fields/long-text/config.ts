import type { FieldConfig } from '../field-types.ts';
import { LongTextField } from './Field.tsx';

export const longTextField: FieldConfig = { kinds: ['longText'], frame: 'label', Field: LongTextField };
