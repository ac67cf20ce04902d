/** Milliseconds since some fixed point, with sub-millisecond resolution. */
export const now = (): number => performance.now();

export function percentile(sorted: readonly number[], share: number): number {
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return sorted[index] ?? Number.NaN;
}

export interface Summary {
  count: number;
  mean: number;
  p50: number;
  p99: number;
}

export function summarise(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return { count: sorted.length, mean, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
}

/** Durations in milliseconds of `count` runs after `warmUp` runs that do not count. */
export async function measure(
  count: number,
  warmUp: number,
  run: (index: number) => Promise<unknown>,
): Promise<Summary> {
  for (let index = 0; index < warmUp; index += 1) await run(index);
  const samples: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const started = now();
    await run(warmUp + index);
    samples.push(now() - started);
  }
  return summarise(samples);
}

/** Runs per second of `clients` loops that share `count` runs. */
export async function throughput(
  count: number,
  clients: number,
  run: (index: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const started = now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < count) {
        next += 1;
        await run(next - 1);
      }
    }),
  );
  return count / ((now() - started) / 1000);
}

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`;
export const times = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ×`;
