import { foldName, isOneTypoApart } from './fold-name.ts';
import type { SearchCriteria } from './search-criteria.ts';
import { phoneKey } from './search-criteria.ts';
import { maskIdentifier } from './person.ts';
import type { Person } from './person.ts';

export interface MatchPart {
  readonly field: 'lastName' | 'firstName' | 'patronymic' | 'idnp' | 'provisionalId' | 'phone' | 'birthDate';
  /** UTF-16 units of the value as it is shown; `end` excluded. */
  readonly start: number;
  readonly end: number;
}

/** How well one typed word fits a word of a name; less is better. */
export type Fit = 0 | 1 | 2 | 3;

/** Exact, beginning, one typo, somewhere inside; undefined when it does not fit. */
export function fitOf(typed: string, key: string): Fit | undefined {
  if (key === typed) return 0;
  if (key.startsWith(typed)) return 1;
  if (isOneTypoApart(typed, key)) return 2;
  return typed.length >= 3 && key.includes(typed) ? 3 : undefined;
}

/** The parts of a person's shown values that the criteria found. */
export function findMatchParts(person: Person, criteria: SearchCriteria): MatchPart[] {
  const names = (['lastName', 'firstName', 'patronymic'] as const).flatMap((field) =>
    matchName(field, person[field] ?? '', criteria.words),
  );
  return [...names, ...matchNumbers(person, criteria), ...matchBirth(person, criteria)];
}

function matchName(field: MatchPart['field'], name: string, typed: readonly string[]): MatchPart[] {
  const parts: MatchPart[] = [];
  for (const found of name.matchAll(/[^\s\-‐‑–.,;()]+/gu)) {
    const word = found[0];
    const fits = typed.map((query) => ({ query, fit: fitWord(query, word) })).filter(({ fit }) => fit !== undefined);
    const best = fits.sort((left, right) => left.fit! - right.fit!)[0];
    if (best) parts.push({ field, ...partOf(word, best.query, best.fit!, found.index) });
  }
  return parts;
}

/** As stored, a word with î or â can be meant in two ways. */
function fitWord(query: string, word: string): Fit | undefined {
  const spellings = [word, word.replace(/[îâÎÂ]/g, 'i'), word.replace(/[îâÎÂ]/g, 'a')];
  const fits = spellings.map((spelling) => fitOf(query, foldName(spelling))).filter((fit) => fit !== undefined);
  return fits.length > 0 ? (Math.min(...fits) as Fit) : undefined;
}

/** Marks the beginning of a word that was typed in part, otherwise the whole word. */
function partOf(word: string, query: string, fit: Fit, start: number): { start: number; end: number } {
  if (fit !== 1) return { start, end: start + word.length };
  let end = 1;
  while (end < word.length && foldName(word.slice(0, end)).length < query.length) end += 1;
  return { start, end: start + end };
}

function matchNumbers(person: Person, { identifier, phone }: SearchCriteria): MatchPart[] {
  const parts: MatchPart[] = [];
  for (const field of ['idnp', 'provisionalId'] as const) {
    const value = person[field];
    if (identifier !== null && value?.startsWith(identifier)) {
      parts.push({ field, start: 0, end: Math.min(identifier.length, maskIdentifier(value).length) });
    }
  }
  const own = person.phone;
  if (phone !== null && own !== null && phoneKey(own) === phone)
    parts.push({ field: 'phone', start: 0, end: own.length });
  return parts;
}

function matchBirth({ birthDate }: Person, criteria: SearchCriteria): MatchPart[] {
  if (birthDate === null) return [];
  if (criteria.birthDate === birthDate) return [{ field: 'birthDate', start: 0, end: birthDate.length }];
  const year = criteria.birthYear !== null && birthDate.startsWith(String(criteria.birthYear));
  return year ? [{ field: 'birthDate', start: 0, end: 4 }] : [];
}
