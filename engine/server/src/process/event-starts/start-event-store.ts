import type { Variables } from '@esocial/process-core/types.ts';
import type { StartTimer } from '@esocial/process-core/start-timer.ts';
import type { Database } from '../../database/database.ts';

export interface StartEventRow {
  readonly workflow_version_id: string;
  readonly process_id: string;
  readonly element_id: string;
  readonly active_from: string;
  readonly message_name: string | null;
  readonly signal_name: string | null;
  readonly due_at: string | null;
  readonly starts_left: number | null;
  readonly repeat_interval: string | null;
}

/** A start event of a workflow version. */
export interface StartEventKey {
  readonly workflowVersionId: string;
  readonly processId: string;
  readonly elementId: string;
}

export interface DueStart extends StartEventKey {
  readonly dueAt: Date;
  readonly startsLeft: number;
  readonly interval: string | null;
}

/** A message and a start event that waits for it. */
export interface MessageStart extends StartEventKey {
  readonly messageId: string;
  readonly correlationKey: string;
  readonly variables: Variables;
}

/** A signal that has not yet started all that begins with it. */
export interface BroadcastSignal {
  readonly id: string;
  readonly variables: Variables;
}

const MAX_FAILURES = 5;

const key = `e.workflow_version_id as "workflowVersionId", e.process_id as "processId", e.element_id as "elementId"`;

// A version is in force from its legal day on, and not before it was activated.
const findNew = `
  select v.id as "versionId",
    greatest(coalesce(r.activated_at, $2), v.effective_from::timestamp at time zone 'Europe/Chisinau') as "activeFrom"
  from definition_versions v join releases r on r.id = v.release_id
  where v.id = any($1) and not exists (select from start_events e where e.workflow_version_id = v.id)`;

const insert = `
  insert into start_events (workflow_version_id, process_id, element_id, active_from, message_name, signal_name, due_at,
    starts_left, repeat_interval)
  select * from jsonb_to_recordset($1) as e(workflow_version_id uuid, process_id text, element_id text,
    active_from timestamptz, message_name text, signal_name text, due_at timestamptz, starts_left integer,
    repeat_interval text)
  on conflict do nothing`;

const lockDue = `
  select ${key}, e.due_at as "dueAt", e.starts_left as "startsLeft", e.repeat_interval as "interval"
  from start_events e
  where e.due_at <= $1 and (e.retry_at is null or e.retry_at <= $1) and e.workflow_version_id = any($2)
  order by e.due_at limit 1 for update skip locked`;

// As in Zeebe: a message reaches a process once, counted over its versions, and a correlation key has one active
// instance at a time. A message that was published before the version was in force is not the version's.
const waiting = `
  select m.id as "messageId", m.correlation_key as "correlationKey", m.variables, ${key}
  from messages m join start_events e on e.message_name = m.name
  where e.workflow_version_id = any($2) and (m.id = $3 or ($3::uuid is null and m.expires_at > $1))
    and m.published_at >= e.active_from and m.failures < ${MAX_FAILURES}
    and not m.correlated_processes @> array[e.process_id]
    and (m.correlation_key = '' or not exists (
      select from message_started_instances x join process_instances i on i.id = x.instance_id
      where x.process_id = e.process_id and x.correlation_key = m.correlation_key and i.status in ('active', 'suspended')))
  order by m.id, e.process_id, e.element_id`;

// A version that came into force after the broadcast was not there to hear it.
const heardBy = `
  select ${key} from signals s join start_events e on e.signal_name = s.name
  where s.id = $1 and e.workflow_version_id = any($2) and e.active_from <= s.broadcast_at
    and not exists (select from signal_starts x where x.signal_id = s.id
      and x.workflow_version_id = e.workflow_version_id and x.process_id = e.process_id and x.element_id = e.element_id)
  order by e.workflow_version_id, e.process_id, e.element_id`;

/** Start events held by the server, and the messages that start something. */
export function createStartEventStore(database: Database) {
  async function countOf(update: string, values: readonly unknown[]): Promise<number> {
    return (await database.query<{ failures: number }>(update, values))[0]?.failures ?? 0;
  }

  return {
    /** Which of these versions have no rows yet, and from when on each is in force. */
    findNew(versionIds: readonly string[], now: Date): Promise<{ versionId: string; activeFrom: Date }[]> {
      return versionIds.length === 0 ? Promise.resolve([]) : database.query(findNew, [versionIds, now]);
    },

    /** Another server process may be first. */
    async insert(rows: readonly StartEventRow[]): Promise<void> {
      await database.query(insert, [JSON.stringify(rows)]);
    },

    /** The timer that has waited longest, locked for the unit of work; passes over those that others have. */
    async lockDue(versionIds: readonly string[], now: Date): Promise<DueStart | undefined> {
      return (await database.query<DueStart>(lockDue, [now, versionIds]))[0];
    },

    async setTimer(start: StartEventKey, next: StartTimer | null): Promise<void> {
      await database.query(
        `update start_events set due_at = $4, starts_left = $5, repeat_interval = $6, retry_at = null, failures = 0
         where workflow_version_id = $1 and process_id = $2 and element_id = $3`,
        [...keyValues(start), next?.dueAt ?? null, next?.left ?? null, next?.interval ?? null],
      );
    },

    /**
     * Tries a timer that failed again later: after a minute, then twice as long each time, at most an hour. Gives how
     * often it has failed.
     */
    async postpone(start: StartEventKey, now: Date): Promise<number> {
      return countOf(
        `update start_events set failures = least(failures + 1, 30),
           retry_at = $4::timestamptz + least(interval '1 minute' * power(2, failures), interval '1 hour')
         where workflow_version_id = $1 and process_id = $2 and element_id = $3 returning failures`,
        [...keyValues(start), now],
      );
    },

    /** The messages that can start something now: all that are buffered, or the one just published. */
    listWaiting(versionIds: readonly string[], now: Date, messageId?: string): Promise<MessageStart[]> {
      return database.query<MessageStart>(`${waiting} limit 100`, [now, versionIds, messageId ?? null]);
    },

    /** Locks a message for one start of it; false when it cannot start this any more, since somebody else was faster. */
    async lockMessage({ messageId, ...start }: MessageStart, now: Date): Promise<boolean> {
      const name = `message start ${start.processId} ${start.correlationKey}`;
      await database.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
      const locked = await database.query('select id from messages where id = $1 for update', [messageId]);
      if (locked.length === 0) return false;
      const still = await database.query<MessageStart>(waiting, [now, [start.workflowVersionId], messageId]);
      return still.some((one) => one.processId === start.processId && one.elementId === start.elementId);
    },

    async noteStarted({ messageId, processId, correlationKey }: MessageStart, instanceId: string): Promise<void> {
      await database.query(
        `with started as (
           insert into message_started_instances (instance_id, process_id, correlation_key)
           select $2, $3, $4 where $4 <> '')
         update messages set correlated_processes = array_append(correlated_processes, $3) where id = $1`,
        [messageId, instanceId, processId, correlationKey],
      );
    },

    /** Signals that may still have something to start. */
    listSignals(now: Date): Promise<BroadcastSignal[]> {
      return database.query(
        `select id, variables from signals where not starts_done and (retry_at is null or retry_at <= $1) order by id limit 20`,
        [now],
      );
    },

    /** The start events that have heard a signal and have not been started by it. */
    listHeard(signalId: string, versionIds: readonly string[]): Promise<StartEventKey[]> {
      return database.query(heardBy, [signalId, versionIds]);
    },

    /** Notes one start of a signal, which is locked for it; false when somebody else was faster. */
    async noteSignalStart(signalId: string, start: StartEventKey): Promise<boolean> {
      await database.query('select id from signals where id = $1 for update', [signalId]);
      const noted = await database.query(
        `insert into signal_starts (signal_id, workflow_version_id, process_id, element_id) values ($1, $2, $3, $4)
         on conflict do nothing returning signal_id`,
        [signalId, ...keyValues(start)],
      );
      return noted.length > 0;
    },

    async noteSignalDone(signalId: string): Promise<void> {
      await database.query('update signals set starts_done = true where id = $1', [signalId]);
    },

    /** Tries again later what a signal starts; the fifth time it is given up. Gives how often it has failed. */
    async postponeSignal(signalId: string, now: Date): Promise<number> {
      return countOf(
        `update signals set failures = failures + 1, starts_done = failures + 1 >= ${MAX_FAILURES},
           retry_at = $2::timestamptz + interval '1 minute' * power(2, failures)
         where id = $1 returning failures`,
        [signalId, now],
      );
    },

    /** Gives how often the message has failed. */
    noteFailure: (messageId: string): Promise<number> =>
      countOf('update messages set failures = failures + 1 where id = $1 returning failures', [messageId]),
  };
}

export type StartEventStore = ReturnType<typeof createStartEventStore>;

function keyValues({ workflowVersionId, processId, elementId }: StartEventKey): string[] {
  return [workflowVersionId, processId, elementId];
}
