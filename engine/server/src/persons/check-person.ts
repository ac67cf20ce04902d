import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import { isIdnp, isPhone } from '@esocial/form-core/identifiers.ts';
import { wordsOf } from './fold-name.ts';
import type { PersonFacts } from './person.ts';

/** What is wrong with facts typed by hand, at their fields. `territoryExists` tells about the CUATM code given. */
export function findPersonErrors(person: PersonFacts, today: string, territoryExists: boolean): FieldError[] {
  const errors: FieldError[] = [];
  const fault = (field: string, keyword: string, params: Record<string, unknown> = {}) =>
    errors.push({ path: `/${field}`, keyword, params });
  for (const field of ['lastName', 'firstName'] as const) {
    if (wordsOf(person[field]).length === 0) fault(field, 'required');
  }
  if (person.idnp !== null && !isIdnp(person.idnp)) fault('idnp', 'format', { format: 'idnp' });
  if (person.birthDate !== null && person.birthDate > today) fault('birthDate', 'maximum', { limit: today });
  if (person.birthDate !== null && person.birthDate < '1880-01-01')
    fault('birthDate', 'minimum', { limit: '1880-01-01' });
  if (person.phone !== null && !isPhone(person.phone)) fault('phone', 'format', { format: 'phone' });
  if (person.territory !== null && !territoryExists) fault('territory', 'classifier', { classifier: 'cuatm' });
  return errors;
}
