import type { Person } from './person.ts';
import { rankPersons } from './rank-persons.ts';
import { readCriteria } from './search-criteria.ts';

function person(lastName: string, firstName: string, changes: Partial<Person> = {}): Person {
  return {
    ...{
      id: `${lastName} ${firstName}`,
      version: 1,
      lastName,
      firstName,
      patronymic: null,
      birthDate: null,
      sex: null,
    },
    ...{ idnp: null, provisionalId: null, territory: null, territoryId: null, locality: null, address: null },
    ...{ phone: null, email: null, sources: {}, createdBy: 'x', institutionId: null, ...changes },
  };
}

function rank(text: string, people: Person[]) {
  return rankPersons(people, readCriteria({ text }, '2026-03-10'));
}

describe('ranking persons', () => {
  it('puts exact names before beginnings, beginnings before typos', () => {
    // given
    const people = [person('Rusa', 'Ana'), person('Rusu', 'Ana'), person('Rusulescu', 'Ana')];

    // when
    const ranked = rank('Rusu Ana', people);

    // then
    expect(ranked.map((entry) => [entry.person.lastName, entry.reason])).toEqual([
      ['Rusu', 'exactName'],
      ['Rusulescu', 'partOfName'],
      ['Rusa', 'similarName'],
    ]);
  });

  it('lets each typed word stand for one word of the name', () => {
    expect(rank('Ana Ana', [person('Popa', 'Ana')])).toEqual([]);
    expect(rank('Ana Ana', [person('Ana', 'Ana')])).toHaveLength(1);
    expect(rank('Popa Ana Maria', [person('Popa', 'Ana Maria')])).toHaveLength(1);
  });

  it('sees the same person only where whole names and birth agree', () => {
    // given
    const ana = person('Popa', 'Ana', { birthDate: '2010-02-03' });

    // then
    expect(rank('Popa Ana 03.02.2010', [ana])[0]).toMatchObject({ samePerson: true, reason: 'nameAndBirthDate' });
    expect(rank('Popa Ana 2010', [ana])[0]).toMatchObject({ samePerson: true, reason: 'exactName' });
    expect(rank('Popa 2010', [ana])[0]?.samePerson).toBe(false);
    expect(rank('Popa Ana', [ana])[0]?.samePerson).toBe(false);
    expect(rank('Popa Ana 2011', [ana])).toEqual([]);
  });

  it('marks what was found in the names as they are written', () => {
    // when
    const [râșcanu] = rank('rasc', [person('Popescu-Râșcanu', 'Ana')]);

    // then
    expect(râșcanu?.match).toEqual([{ field: 'lastName', start: 8, end: 12 }]);
  });
});
