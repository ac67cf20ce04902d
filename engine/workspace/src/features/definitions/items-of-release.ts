import { definitionKinds, type DefinitionKind } from './kinds.ts';
import type { DefinitionItem } from './match-definitions.ts';

/** What of `items` came with the release, by kind; kinds without any are left out. */
export function itemsOfRelease(
  items: readonly DefinitionItem[],
  releaseId: string,
): { kind: DefinitionKind; items: DefinitionItem[] }[] {
  const own = items.filter((item) => item.releaseId === releaseId);
  return definitionKinds
    .map((kind) => ({ kind, items: own.filter((item) => item.kind === kind) }))
    .filter((group) => group.items.length > 0);
}
