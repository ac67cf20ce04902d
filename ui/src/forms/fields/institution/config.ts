import type { FieldConfig } from '../field-types.ts';
import { InstitutionField } from './Field.tsx';

export const institutionField: FieldConfig = { kinds: ['institution'], frame: 'label', Field: InstitutionField };
