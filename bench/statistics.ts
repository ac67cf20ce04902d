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

/** The quickest of several rounds by its median, so that other load on the machine counts as little as it can. */
export function bestRound(rounds: readonly (readonly number[])[]): Summary {
  const [best] = rounds.map(summarise).sort((left, right) => left.p50 - right.p50);
  if (!best) throw new Error('There was no round');
  return best;
}

/** The quickest of `rounds` measurements of `count` runs each. */
export async function measureBest(
  rounds: number,
  count: number,
  run: (index: number) => Promise<unknown>,
): Promise<Summary> {
  const samples: number[][] = [];
  for (let index = 0; index < rounds * count; index += 1) {
    const round = Math.floor(index / count);
    const started = now();
    await run(index);
    (samples[round] ??= []).push(now() - started);
  }
  return bestRound(samples);
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

/** Runs per second of `clients` loops, for this long or until one of them has nothing left to do. */
export async function throughputWithin(
  seconds: number,
  clients: number,
  run: (client: number) => Promise<unknown> | undefined,
): Promise<number> {
  const started = now();
  let done = 0;
  const loop = async (client: number): Promise<void> => {
    while (now() - started < seconds * 1000) {
      const running = run(client);
      if (!running) return;
      await running;
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client)));
  return done / ((now() - started) / 1000);
}

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`;
export const perSecond = (value: number): string => `${value.toFixed(0)}/s`;
export const times = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ×`;
