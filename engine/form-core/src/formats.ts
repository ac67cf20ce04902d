import { isCalendarDate, isClockTime, isInstant } from './calendar-date.ts';
import { isCuatm, isIdno, isIdnp, isPhone } from './identifiers.ts';

const emailPattern = /^[^\s@"(),:;<>[\\\]]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;
const uriPattern = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const mostCents = 1e13;
const mostDigits = 15;

/** An amount: at most 2 decimals and 15 digits. */
export function isMoney(amount: number): boolean {
  if (Math.abs(amount) < mostCents) return Math.round(amount * 100) / 100 === amount;
  const [integer = '', decimals = ''] = String(Math.abs(amount)).split('.');
  return /^\d+$/.test(integer) && decimals.length <= 2 && integer.length + decimals.length <= mostDigits;
}

function isEmail(text: string): boolean {
  return emailPattern.test(text) && !text.includes('..');
}

/** The formats of the form profile, in AJV's shape; the validator module gets them as its argument, so both sides run the same code. */
export const formats = {
  idnp: isIdnp,
  idno: isIdno,
  cuatm: isCuatm,
  phone: isPhone,
  money: { type: 'number', validate: isMoney },
  date: isCalendarDate,
  'date-time': isInstant,
  time: isClockTime,
  email: isEmail,
  uri: (text: string) => uriPattern.test(text),
  uuid: (text: string) => uuidPattern.test(text),
} as const;

export type FormatName = keyof typeof formats;

/** Formats an author may name; `uuid` is for our own references only. */
export const authorFormats: readonly FormatName[] = [
  'idnp',
  'idno',
  'cuatm',
  'phone',
  'money',
  'date',
  'date-time',
  'time',
  'email',
  'uri',
];
