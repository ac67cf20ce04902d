import type { Database } from '../database/database.ts';
import { defineRoute } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { SessionCookies } from '../sessions/session-cookie.ts';
import type { SessionService } from '../sessions/session-service.ts';
import { openEventStream } from './event-stream.ts';
import { hearingOf } from './event-visibility.ts';
import type { LiveEvents } from './live-events.ts';

interface Dependencies {
  readonly database: Database;
  readonly live: LiveEvents;
  readonly sessions: SessionService;
  readonly cookies: SessionCookies;
}

export function createEventRoutes({ database, live, sessions, cookies }: Dependencies): Route[] {
  async function institutionsIn(territoryIds: readonly string[]): Promise<string[]> {
    const rows = await database.query<{ id: string }>('select id from institutions where territory_id = any ($1)', [
      territoryIds,
    ]);
    return rows.map(({ id }) => id);
  }

  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/events',
      operationId: 'streamEvents',
      summary: 'Server-sent events: what changed, by id, of what the caller may see',
      policy: 'signed-in',
      responses: { 200: null },
      async handle({ actor, raw }) {
        const token = cookies.read(raw);
        const stream = openEventStream({
          actor,
          live,
          hearing: await hearingOf(actor, institutionsIn),
          isValid: async () => (await sessions.findActor(token)) !== undefined,
        });
        raw.on('close', () => stream.destroy());
        const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
        return { status: 200, headers, stream };
      },
    }),
  ];
}
