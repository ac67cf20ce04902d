import type { DefinitionList } from '@esocial/contracts/generated/api-definitions-list.ts';

export type DefinitionItem = DefinitionList['items'][number];

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The definitions whose title or key holds `text`, diacritics aside, by title. */
export function matchDefinitions(
  items: readonly DefinitionItem[],
  text: string,
  compare: (left: string, right: string) => number,
): DefinitionItem[] {
  const wanted = fold(text.trim());
  return items
    .filter((item) => fold(`${item.title} ${item.key}`).includes(wanted))
    .sort((left, right) => compare(left.title, right.title));
}
