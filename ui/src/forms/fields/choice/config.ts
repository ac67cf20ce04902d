import type { FieldConfig } from '../field-types.ts';
import { ChoiceField } from './Field.tsx';

export const choiceField: FieldConfig = { kinds: ['choice'], frame: 'legend', Field: ChoiceField };
