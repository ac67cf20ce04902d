import type { Clock } from '../clock/clock.ts';
import { legalDay } from '../clock/legal-day.ts';
import type { Database } from '../database/database.ts';
import { createPersonCasesReadModel } from './person-cases-read-model.ts';
import { createPersonSearchReadModel } from './person-search-read-model.ts';
import { createPersonStore } from './person-store.ts';
import type { PersonFacts } from './person.ts';
import { rankPersons } from './rank-persons.ts';
import type { RankedPerson } from './rank-persons.ts';
import { isEmpty, readCriteria } from './search-criteria.ts';
import type { SearchRequest } from './search-criteria.ts';

export interface FoundPerson extends RankedPerson {
  readonly openCases: number;
}

export type DoubleReason = 'idnp' | 'nameAndBirthDate';

export interface Doubles {
  readonly reason: DoubleReason;
  readonly found: readonly FoundPerson[];
}

export interface PersonFinder {
  /** The best matches first, with how many open cases each has. */
  findRanked(request: SearchRequest): Promise<FoundPerson[]>;
  /** A person with the same IDNP is the same; one with the same name and birth date probably is. */
  findDoubles(facts: PersonFacts): Promise<Doubles | undefined>;
}

export function createPersonFinder({ database, clock }: { database: Database; clock: Clock }): PersonFinder {
  const persons = createPersonStore(database);
  const searching = createPersonSearchReadModel(database);
  const cases = createPersonCasesReadModel(database);

  async function findRanked(request: SearchRequest): Promise<FoundPerson[]> {
    const criteria = readCriteria(request, legalDay(clock.now()));
    if (isEmpty(criteria)) return [];
    const ranked = rankPersons(await persons.list(await searching.find(criteria)), criteria);
    const open = await cases.countOpen(ranked.map(({ person }) => person.id));
    return ranked.map((entry) => ({ ...entry, openCases: open.get(entry.person.id) ?? 0 }));
  }

  async function findDoubles(facts: PersonFacts): Promise<Doubles | undefined> {
    if (facts.idnp !== null) {
      const found = await findRanked({ text: facts.idnp });
      if (found.length > 0) return { reason: 'idnp', found: found.slice(0, 1) };
    }
    if (facts.birthDate === null) return undefined;
    const found = await findRanked({ text: `${facts.lastName} ${facts.firstName}`, birthDate: facts.birthDate });
    const similar = found.filter(
      ({ samePerson, person }) => samePerson && (facts.idnp === null || person.idnp === null),
    );
    return similar.length > 0 ? { reason: 'nameAndBirthDate', found: similar.slice(0, 5) } : undefined;
  }

  return { findRanked, findDoubles };
}
