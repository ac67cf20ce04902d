import { formatDate } from './calendar-date.ts';
import { bindingOf } from './check-classifiers.ts';
import { choicesOf } from './choices.ts';
import type { ClassifierLookup } from './classifier-lookup.ts';
import type { FormField } from './compiled-form.ts';
import type { FormSchema, Language } from './form-schema.ts';
import type { Json } from './json.ts';
import { isJsonObject } from './json.ts';

export interface ValueTexts {
  language: Language;
  yes: string;
  no: string;
  classifier: (key: string) => ClassifierLookup | undefined;
}

const timeZone = 'Europe/Chisinau';

/** A value in words, as people read it; an empty text for no value. `schema` is the field's in the language. */
export function formatValue(field: FormField, schema: FormSchema, value: Json | undefined, texts: ValueTexts): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item) => formatValue(field, schema, item, texts)).join(', ');
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'number') return formatNumber(field, schema, value, texts.language);
  return isJsonObject(value) ? formatReference(value) : formatText(field, schema, value, texts);
}

function formatText(field: FormField, schema: FormSchema, value: string, texts: ValueTexts): string {
  const binding = bindingOf(field);
  if (binding) return texts.classifier(binding.key)?.label(value, texts.language) ?? value;
  switch (field.kind) {
    case 'date':
      return formatDate(value);
    case 'dateTime':
      return formatInstant(value, texts.language);
    case 'choice':
    case 'multipleChoice':
      return choicesOf(schema).find((choice) => choice.value === value)?.label ?? value;
    default:
      return value;
  }
}

function formatNumber(field: FormField, schema: FormSchema, value: number, language: Language): string {
  if (field.kind === 'choice' || field.kind === 'multipleChoice') {
    return choicesOf(schema).find((choice) => choice.value === value)?.label ?? String(value);
  }
  const decimals =
    field.kind === 'money' ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumFractionDigits: 10 };
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, decimals).format(value);
}

/** An instant on the clock of Chișinău, dd.mm.yyyy, hh:mm. */
export function formatInstant(instant: string, language: Language): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const options = {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  const parts = new Intl.DateTimeFormat(language, options).formatToParts(date);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('day')}.${part('month')}.${part('year')}, ${part('hour')}:${part('minute')}`;
}

/** A person by name, birth date and IDNP; an institution by its name; an attachment by its file name. */
function formatReference(value: Record<string, Json>): string {
  if (typeof value.fileName === 'string') return value.fileName;
  if (typeof value.name === 'string') return value.name;
  const text = (part: Json | undefined) => (typeof part === 'string' ? part : '');
  const name = `${text(value.lastName)} ${text(value.firstName)}`.trim();
  return [name, formatDate(text(value.birthDate)), text(value.idnp)].filter((part) => part !== '').join(', ');
}
