import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { withBenchmarkDatabase } from './database.ts';
import { benchmarks } from './registry.ts';
import { renderReport, renderTable } from './report.ts';
import type { Measurement } from './benchmark.ts';

const root = process.cwd();
const quick = process.argv.includes('--quick');
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const log = (text: string): void => void process.stderr.write(`${text}\n`);

const results: Measurement[] = [];
for (const benchmark of benchmarks) {
  if (chosen.length > 0 && !chosen.includes(benchmark.name)) continue;
  log(`\n${benchmark.name} …`);
  const measurements = await withBenchmarkDatabase(root, (database) => benchmark.run({ ...database, quick, log }));
  results.push(...measurements);
  log(renderTable(measurements));
}

process.stdout.write(`${renderTable(results)}\n`);
if (!quick && chosen.length === 0) {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  writeFileSync(path.join(root, 'docs/benchmarks.md'), renderReport(results, machine));
}
