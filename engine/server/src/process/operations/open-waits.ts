import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import type { InstanceState } from '@esocial/process-core/types.ts';
import type { Database } from '../../database/database.ts';
import { readWaits } from '../instance-waits.ts';

type Waits = Pick<ProcessInstanceView, 'timers' | 'jobs' | 'subscriptions' | 'tasks'>;

/** Due dates beyond all time come as numbers: of what an incident holds. */
type Due = Date | number;

interface JobRow {
  readonly id: string;
  readonly element_id: string;
  readonly job_type: string;
  readonly retries: number;
  readonly due_at: Due;
  readonly locked_until: Date | null;
  readonly failures: number;
}

/** The rows that an instance waits for, found by the ids in its state. */
export async function readOpenWaits(database: Database, state: InstanceState): Promise<Waits> {
  const { jobs, tasks, timers, subscriptions } = readWaits(state);
  const [jobRows, taskRows, timerRows, subscriptionRows] = await Promise.all([
    database.query<JobRow>(
      `select id, element_id, job_type, retries, due_at, locked_until, failures from process_jobs
       where id = any($1::uuid[]) order by due_at, id`,
      [jobs],
    ),
    database.query<{ id: string; elementId: string; name: string; state: string }>(
      `select id, element_id as "elementId", name, state from tasks where id = any($1::uuid[]) order by id`,
      [tasks],
    ),
    database.query<{ id: string; due_at: Due; failures: number }>(
      'select id, due_at, failures from process_timers where id = any($1::uuid[])',
      [timers.map(({ timerId }) => timerId)],
    ),
    database.query<Waits['subscriptions'][number]>(
      `select id as "subscriptionId", element_id as "elementId", 'message' as kind, message_name as name
       from message_subscriptions where id = any($1::uuid[])
       union all
       select id, element_id, 'signal', signal_name from signal_subscriptions where id = any($1::uuid[])
       order by 1`,
      [subscriptions],
    ),
  ]);
  const timerById = new Map(timerRows.map((row) => [row.id, row]));
  return {
    jobs: jobRows.map(presentJob),
    tasks: taskRows,
    subscriptions: subscriptionRows,
    timers: timers.map(({ timerId, elementId, due }) => {
      const row = timerById.get(timerId);
      const at = { timerId, elementId, failures: row?.failures ?? 0 };
      if (!state.suspendedAt) return { ...at, ...dueAt(row?.due_at) };
      const left = (Date.parse(due) - Date.parse(state.suspendedAt)) / 1000;
      return { ...at, remainingSeconds: Math.max(0, Math.round(left)) };
    }),
  };
}

function presentJob(row: JobRow): Waits['jobs'][number] {
  const { id: elementInstanceId, element_id: elementId, job_type: jobType, retries, failures } = row;
  const lockedUntil = row.locked_until?.toISOString();
  return {
    ...{ elementInstanceId, elementId, jobType, retries, failures, ...dueAt(row.due_at) },
    ...(lockedUntil ? { lockedUntil } : {}),
  };
}

function dueAt(due: Due | undefined): { dueAt?: string } {
  return due instanceof Date ? { dueAt: due.toISOString() } : {};
}

/** Since when and why the processes of a case stand still. */
export async function findSuspension(
  database: Database,
  caseId: string,
): Promise<ProcessInstanceView['suspension'] | undefined> {
  const [row] = await database.query<{ reason: string; at: Date; actor_id: string; name: string | null }>(
    `select s.reason, s.suspended_at as at, s.actor_id, u.last_name || ' ' || u.first_name as name
     from process_suspensions s join process_instances i on i.id = s.instance_id
     left join users u on u.id::text = s.actor_id
     where i.case_id = $1 and s.resumed_at is null order by s.id desc limit 1`,
    [caseId],
  );
  if (!row) return undefined;
  const by = row.name === null ? {} : { by: { id: row.actor_id, displayName: row.name } };
  return { since: row.at.toISOString(), reason: row.reason, ...by };
}
