import type { Measurement } from './benchmark.ts';

/** A peer that could not be fetched or started on this machine. */
export class PeerMissing extends Error {}

/** What a peer's benchmark gives; without the peer undefined, and one loud line. */
export async function unlessMissing<T>(
  peer: string,
  log: (text: string) => void,
  measure: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await measure();
  } catch (error) {
    if (!(error instanceof PeerMissing)) throw error;
    log(`  !!! ${peer} IS NOT MEASURED: ${error.message}`);
    return undefined;
  }
}

/** The row of a peer that is missing. */
export function notMeasured(row: Pick<Measurement, 'goal' | 'what' | 'ours' | 'wanted' | 'note'>): Measurement {
  return { ...row, against: 'not measured', result: 'not measured', reached: false };
}
