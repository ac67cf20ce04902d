import type { Variables } from '@esocial/process-core/types.ts';
import type { Database } from '../../database/database.ts';

/** A worker that dies leaves its work to others after this long. */
const LOCK_MS = 20_000;

export interface DueTimer {
  readonly id: string;
  readonly instance_id: string;
  readonly element_id: string;
}

export interface DueJob extends DueTimer {
  readonly job_type: string;
  readonly headers: Record<string, string>;
  readonly variables: Variables;
  readonly retries: number;
}

const claimTimers = {
  name: 'claim-timers',
  text: `with due as (
      select id from process_timers
      where due_at <= $1 and (locked_until is null or locked_until < $1)
      order by due_at limit $3 for update skip locked)
    update process_timers t set locked_until = $2 from due where t.id = due.id
    returning t.id, t.instance_id, t.element_id`,
};

const claimJobs = {
  name: 'claim-jobs',
  text: `with due as (
      select id from process_jobs
      where due_at <= $1 and (locked_until is null or locked_until < $1) and job_type = any($4)
      order by due_at limit $3 for update skip locked)
    update process_jobs j set locked_until = $2 from due where j.id = due.id
    returning j.id, j.instance_id, j.element_id, j.job_type, j.headers, j.variables, j.retries`,
};

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
      (select min(due_at) from start_events where due_at > $1 and retry_at is null)) as at`,
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

export async function removeJob(database: Database, id: string): Promise<void> {
  await database.query('delete from process_jobs where id = $1', [id]);
}
