import type { Language } from '../access/actor.ts';
import type { TimeSpan } from '../deadlines/working-time.ts';

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const units: Readonly<Record<Language, Readonly<Record<TimeSpan['unit'], Forms>>>> = {
  ro: {
    hours: { one: 'în {n} oră', few: 'în {n} ore', other: 'în {n} de ore' },
    workingDays: { one: 'în {n} zi lucrătoare', few: 'în {n} zile lucrătoare', other: 'în {n} de zile lucrătoare' },
    calendarDays: { one: 'în {n} zi', few: 'în {n} zile', other: 'în {n} de zile' },
  },
  ru: {
    hours: { one: 'в течение {n} часа', other: 'в течение {n} часов' },
    workingDays: { one: 'в течение {n} рабочего дня', other: 'в течение {n} рабочих дней' },
    calendarDays: { one: 'в течение {n} дня', other: 'в течение {n} дней' },
  },
  en: {
    hours: { one: 'within {n} hour', other: 'within {n} hours' },
    workingDays: { one: 'within {n} working day', other: 'within {n} working days' },
    calendarDays: { one: 'within {n} day', other: 'within {n} days' },
  },
};

const ends: Readonly<Record<Language, string>> = {
  ro: 'Procedura se încheie',
  ru: 'Процедура завершается',
  en: 'The procedure ends',
};

export function endText(language: Language): string {
  return ends[language];
}

/** "Aprobarea planului, în 3 zile lucrătoare"; the name alone without a deadline. */
export function withDeadline(name: string, span: TimeSpan | undefined, language: Language): string {
  if (!span) return name;
  const forms = units[language][span.unit];
  const form = forms[new Intl.PluralRules(language).select(span.amount)] ?? forms.other;
  return `${name}, ${form.replace('{n}', span.amount.toLocaleString(language))}`;
}
