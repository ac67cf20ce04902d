import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';

export const identityFields = [
  'lastName',
  'firstName',
  'patronymic',
  'birthDate',
  'sex',
  'idnp',
  'provisionalId',
  'territory',
  'address',
  'phone',
  'email',
] as const;

export interface IdentityRow {
  field: (typeof identityFields)[number];
  value: string;
  source: PersonDetail['sources'][string] | undefined;
}

/** The facts known of a person, each with where it is from. */
export function identityRows(person: PersonDetail): IdentityRow[] {
  return identityFields
    .map((field) => {
      const value = field === 'territory' ? person.territory?.name : person[field];
      return { field, value: value ?? '', source: person.sources[field] };
    })
    .filter((row) => row.value !== '');
}
