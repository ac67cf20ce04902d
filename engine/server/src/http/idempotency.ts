import { createHash } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { AppError, BadRequestError, ForbiddenError } from '../errors/app-error.ts';
import type { IdempotencyClaim, RouteReply } from './route.ts';

export interface Idempotency {
  /**
   * Runs `work` once per claim, in one unit of work with the note of its reply; a repetition gets the same reply, unless
   * `mayRepeat` throws.
   */
  once(claim: IdempotencyClaim, work: () => Promise<RouteReply>, mayRepeat?: MayRepeat): Promise<RouteReply>;
  /**
   * For work that writes the row of `idempotency_keys` in its own statement: when it fails because an earlier request
   * with the same key succeeded, that one's reply is given. Work that is refused to the caller stays refused.
   */
  orEarlier(claim: IdempotencyClaim, work: () => Promise<RouteReply>): Promise<RouteReply>;
  /** Forgets keys older than a day; returns how many. */
  forgetOld(): Promise<number>;
}

/** Throws when the caller may no longer see what the earlier reply shows. */
export type MayRepeat = (earlier: RouteReply) => Promise<unknown>;

const HEADER = 'Idempotency-Key';

/** Reads the header of a request that creates; without a key, or with one too short or too long, it is refused. */
export function readIdempotencyKey(header: string | undefined): string {
  if (!header) {
    throw new BadRequestError('idempotency_key_missing', `A request that creates something needs ${HEADER}`, {
      header: HEADER,
    });
  }
  if (!/^[\x21-\x7e]{8,200}$/.test(header)) {
    throw new BadRequestError('invalid_idempotency_key', `${HEADER} must have 8 to 200 printable ASCII characters`);
  }
  return header;
}

/** The claim of a request: a key counts per user and route, and belongs to one body. */
export function claimOf(userId: string, method: string, path: string, key: string, body: unknown): IdempotencyClaim {
  const bodyDigest = createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest();
  return { userId, route: `${method.toUpperCase()} ${path}`, key, bodyDigest };
}

interface KeyRow {
  body_digest: Buffer;
  status: number | null;
  response: { body?: unknown; etag?: number | string; headers?: Record<string, string> } | null;
}

export function createIdempotency(database: Database): Idempotency {
  // A concurrent request with the same key waits here until the first one commits or rolls back.
  async function claimKey({ userId, route, key, bodyDigest }: IdempotencyClaim): Promise<boolean> {
    const rows = await database.query(
      `insert into idempotency_keys (user_id, route, key, body_digest) values ($1, $2, $3, $4)
       on conflict do nothing returning key`,
      [userId, route, key, bodyDigest],
    );
    return rows.length > 0;
  }

  async function findReply({ userId, route, key, bodyDigest }: IdempotencyClaim): Promise<RouteReply | undefined> {
    const [row] = await database.query<KeyRow>(
      'select body_digest, status, response from idempotency_keys where user_id = $1 and route = $2 and key = $3',
      [userId, route, key],
    );
    if (!row) return undefined;
    if (!row.body_digest.equals(bodyDigest)) {
      throw new AppError('idempotency_key_reused', 422, 'The Idempotency-Key was used before with another body');
    }
    return row.status === null ? undefined : { status: row.status, ...row.response };
  }

  async function keepReply(
    { userId, route, key }: IdempotencyClaim,
    { status, body, etag, headers }: RouteReply,
  ): Promise<void> {
    await database.query(
      'update idempotency_keys set status = $4, response = $5 where user_id = $1 and route = $2 and key = $3',
      [userId, route, key, status, { body, etag, headers }],
    );
  }

  return {
    once: (claim, work, mayRepeat) =>
      database.transaction(async () => {
        if (!(await claimKey(claim))) {
          const earlier = await findReply(claim);
          if (earlier) {
            await mayRepeat?.(earlier);
            return earlier;
          }
        }
        const reply = await work();
        await keepReply(claim, reply);
        return reply;
      }),
    async orEarlier(claim, work) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof ForbiddenError) throw error;
        const earlier = await findReply(claim);
        if (earlier) return earlier;
        throw error;
      }
    },
    async forgetOld() {
      const rows = await database.query(
        `delete from idempotency_keys where created_at < now() - interval '1 day' returning 1 as one`,
      );
      return rows.length;
    },
  };
}
