import { nameKeys } from './fold-name.ts';
import { findMatchParts, fitOf } from './match-parts.ts';
import type { MatchPart } from './match-parts.ts';
import type { Person } from './person.ts';
import type { SearchCriteria } from './search-criteria.ts';
import { phoneKey } from './search-criteria.ts';

export type MatchReason =
  'idnp' | 'provisionalId' | 'phone' | 'nameAndBirthDate' | 'exactName' | 'partOfName' | 'similarName' | 'birthDate';

export interface RankedPerson {
  readonly person: Person;
  readonly reason: MatchReason;
  /** Surely or very probably the person searched for. */
  readonly samePerson: boolean;
  readonly match: readonly MatchPart[];
}

/** Persons that fit all criteria, the likeliest first; those that do not fit a typed word are left out. */
export function rankPersons(persons: readonly Person[], criteria: SearchCriteria): RankedPerson[] {
  const judged = persons.map((person) => ({ person, verdict: judge(person, criteria) }));
  const fitting = judged.filter((entry) => entry.verdict !== undefined);
  fitting.sort((left, right) => left.verdict!.score - right.verdict!.score || compareNames(left.person, right.person));
  return fitting.map(({ person, verdict }) => ({
    person,
    reason: verdict!.reason,
    samePerson: verdict!.samePerson,
    match: findMatchParts(person, criteria),
  }));
}

interface Verdict {
  readonly score: number;
  readonly reason: MatchReason;
  readonly samePerson: boolean;
}

function judge(person: Person, criteria: SearchCriteria): Verdict | undefined {
  const { identifier, phone } = criteria;
  for (const field of ['idnp', 'provisionalId'] as const) {
    if (identifier !== null && person[field]?.startsWith(identifier)) {
      return { score: -2, reason: field, samePerson: identifier.length === 13 };
    }
  }
  if (phone !== null && person.phone !== null && phoneKey(person.phone) === phone) {
    return { score: -1, reason: 'phone', samePerson: false };
  }
  return judgeName(person, criteria);
}

function judgeName(person: Person, criteria: SearchCriteria): Verdict | undefined {
  const name = worstFit(person, criteria.words);
  if (name === undefined) return undefined;
  const birth = birthFit(person, criteria);
  if (birth === undefined) return undefined;
  const score = name * 2 + birth;
  const wholeName = criteria.words.length >= 2;
  if (criteria.words.length === 0) return { score, reason: 'birthDate', samePerson: false };
  if (birth === 0 && criteria.birthDate !== null) {
    const samePerson = wholeName && (name === 0 || name === 2);
    return { score, reason: samePerson ? 'nameAndBirthDate' : reasonOf(name), samePerson };
  }
  const samePerson = wholeName && name === 0 && criteria.birthYear !== null && birth === 0;
  return { score, reason: reasonOf(name), samePerson };
}

function reasonOf(fit: number): MatchReason {
  return fit === 0 ? 'exactName' : fit === 2 ? 'similarName' : 'partOfName';
}

/** The fit of the typed word that fits worst; each must fit another word of the name. */
function worstFit(person: Person, words: readonly string[]): number | undefined {
  const keys = [person.lastName, person.firstName, person.patronymic ?? '']
    .flatMap((name) => name.split(/[\s-]+/))
    .map(nameKeys);
  const free = new Set(keys.keys());
  let worst = 0;
  for (const word of words) {
    const fits = [...free]
      .map((index) => ({ index, fit: bestFit(word, keys[index] ?? []) }))
      .filter(({ fit }) => fit !== undefined);
    const best = fits.sort((left, right) => left.fit! - right.fit!)[0];
    if (!best) return undefined;
    free.delete(best.index);
    worst = Math.max(worst, best.fit!);
  }
  return worst;
}

function bestFit(word: string, keys: readonly string[]): number | undefined {
  const fits = keys.map((key) => fitOf(word, key)).filter((fit) => fit !== undefined);
  return fits.length > 0 ? Math.min(...fits) : undefined;
}

/** 0 the same, 1 unknown on one side, undefined when they contradict each other by more than a typing error. */
function birthFit({ birthDate }: Person, criteria: SearchCriteria): number | undefined {
  if (criteria.birthDate !== null) {
    if (birthDate === null) return 1;
    if (birthDate === criteria.birthDate) return 0;
    return differingDigits(birthDate, criteria.birthDate) <= 2 ? 1 : undefined;
  }
  if (criteria.birthYear !== null) {
    if (birthDate === null) return 1;
    return birthDate.startsWith(String(criteria.birthYear)) ? 0 : undefined;
  }
  return 0;
}

function differingDigits(left: string, right: string): number {
  return [...left].filter((digit, position) => digit !== right[position]).length;
}

function compareNames(left: Person, right: Person): number {
  const name = left.lastName.localeCompare(right.lastName, 'ro') || left.firstName.localeCompare(right.firstName, 'ro');
  return name || (left.id < right.id ? -1 : 1);
}
