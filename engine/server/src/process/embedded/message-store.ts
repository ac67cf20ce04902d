import type { Variables } from '@esocial/process-core/types.ts';
import type { Database } from '../../database/database.ts';
import { newId } from '../../ids/new-id.ts';
import type { MessageRequest } from '../process-engine.ts';

/** A message and a subscription that waits for it. */
export interface Correlation {
  readonly messageId: string;
  readonly subscriptionId: string;
  readonly instanceId: string;
  readonly processId: string;
  readonly elementId: string;
  readonly variables: Variables;
}

const insert = `
  insert into messages (id, name, correlation_key, message_id, variables, published_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (name, correlation_key, message_id) where message_id is not null do update
  set id = excluded.id, variables = excluded.variables, published_at = excluded.published_at,
    expires_at = excluded.expires_at, correlated_processes = '{}', failures = 0
  where messages.expires_at <= excluded.published_at
  returning id`;

/** Buffers a message; undefined when one with its message id is still kept. One that has expired makes room. */
export async function insertMessage(
  database: Database,
  message: MessageRequest & { timeToLiveMs: number },
  now: Date,
): Promise<string | undefined> {
  const expiresAt = new Date(now.getTime() + message.timeToLiveMs);
  const values = [
    message.id ?? newId(),
    message.name,
    message.correlationKey,
    message.messageId ?? null,
    JSON.stringify(message.variables),
    now,
    expiresAt,
  ];
  return (await database.query<{ id: string }>(insert, values))[0]?.id;
}

// A message reaches one instance of each process: the one that has waited longest and is not suspended. Without the first condition
// ($2, one message that was just published) all that is buffered is looked at; a message without time to live is
// seen only so.
const correlations = `
  select distinct on (m.id, s.process_id)
    m.id as "messageId", s.id as "subscriptionId", s.instance_id as "instanceId", s.process_id as "processId",
    s.element_id as "elementId", m.variables
  from messages m
  join message_subscriptions s on s.message_name = m.name and s.correlation_key = m.correlation_key
  join process_instances i on i.id = s.instance_id and i.status = 'active'
  where (m.id = $2 or ($2::uuid is null and m.expires_at > $1))
    and m.failures < 5 and not m.correlated_processes @> array[s.process_id]
  order by m.id, s.process_id, s.id
  limit 100`;

/** What can be correlated now: all that is buffered, or one message. */
export function listCorrelations(database: Database, now: Date, messageId?: string): Promise<Correlation[]> {
  return database.query<Correlation>(correlations, [now, messageId ?? null]);
}

/** Keeps a signal with a delivery to every subscription that is open now; gives how many. */
export async function insertSignal(
  database: Database,
  { id, name, variables }: { id: string; name: string; variables: Variables },
  now: Date,
): Promise<number> {
  const sql = 'select broadcast_signal($1, $2, $3, $4) as subscribers';
  const [row] = await database.query<{ subscribers: number }>(sql, [id, name, JSON.stringify(variables), now]);
  return row?.subscribers ?? 0;
}

export async function removeExpiredMessages(database: Database, now: Date): Promise<void> {
  await database.query('delete from messages where expires_at <= $1', [now]);
}
