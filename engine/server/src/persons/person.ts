import type { AccessObject } from '../access/decide.ts';
import type { PersonReference } from '@esocial/contracts/generated/person-reference.ts';

export type Sex = 'M' | 'F';

/** Where a fact about a person comes from. */
export interface FactSource {
  readonly kind: 'manual' | 'register' | 'demo';
  readonly at: string;
  readonly by?: string;
}

/** What is known of a person, besides who they are. */
export interface PersonFacts {
  readonly lastName: string;
  readonly firstName: string;
  readonly patronymic: string | null;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  readonly idnp: string | null;
  /** CUATM statistical code. */
  readonly territory: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface Person extends PersonFacts {
  readonly id: string;
  readonly version: number;
  readonly provisionalId: string | null;
  readonly territoryId: string | null;
  readonly locality: string | null;
  readonly sources: Readonly<Record<string, FactSource>>;
  readonly createdBy: string;
  /** The institution that registered them; null when none did. */
  readonly institutionId: string | null;
}

/** Surname first, as registers and lists have it. */
export function displayName(person: Pick<PersonFacts, 'lastName' | 'firstName' | 'patronymic'>): string {
  return [person.lastName, person.firstName, person.patronymic].filter(Boolean).join(' ');
}

/** The last four digits, the others hidden. */
export function maskIdentifier(identifier: string): string {
  return identifier.slice(-4).padStart(identifier.length, '•');
}

/** The value of a person field of a form. */
export function referenceTo(person: Person): PersonReference {
  const { id, lastName, firstName, idnp, birthDate } = person;
  return { personId: id, lastName, firstName, idnp, birthDate };
}

/** What of a person decides about access to them: where they live and, until that is known, who registered them. */
export function accessObject({
  territoryId,
  institutionId,
  createdBy,
}: Pick<Person, 'territoryId' | 'institutionId' | 'createdBy'>): AccessObject {
  return { territoryId, institutionId: territoryId === null ? institutionId : null, ownerIds: [createdBy] };
}
