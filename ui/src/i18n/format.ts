import { timeZone } from './civil-day.ts';
import { localeOf, type Language } from './language.ts';

/** Formatters of one language. Dates are always dd.mm.yyyy, times 24 hours of Chisinau. */
export interface Format {
  date: (value: string | Date) => string;
  time: (value: string | Date) => string;
  dateTime: (value: string | Date) => string;
  weekday: (value: string | Date) => string;
  number: (value: number) => string;
  /** With two decimals, whatever they are. */
  money: (value: number) => string;
  list: (values: readonly string[]) => string;
  bytes: (value: number) => string;
  compare: (left: string, right: string) => number;
}

const isDay = (value: string | Date): value is string => typeof value === 'string' && value.length === 10;

function instant(value: string | Date): Date {
  if (value instanceof Date) return value;
  return isDay(value) ? new Date(`${value}T12:00:00Z`) : new Date(value);
}

/** Makes the formatters of `language`; keep the result, Intl objects are costly. */
export function createFormat(language: Language): Format {
  const locale = localeOf(language);
  const date = new Intl.DateTimeFormat('ro-MD', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' });
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const weekday = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long' });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const money = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return {
    date: (value) => date.format(instant(value)),
    time: (value) => time.format(instant(value)),
    dateTime: (value) => `${date.format(instant(value))}, ${time.format(instant(value))}`,
    weekday: (value) => weekday.format(instant(value)),
    number: (value) => number.format(value),
    money: (value) => money.format(value),
    list: (values) => list.format(values),
    bytes: (value) =>
      value < 1_048_576
        ? `${number.format(Math.ceil(value / 1024))} KB`
        : `${number.format(Math.round(value / 104_857.6) / 10)} MB`,
    compare: (left, right) => collator.compare(left, right),
  };
}
