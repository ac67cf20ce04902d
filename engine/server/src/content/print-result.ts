import type { ApplyResult } from './apply-content.ts';
import type { WorkflowCoverage } from './check-scenarios.ts';
import type { ContentFault } from './content-fault.ts';
import { formatFault } from './content-fault.ts';

/** The faults of a folder, errors last so that they are what one sees, and how many there are. */
export function describeFaults(faults: readonly ContentFault[]): string[] {
  const warnings = faults.filter(({ severity }) => severity === 'warning');
  const errors = faults.filter(({ severity }) => severity === 'error');
  return [
    ...warnings.map(formatFault),
    ...errors.map(formatFault),
    `${errors.length} errors, ${warnings.length} warnings.`,
  ];
}

/** How much of each process its workflow's scenarios visit, and what they never come to. */
export function describeCoverage(coverage: readonly WorkflowCoverage[]): string[] {
  return coverage.flatMap(({ key, scenarios, processes }) =>
    processes.map(({ processId, visited, total, missing }) => {
      const process = processId === key ? '' : `, process ${processId}`;
      const never = missing.length === 0 ? '' : `; never ${missing.join(', ')}`;
      return `workflow ${key}${process}: ${scenarios} scenarios visit ${visited} of ${total} elements${never}.`;
    }),
  );
}

/** What applying a folder did, or would do. */
export function describeChanges({ changes, release }: ApplyResult, dryRun: boolean): string[] {
  if (changes.length === 0) return ['Nothing to change: the server has all of it already.'];
  const lines = changes.map(({ kind, key, change }) => `${change === 'new' ? '+' : '~'} ${kind} ${key}`);
  if (dryRun || !release) return [...lines, `${changes.length} definitions would change (dry run).`];
  const next = release.state === 'submitted' ? 'It waits for approval by a second person.' : `It is ${release.state}.`;
  return [...lines, `${changes.length} definitions in release ${release.number}. ${next}`];
}
