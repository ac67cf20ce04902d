import type { FieldConfig } from '../field-types.ts';
import { IdentifierField } from './Field.tsx';

export const identifierField: FieldConfig = {
  kinds: ['idnp', 'idno', 'cuatm', 'phone', 'email', 'uri'],
  frame: 'label',
  Field: IdentifierField,
};
