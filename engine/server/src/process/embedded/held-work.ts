import type { Database } from '../../database/database.ts';
import { NotFoundError } from '../../errors/app-error.ts';
import { nameFailure } from '../../errors/describe-cause.ts';
import { newId } from '../../ids/new-id.ts';

export type HeldKind = 'timer' | 'job' | 'message' | 'signal';

const MAX_FAILURES = 5;
const tables: Readonly<Record<HeldKind, string>> = {
  timer: 'process_timers',
  job: 'process_jobs',
  message: 'messages',
  signal: 'signal_deliveries',
};

/** Work that a worker has and could not carry out. */
export interface FailedWork {
  readonly kind: HeldKind;
  readonly id: string;
  readonly instanceId: string;
  readonly elementId: string;
  readonly error: unknown;
}

/**
 * Puts work that failed back, later each time; the fifth time it is held and an incident of its case says so, so
 * that it blocks nobody else.
 */
export async function putBack(database: Database, work: FailedWork, now: Date): Promise<void> {
  const failures = await countFailure(database, work, now);
  if (failures < MAX_FAILURES) return;
  // Whoever looks after the system reads it: it names the place and the kind of failure, no data of the case.
  const message = `The ${work.kind} of "${work.elementId}" could not be carried out: ${nameFailure(work.error)}`;
  await database.query(
    `with held as (
       insert into incidents (id, instance_id, case_id, element_id, kind, message, held_kind, held_id, raised_at)
       select $1, i.id, i.case_id, $3, 'UNKNOWN', $4, $5, $6, $7 from process_instances i
       where i.id = $2 and not exists (select from incidents x where x.held_id = $6 and x.resolved_at is null)
       returning case_id)
     insert into case_events (case_id, at, kind, event, params)
     select case_id, $7, 'process', 'incident.raised', jsonb_build_object('elementId', $3::text, 'kind', 'UNKNOWN') from held`,
    [newId(), work.instanceId, work.elementId, message.slice(0, 2000), work.kind, work.id, now],
  );
}

async function countFailure(database: Database, { kind, id }: FailedWork, now: Date): Promise<number> {
  const later =
    kind === 'message'
      ? ''
      : `, locked_until = null,
         due_at = case when failures + 1 >= ${MAX_FAILURES} then 'infinity' else $2::timestamptz + interval '1 second' * power(4, failures) end`;
  const sql = `update ${tables[kind]} set failures = failures + 1${later} where id = $1 returning failures`;
  return (await database.query<{ failures: number }>(sql, kind === 'message' ? [id] : [id, now]))[0]?.failures ?? 0;
}

/**
 * Sets held work free again and resolves its incident. Gives its instance; `held` is false when the process core
 * holds the incident, so that its step is still to be taken. Throws NotFoundError for an incident that is not open.
 */
export async function retryHeldWork(
  database: Database,
  { incidentId, actorId, now }: { incidentId: string; actorId: string | null; now: Date },
): Promise<{ instanceId: string; caseId: string; held: boolean }> {
  const rows = await database.query<{
    instance_id: string;
    case_id: string;
    held_kind: HeldKind | null;
    held_id: string;
  }>('select instance_id, case_id, held_kind, held_id from incidents where id = $1 and resolved_at is null', [
    incidentId,
  ]);
  const incident = rows[0];
  if (!incident) throw new NotFoundError('open incident', incidentId);
  const found = { instanceId: incident.instance_id, caseId: incident.case_id };
  if (!incident.held_kind) return { ...found, held: false };
  const now_ = incident.held_kind === 'message' ? '' : ', locked_until = null, due_at = $2';
  await database.query(
    `with freed as (update ${tables[incident.held_kind]} set failures = 0${now_} where id = $4 returning id)
     update incidents set resolved_at = $2, resolved_by = $3 where id = $1 and (select count(*) from freed) >= 0`,
    [incidentId, now, actorId, incident.held_id],
  );
  return { ...found, held: true };
}
