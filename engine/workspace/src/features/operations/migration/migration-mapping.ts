import type { MigrationProposal } from '@esocial/contracts/generated/api-process-instances-migration-proposal.ts';

export type MigrationPair = MigrationProposal['pairs'][number];
export type MigrationTarget = MigrationProposal['targets'][number];

/** Targets that the person chose, by source element. */
export type ChosenTargets = Readonly<Record<string, string>>;

/** A pair as it stands, with what was proposed first. */
export interface ChosenPair extends MigrationPair {
  proposed: string | null;
}

/** The pairs as they stand after the person's choices. */
export function chosenPairs(pairs: readonly MigrationPair[], chosen: ChosenTargets): ChosenPair[] {
  return pairs.map((pair) => ({ ...pair, target: chosen[pair.source] ?? pair.target, proposed: pair.target }));
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

/**
 * The pairs a person should look at, for which no target or one of another id was proposed, apart from those that are
 * plain. A choice moves no pair from one to the other.
 */
export function dividePairs(pairs: readonly ChosenPair[]): { toSee: ChosenPair[]; plain: ChosenPair[] } {
  return {
    toSee: pairs.filter(({ source, proposed }) => source !== proposed),
    plain: pairs.filter(({ source, proposed }) => source === proposed),
  };
}
