import { isOffered } from './check-classifiers.ts';
import type { ClassifierLookup } from './classifier-lookup.ts';
import type { ClassifierBinding, Language } from './form-schema.ts';
import { matchesSearch, searchIndex, searchText } from './search-text.ts';

export interface ClassifierOption {
  code: string;
  label: string;
  /** Names of the items above, from the root; empty for a root. */
  path: readonly string[];
}

export interface ClassifierSearch {
  /** The first options that match, those that begin with the query before the others. */
  find: (query: string, limit: number) => ClassifierOption[];
  option: (code: string) => ClassifierOption;
  /** How many codes the field offers. */
  count: number;
}

/** Type-ahead over the items a field offers on a day: no request per key; found by code too, whatever the spelling. */
export function createClassifierSearch(
  lookup: ClassifierLookup,
  binding: ClassifierBinding,
  day: string,
  language: Language,
): ClassifierSearch {
  const label = (code: string) => lookup.label(code, language) ?? code;
  const option = (code: string): ClassifierOption => ({
    code,
    label: label(code),
    path: lookup.codePath(code).slice(0, -1).map(label),
  });
  const entries = lookup.items
    .filter(({ code }) => isOffered(lookup, binding, code, day))
    .map((item) => ({
      code: item.code,
      own: searchText(label(item.code)),
      text: searchIndex(`${item.code} ${item.ro} ${item.ru ?? ''} ${item.en ?? ''}`),
    }));
  return {
    option,
    count: entries.length,
    find: (query, limit) => {
      const wanted = searchText(query);
      const matching = entries.filter(({ text }) => matchesSearch(text, wanted));
      const first = matching.filter(({ own, code }) => own.startsWith(wanted) || code.startsWith(query.trim()));
      const rest = wanted === '' ? [] : matching.filter((entry) => !first.includes(entry));
      return [...first, ...rest].slice(0, limit).map(({ code }) => option(code));
    },
  };
}
