import type { ProcessCoverage } from './report.ts';

/** What several scenarios visit together: for each process, the elements that none of them comes to. */
export function mergeCoverage(coverages: readonly ProcessCoverage[]): ProcessCoverage[] {
  const merged = new Map<string, ProcessCoverage>();
  for (const coverage of coverages) {
    const known = merged.get(coverage.processId);
    const missing =
      known === undefined ? coverage.missing : coverage.missing.filter((id) => known.missing.includes(id));
    merged.set(coverage.processId, { ...coverage, missing, visited: coverage.total - missing.length });
  }
  return [...merged.values()];
}
