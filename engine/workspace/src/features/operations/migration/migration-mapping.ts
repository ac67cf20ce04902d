import type { MigrationProposal } from '@esocial/contracts/generated/api-process-instances-migration-proposal.ts';

export type MigrationPair = MigrationProposal['pairs'][number];
export type MigrationTarget = MigrationProposal['targets'][number];

/** Targets that the person chose, by source element. */
export type ChosenTargets = Readonly<Record<string, string>>;

/** The pairs as they stand after the person's choices. */
export function chosenPairs(pairs: readonly MigrationPair[], chosen: ChosenTargets): MigrationPair[] {
  return pairs.map((pair) => ({ ...pair, target: chosen[pair.source] ?? pair.target }));
}

/** What has to be said to the server: the pairs that are not as proposed. */
export function toMapping(
  pairs: readonly MigrationPair[],
  chosen: ChosenTargets,
): { source: string; target: string }[] {
  return pairs.flatMap(({ source, target: proposed }) => {
    const target = chosen[source];
    return target !== undefined && target !== proposed ? [{ source, target }] : [];
  });
}

/** The elements that a source element can become: those of its own kind. */
export function targetsFor(pair: MigrationPair, targets: readonly MigrationTarget[]): MigrationTarget[] {
  return targets.filter((target) => target.type === pair.type);
}

/** The pairs a person should look at, which have no target or another id, apart from those that are plain. */
export function dividePairs(pairs: readonly MigrationPair[]): { toSee: MigrationPair[]; plain: MigrationPair[] } {
  return {
    toSee: pairs.filter(({ source, target }) => source !== target),
    plain: pairs.filter(({ source, target }) => source === target),
  };
}
