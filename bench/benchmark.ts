import type { BenchmarkDatabase } from './database.ts';

/** One measured line: what, ours against the peer or floor of the same run, the goal, and whether it is reached. */
export interface Measurement {
  /** Number of the goal, for example P4. */
  goal: string;
  what: string;
  ours: string;
  /** The peer or the floor that was measured in the same run. */
  against: string;
  /** Ratio or figure that the goal speaks of. */
  result: string;
  wanted: string;
  reached: boolean;
  /** Load, and what the peer does not do. */
  note: string;
}

/** Each benchmark gets an empty database on the embedded PostgreSQL, which is dropped afterwards. */
export interface BenchmarkContext extends BenchmarkDatabase {
  /** Smaller load for a quick look; its results are not written down. */
  quick: boolean;
  log: (text: string) => void;
}

export interface Benchmark {
  name: string;
  run(context: BenchmarkContext): Promise<Measurement[]>;
}
