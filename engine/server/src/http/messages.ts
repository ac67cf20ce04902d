import type { Language } from '../access/actor.ts';
import en from './messages/en.json' with { type: 'json' };
import ro from './messages/ro.json' with { type: 'json' };
import ru from './messages/ru.json' with { type: 'json' };

interface Message {
  readonly title: string;
  readonly detail?: string;
}

const catalogs: Readonly<Record<Language, Readonly<Record<string, Message>>>> = { ro, ru, en };

/**
 * Title and detail of a problem by its code. A code without a text of its own gets the text of its status, so that a
 * person never reads a code. `{name}` in a text is replaced by the detail of that name.
 */
export function translateProblem(
  code: string,
  status: number,
  language: Language,
  details: Readonly<Record<string, unknown>>,
): Message {
  const catalog = catalogs[language];
  const message = catalog[code] ?? catalog[`status_${status}`] ?? catalog['internal_error'];
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = details[name];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : placeholder;
    });
  return {
    title: fill(message?.title ?? ''),
    ...(message?.detail !== undefined && { detail: fill(message.detail) }),
  };
}

/** The codes that have a text in a language, for the test that compares the three. */
export function translatedCodes(language: Language): string[] {
  return Object.keys(catalogs[language]).sort();
}
