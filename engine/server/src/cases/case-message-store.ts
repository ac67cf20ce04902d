import type { Database } from '../database/database.ts';
import { isId } from '../ids/new-id.ts';

/** A message that a process of a case waits for. */
export interface AwaitedMessage {
  readonly name: string;
  readonly correlationKey: string;
  readonly elementId: string;
}

// Both engines keep what their instances wait for; the broker's is written from its record stream.
const subscriptions = `(
  select case_id, message_name, correlation_key, element_id from message_subscriptions
  union all select case_id, message_name, correlation_key, element_id from zeebe_subscriptions) s`;

/** The messages that the processes of a case wait for, each element once. */
export function listAwaitedMessages(database: Database, caseId: string): Promise<AwaitedMessage[]> {
  return database.query<AwaitedMessage>(
    `select distinct on (message_name, element_id) message_name as "name", correlation_key as "correlationKey",
       element_id as "elementId"
     from ${subscriptions} where case_id = $1 order by message_name, element_id`,
    [caseId],
  );
}

/** The cases that a message is about: those that wait for it, and the one whose id is its key. */
export async function listCasesOfMessage(database: Database, name: string, correlationKey: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select case_id as id from ${subscriptions} where message_name = $1 and correlation_key = $2
     union select id from cases where id = $3::uuid`,
    [name, correlationKey, isId(correlationKey) ? correlationKey : null],
  );
  return rows.map(({ id }) => id);
}
