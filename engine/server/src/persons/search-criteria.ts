import { isCalendarDay } from '../clock/legal-day.ts';
import { foldName, wordsOf } from './fold-name.ts';

/** What somebody knows of the person they look for. */
export interface SearchRequest {
  readonly text: string;
  readonly birthDate?: string;
  readonly birthYear?: number;
}

export interface SearchCriteria {
  /** Folded words of a name, at most four, in the order in which they were typed. */
  readonly words: readonly string[];
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  /** All or the first digits (at least four) of an IDNP or provisional identifier. */
  readonly identifier: string | null;
  /** The last eight digits of a phone number. */
  readonly phone: string | null;
}

const maximumWords = 4;
const dayMonthYear = /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/;
const isoDay = /\b(\d{4})-(\d\d)-(\d\d)\b/;

/** Reads one box of text: names, a birth date or year, an IDNP or the beginning of one, a phone number. */
export function readCriteria(request: SearchRequest, today: string): SearchCriteria {
  const date = findDate(request.text);
  const text = date ? request.text.replace(date.text, ' ') : request.text;
  const numbers = (text.match(/\+?\d[\d ()-]*/g) ?? []).map((number) => number.replace(/\D/g, ''));
  const year = numbers.map(Number).find((number) => isBirthYear(number, today)) ?? null;
  const others = numbers.filter((number) => Number(number) !== year);
  return {
    words: wordsOf(text.replace(/[\d+]/g, ' ')).map(foldName).slice(0, maximumWords),
    birthDate: request.birthDate ?? date?.day ?? null,
    birthYear: request.birthYear ?? year,
    identifier: others.find((number) => isIdentifier(number)) ?? null,
    phone: phoneKey(others.find((number) => !isIdentifier(number)) ?? ''),
  };
}

/** Whether there is anything to search by. */
export function isEmpty(criteria: SearchCriteria): boolean {
  const { words, birthDate, identifier, phone } = criteria;
  return words.length === 0 && birthDate === null && identifier === null && phone === null;
}

/** The part of a phone number that does not depend on how it is written: +373 69 110 001 is 069110001. */
export function phoneKey(phone: string): string | null {
  const digits = phone.replace(/\D/g, '');
  return digits.length >= 8 ? digits.slice(-8) : null;
}

function isBirthYear(number: number, today: string): boolean {
  return number >= 1900 && number <= Number(today.slice(0, 4));
}

/** Thirteen digits, or the beginning of an identifier: 2 and 09 begin an IDNP, 8 a provisional one. */
function isIdentifier(digits: string): boolean {
  return (
    digits.length === 13 ||
    (digits.length >= 4 && digits.length < 13 && /^(2|09|8)/.test(digits) && digits.length !== 8)
  );
}

/** A day as people write it; one that no calendar has is none. */
function findDate(text: string): { text: string; day: string } | undefined {
  const iso = isoDay.exec(text);
  const local = dayMonthYear.exec(text);
  const [whole, day = '', month = '', year = ''] = local ?? [];
  const found = iso
    ? { text: iso[0], day: iso[0] }
    : { text: whole ?? '', day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
  return isCalendarDay(found.day) ? found : undefined;
}
