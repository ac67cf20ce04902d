import path from 'node:path';
import { findDifferences } from './compare.ts';
import type { EngineName, Finding, KnownDifference } from './known-differences.ts';
import { explain, readKnownDifferences } from './known-differences.ts';
import { loadCases } from './load-cases.ts';
import type { EngineResult } from './report.ts';
import type { ConformanceCase, Expected, Observed } from './scenario.ts';

const root = path.resolve(__dirname, '..');

export interface Suite {
  /** Files that every engine runs. */
  readonly cases: readonly ConformanceCase[];
  /** Files that every engine has to refuse. */
  readonly refused: readonly ConformanceCase[];
  readonly known: readonly KnownDifference[];
}

/** The committed cases; `ONLY` in the environment picks those whose id holds it. */
export function loadSuite(only = process.env['ONLY'] ?? ''): Suite {
  const all = loadCases(path.join(root, 'cases')).filter(({ id }) => id.includes(only));
  return {
    cases: all.filter(({ scenario }) => scenario.refused !== true),
    refused: all.filter(({ scenario }) => scenario.refused === true),
    known: readKnownDifferences(path.join(root, 'known-differences.json')),
  };
}

/** Compares what an engine did with what was expected. */
export function judge(
  { known }: Suite,
  engine: EngineName,
  cases: readonly ConformanceCase[],
  observed: ReadonlyMap<string, Observed>,
  expectedOf: (expected: Expected) => Expected = (expected) => expected,
  left: readonly string[] = [],
): EngineResult {
  const nothing: Observed = { steps: [], instances: [] };
  const findings = cases.flatMap(({ id, scenario }): Finding[] =>
    findDifferences(expectedOf(scenario.expected), observed.get(id) ?? nothing).map((difference) =>
      explain(known, engine, id, difference),
    ),
  );
  return { engine, played: cases.length, left, findings };
}

/** The sentences that a test fails with. */
export function unexplained({ engine, findings }: EngineResult): string[] {
  return findings
    .filter(({ known }) => known === null)
    .map(({ caseId, difference }) => `${engine} ${caseId}: ${difference}`);
}
