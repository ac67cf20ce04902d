import type { Variables } from '@esocial/process-core/types.ts';
import type { Database } from '../../database/database.ts';

/** A worker that dies leaves its work to others after this long. */
const LOCK_MS = 20_000;

export interface DueTimer {
  readonly id: string;
  readonly instance_id: string;
  readonly element_id: string;
  readonly due_at: Date;
}

export interface DueJob extends DueTimer {
  readonly job_type: string;
  readonly headers: Record<string, string>;
  readonly variables: Variables;
  readonly retries: number;
}

export interface DueSignal extends DueTimer {
  readonly subscription_id: string;
  readonly variables: Variables;
}

const claimTimers = {
  name: 'claim-timers',
  text: `with due as (
      select id from process_timers
      where due_at <= $1 and (locked_until is null or locked_until < $1)
      order by due_at limit $3 for update skip locked)
    update process_timers t set locked_until = $2 from due where t.id = due.id
    returning t.id, t.instance_id, t.element_id, t.due_at`,
};

const claimJobs = {
  name: 'claim-jobs',
  text: `with due as (
      select id from process_jobs
      where due_at <= $1 and (locked_until is null or locked_until < $1) and job_type = any($4)
      order by due_at limit $3 for update skip locked)
    update process_jobs j set locked_until = $2 from due where j.id = due.id
    returning j.id, j.instance_id, j.element_id, j.due_at, j.job_type, j.headers, j.variables, j.retries`,
};

const claimSignals = {
  name: 'claim-signals',
  text: `with due as (
      select id from signal_deliveries
      where due_at <= $1 and (locked_until is null or locked_until < $1)
      order by due_at, signal_id limit $3 for update skip locked)
    update signal_deliveries d set locked_until = $2 from due, signals s where d.id = due.id and s.id = d.signal_id
    returning d.id, d.instance_id, d.element_id, d.due_at, d.subscription_id, s.variables`,
};

/** Takes due deliveries of signals that no other worker has. */
export function takeDueSignals(database: Database, now: Date, limit: number): Promise<DueSignal[]> {
  return database.prepared<DueSignal>(claimSignals, [now, new Date(now.getTime() + LOCK_MS), limit]);
}

/** Takes due timers that no other worker has. */
export function takeDueTimers(database: Database, now: Date, limit: number): Promise<DueTimer[]> {
  return database.prepared<DueTimer>(claimTimers, [now, new Date(now.getTime() + LOCK_MS), limit]);
}

/** Takes due jobs of these types that no other worker has. */
export function takeDueJobs(
  database: Database,
  now: Date,
  limit: number,
  jobTypes: readonly string[],
): Promise<DueJob[]> {
  return database.prepared<DueJob>(claimJobs, [now, new Date(now.getTime() + LOCK_MS), limit, jobTypes]);
}

const nextDue = {
  name: 'next-due-work',
  text: `select least(
      (select min(due_at) from process_timers where due_at > $1 and locked_until is null),
      (select min(due_at) from process_jobs where due_at > $1 and locked_until is null and job_type = any($2)),
      (select min(due_at) from start_events where due_at > $1 and retry_at is null),
      (select min(due_at) from signal_deliveries where due_at > $1 and locked_until is null)) as at`,
};

/** When the next timer or job is due that was not due yet at `since`. */
export async function findNextDue(
  database: Database,
  since: Date,
  jobTypes: readonly string[],
): Promise<Date | undefined> {
  const at = (await database.prepared<{ at: Date | number | null }>(nextDue, [since, jobTypes]))[0]?.at;
  return at instanceof Date ? at : undefined;
}

/** A timer that the process no longer waits for. */
export async function removeTimer(database: Database, id: string): Promise<void> {
  await database.query('delete from process_timers where id = $1', [id]);
}

/** A delivery to a subscription that is no longer open. */
export async function removeSignalDelivery(database: Database, id: string): Promise<void> {
  await database.query('delete from signal_deliveries where id = $1', [id]);
}

/** Signals that have gone to everybody. */
export async function removeSignalsDone(database: Database): Promise<void> {
  await database.query(
    'delete from signals s where s.starts_done and not exists (select from signal_deliveries d where d.signal_id = s.id)',
  );
}

export async function removeJob(database: Database, id: string): Promise<void> {
  await database.query('delete from process_jobs where id = $1', [id]);
}
