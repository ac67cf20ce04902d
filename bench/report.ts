import type { Measurement } from './benchmark.ts';

const header = ['goal', 'what', 'ours', 'against', 'result', 'wanted', 'reached'];

const cells = (measurement: Measurement): string[] => [
  measurement.goal,
  measurement.what,
  measurement.ours,
  measurement.against,
  measurement.result,
  measurement.wanted,
  measurement.reached ? 'yes' : 'no',
];

const row = (values: readonly string[]): string => `| ${values.join(' | ')} |`;

/** The measurements as a Markdown table. */
export function renderTable(measurements: readonly Measurement[]): string {
  return [
    row(header),
    row(header.map(() => '---')),
    ...measurements.map((measurement) => row(cells(measurement))),
  ].join('\n');
}

/** docs/benchmarks.md: the table, then what each figure was measured under. */
export function renderReport(measurements: readonly Measurement[], machine: string): string {
  const notes = measurements.map(
    (measurement) => `- **${measurement.goal}, ${measurement.what}**: ${measurement.note}`,
  );
  return `# Benchmarks

Written by \`npm run bench\`. Ours and the peer or floor were measured in the same run on the same machine: ${machine}, the embedded PostgreSQL 18 with fsync on. Absolute times say little; the ratios are what counts.

${renderTable(measurements)}

## Load, and what the peers do not do

${notes.join('\n')}
`;
}
