import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
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
const byGoal = (left: Measurement, right: Measurement): number =>
  Number(left.goal.slice(1)) - Number(right.goal.slice(1));

/** Written after each benchmark, so that a long run that is cut short has not been for nothing. */
function writeReport(): void {
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(', ');
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, load average at the end ${load}`;
  writeFileSync(path.join(root, 'docs/benchmarks.md'), renderReport(results.sort(byGoal), machine));
}

// Peers close their connections in their own time: one that PostgreSQL ends when its database is dropped is no fault.
process.on('uncaughtException', (error: Error & { code?: string }) => {
  if (error.code === '57P01') return;
  log(String(error.stack));
  process.exit(1);
});

for (const benchmark of benchmarks) {
  if (chosen.length > 0 && !chosen.includes(benchmark.name)) continue;
  log(`\n${benchmark.name} …`);
  try {
    const measurements = await withBenchmarkDatabase(root, (database) => benchmark.run({ ...database, quick, log }));
    results.push(...measurements);
    log(renderTable(measurements));
  } catch (error) {
    // The others are still worth their time.
    process.exitCode = 1;
    log(`  !!! ${benchmark.name} HAS FAILED: ${error instanceof Error ? error.stack : String(error)}`);
  }
  if (!quick && chosen.length === 0) writeReport();
}

process.stdout.write(`${renderTable(results)}\n`);
