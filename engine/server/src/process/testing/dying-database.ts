import type { Database } from '../../database/database.ts';

/** The server dies before or after a round trip to the database. */
export class Killed extends Error {}

export type Fault = { readonly at: number; readonly when: 'before' | 'after' };

/**
 * A database whose client dies at one of its round trips: what it had begun is rolled back, what it had committed
 * stays. The commit of a unit of work is a round trip as well. `hasDied` waits for what was still underway.
 */
export function dyingDatabase(database: Database, { at, when }: Fault): Database & { hasDied(): Promise<boolean> } {
  let trips = 0;
  let isReached = false;
  const underway: Promise<unknown>[] = [];
  const trip = async <T>(run: () => Promise<T>): Promise<T> => {
    trips += 1;
    const isFatal = trips === at;
    // Who is dead does nothing any more, whatever runs beside.
    if (isFatal && when === 'before') isReached = true;
    if (trips > at || isReached) throw new Killed();
    const running = run();
    underway.push(running);
    const result = await running;
    if (isFatal) {
      isReached = true;
      throw new Killed();
    }
    return result;
  };
  return {
    ...database,
    async hasDied() {
      await Promise.allSettled(underway);
      return trips >= at;
    },
    prepared: (statement, values) => trip(() => database.prepared(statement, values)),
    query: (sql, values) => trip(() => database.query(sql, values)),
    async transaction<T>(work: () => Promise<T>): Promise<T> {
      if (database.inTransaction()) return work();
      const dying: { afterCommit?: Killed } = {};
      const result = await database.transaction(async () => {
        const made = await work();
        await trip(() => Promise.resolve()).catch((error: unknown) => {
          if (!(error instanceof Killed) || when === 'before' || trips > at) throw error;
          dying.afterCommit = error;
        });
        return made;
      });
      if (dying.afterCommit) throw dying.afterCommit;
      return result;
    },
  };
}
