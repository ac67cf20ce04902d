import type { Database } from '../database/database.ts';
import type { LiveEvent, LiveEvents } from '../events/live-events.ts';

export interface ChangingDependencies {
  readonly database: Database;
  readonly live: Pick<LiveEvents, 'publish'>;
}

/** Opens one unit of work; what it tells is published to open screens after the commit, and not at all without one. */
export async function changing<T>(
  { database, live }: ChangingDependencies,
  work: (tell: (event: LiveEvent) => void) => Promise<T>,
): Promise<T> {
  const events: LiveEvent[] = [];
  const result = await database.transaction(() => work((event) => events.push(event)));
  live.publish(events);
  return result;
}
