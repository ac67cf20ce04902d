import type { FieldConfig } from '../field-types.ts';
import { PersonField } from './Field.tsx';

export const personField: FieldConfig = { kinds: ['person'], frame: 'label', Field: PersonField };
