import type { Format } from '@esocial/ui/i18n/format.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T/;

/** A fact's value as text: dates and numbers by the locale, money with two decimals, lists joined, nothing as a dash. */
export function showValue(value: unknown, format: Format, words: { yes: string; no: string }, as?: 'money'): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return as === 'money' ? format.money(value) : format.number(value);
  if (typeof value === 'string') {
    if (day.test(value)) return format.date(value);
    return instant.test(value) ? format.dateTime(value) : value;
  }
  if (Array.isArray(value)) return format.list(value.map((each) => showValue(each, format, words, as)));
  return showObject(value as Record<string, unknown>);
}

function showObject(value: Record<string, unknown>): string {
  const text = (part: unknown) => (typeof part === 'string' ? part : '');
  const name = [value['lastName'], value['firstName']].map(text).filter(Boolean).join(' ');
  return name || text(value['name']) || text(value['label']) || text(value['fileName']) || '–';
}
