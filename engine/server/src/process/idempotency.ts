import type { Json } from '@esocial/process-core/types.ts';
import type { IdempotencyClaim } from '../http/route.ts';
import type { IdempotencyRow } from './step-writes.ts';

/** The note of a reply that is committed with its effect, as the route runner reads it when the request is repeated. */
export function idempotencyRow(
  { userId, route, key, bodyDigest }: IdempotencyClaim,
  status: number,
  body: Json,
  headers: Readonly<Record<string, string>> = {},
): IdempotencyRow {
  return {
    user_id: userId,
    route,
    key,
    body_digest: bodyDigest.toString('hex'),
    status,
    response: { body, headers: { ...headers } },
  };
}
