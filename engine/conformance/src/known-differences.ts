import { readFileSync } from 'node:fs';

export const engineNames = ['simulator', 'embedded', 'zeebe-8.5.8', 'zeebe-8.6.0'] as const;
export type EngineName = (typeof engineNames)[number];

/** Differences that are meant, or that are the broker's own. */
export interface KnownDifference {
  readonly engines: readonly EngineName[];
  /** Ids of cases; `folder/*` is all of a folder. */
  readonly cases: readonly string[];
  /** Parts of the sentences that it explains; without them all of these cases. */
  readonly says?: readonly string[];
  readonly reason: string;
}

export interface Finding {
  readonly engine: EngineName;
  readonly caseId: string;
  readonly difference: string;
  readonly known: KnownDifference | null;
}

export function readKnownDifferences(file: string): KnownDifference[] {
  return JSON.parse(readFileSync(file, 'utf8')) as KnownDifference[];
}

export function explain(
  known: readonly KnownDifference[],
  engine: EngineName,
  caseId: string,
  difference: string,
): Finding {
  const found = known.find(
    ({ engines, cases, says }) =>
      engines.includes(engine) &&
      cases.some((pattern) => isMeant(pattern, caseId)) &&
      (says === undefined || says.some((part) => difference.includes(part))),
  );
  return { engine, caseId, difference, known: found ?? null };
}

function isMeant(pattern: string, caseId: string): boolean {
  return pattern.endsWith('/*') ? caseId.startsWith(pattern.slice(0, -1)) : pattern === caseId;
}

/** Reasons that explain nothing any more on the engines that were run: they have to go. */
export function findStale(
  known: readonly KnownDifference[],
  findings: readonly Finding[],
  engines: readonly EngineName[],
): string[] {
  return known.flatMap((one) =>
    one.engines
      .filter((engine) => engines.includes(engine))
      .filter((engine) => !findings.some((finding) => finding.known === one && finding.engine === engine))
      .map((engine) => `${engine} ${one.cases.join(', ')}: ${one.reason}`),
  );
}
