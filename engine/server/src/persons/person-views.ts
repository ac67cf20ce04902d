import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import type { PersonSearchItem } from '@esocial/contracts/generated/api-persons-search-item.ts';
import type { FieldClass } from '../access/actor.ts';
import { ageOn } from '../clock/legal-day.ts';
import { displayName, maskIdentifier } from './person.ts';
import type { FactSource, Person } from './person.ts';
import type { RankedPerson } from './rank-persons.ts';

/** An object without the properties that are null or undefined. */
export function present<Shape extends object>(shape: { [Key in keyof Shape]: Shape[Key] | null | undefined }): Shape {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value != null)) as Shape;
}

/** A person as a row of a search. */
export function toSearchItem(ranked: RankedPerson, openCases: number, today: string): PersonSearchItem {
  const { person, match, reason, samePerson } = ranked;
  const identifier = person.idnp ?? person.provisionalId;
  return present<PersonSearchItem>({
    ...{ id: person.id, displayName: displayName(person), lastName: person.lastName, firstName: person.firstName },
    ...{
      patronymic: person.patronymic ?? undefined,
      birthDate: person.birthDate ?? undefined,
      sex: person.sex ?? undefined,
    },
    age: person.birthDate === null ? undefined : ageOn(person.birthDate, today),
    locality: person.locality ?? undefined,
    idnpMasked: identifier === null ? undefined : maskIdentifier(identifier),
    ...{ openCases, match: [...match], reason, samePerson },
  });
}

/** Who the person is, as far as the field classes allow: without `personal` no more than the name. */
export function toIdentity(person: Person, classes: readonly FieldClass[], today: string) {
  const personal = classes.includes('personal') ? personalFacts(person, today) : {};
  return {
    id: person.id,
    version: person.version,
    displayName: displayName(person),
    lastName: person.lastName,
    firstName: person.firstName,
    ...personal,
    sources: shownSources(person, classes),
  };
}

function shownSources({ sources }: Person, classes: readonly FieldClass[]): Record<string, FactSource> {
  const shown = Object.entries(sources).filter(([field]) => classes.includes('personal') || field.endsWith('Name'));
  return Object.fromEntries(shown);
}

function personalFacts(person: Person, today: string) {
  const { patronymic, birthDate, sex, idnp, provisionalId, address, phone, email, territory, locality } = person;
  return present<Partial<PersonDetail>>({
    patronymic: patronymic ?? undefined,
    birthDate: birthDate ?? undefined,
    age: birthDate === null ? undefined : ageOn(birthDate, today),
    sex: sex ?? undefined,
    idnp: idnp ?? undefined,
    provisionalId: provisionalId ?? undefined,
    territory: territory === null ? undefined : { code: territory, name: locality ?? territory },
    address: address ?? undefined,
    phone: phone ?? undefined,
    email: email ?? undefined,
  });
}
