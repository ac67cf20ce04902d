import { CommandRejected } from '@esocial/process-core/types.ts';
import { systemActor } from '../../access/actor.ts';
import { auditRow } from '../../audit/audit.ts';
import type { Clock } from '../../clock/clock.ts';
import type { Database } from '../../database/database.ts';
import { lateBatch } from '../../notifications/late-notices.ts';
import { jobHandlers } from '../jobs/job-handlers.ts';
import { ConflictError } from '../../errors/app-error.ts';
import { StepConflict } from '../process-engine.ts';
import type { CallerWrites } from '../step-writes.ts';
import type { DueJob, DueSignal, DueTimer } from './due-work-store.ts';
import {
  findNextDue,
  removeJob,
  removeSignalDelivery,
  removeSignalsDone,
  removeTimer,
  takeDueJobs,
  takeDueSignals,
  takeDueTimers,
} from './due-work-store.ts';
import type { EmbeddedEngine } from './embedded-engine.ts';
import type { FailedWork } from './held-work.ts';
import { putBack } from './held-work.ts';
import type { Correlation } from './message-store.ts';
import { listCorrelations, removeExpiredMessages } from './message-store.ts';

const BATCH = 50;
const RECENT_MS = 1_000;
const jobTypes = [...jobHandlers.keys()];

export interface WorkerDependencies {
  readonly database: Database;
  readonly engine: EmbeddedEngine;
  readonly clock: Clock;
  readonly onError: (error: unknown, work: Pick<FailedWork, 'kind' | 'id'>) => void;
}

/**
 * Carries out the timers, jobs, messages and signals that are due, a batch of each; gives how many. Any number of workers
 * share them. What fails is put back and does not keep the rest waiting.
 */
export async function doDueWork(dependencies: WorkerDependencies): Promise<number> {
  const { database, clock } = dependencies;
  const now = clock.now();
  const [timers, jobs, correlations, signals] = await Promise.all([
    takeDueTimers(database, now, BATCH),
    takeDueJobs(database, now, BATCH, jobTypes),
    listCorrelations(database, now),
    takeDueSignals(database, now, BATCH),
  ]);
  const works = [
    ...timers.map((timer) => () => fireTimer(dependencies, timer)),
    ...jobs.map((job) => () => doJob(dependencies, job)),
    ...correlations.map((correlation) => () => correlate(dependencies, correlation)),
    ...signals.map((signal) => () => triggerSignal(dependencies, signal)),
  ];
  if (works.length === 0) await Promise.all([removeExpiredMessages(database, now), removeSignalsDone(database)]);
  await inParallel(works, 4);
  return works.length;
}

/** In how many milliseconds the next timer or job is due; work that has come due in the last second counts. */
export async function untilDueWork({ database, clock }: Pick<WorkerDependencies, 'database' | 'clock'>) {
  const now = clock.now().getTime();
  const next = await findNextDue(database, new Date(now - RECENT_MS), jobTypes);
  return next && next.getTime() - now;
}

function fireTimer({ database, engine, clock, onError }: WorkerDependencies, timer: DueTimer): Promise<void> {
  const { id, instance_id: instanceId, element_id: elementId } = timer;
  const work = { do: 'command', instanceId, command: { type: 'triggerTimer', timerId: id } } as const;
  return carryOut(
    { database, clock, onError },
    { kind: 'timer', id, instanceId, elementId },
    {
      take: () =>
        engine.stepInstance(instanceId, work, {
          consumed: { kind: 'timer', id },
          ...folded(timer, clock),
          ...trace('timer', elementId, instanceId),
        }),
      drop: () => removeTimer(database, id),
    },
  );
}

function doJob({ database, engine, clock, onError }: WorkerDependencies, row: DueJob): Promise<void> {
  const { id, instance_id: instanceId, element_id: elementId, job_type: jobType, headers, variables, retries } = row;
  const job = {
    type: 'jobCreated',
    elementInstanceId: id,
    elementId,
    jobType,
    retries,
    headers,
    variables,
    dueAt: null,
  } as const;
  return carryOut(
    { database, clock, onError },
    { kind: 'job', id, instanceId, elementId },
    {
      take: () =>
        engine.stepInstance(
          instanceId,
          { do: 'job', instanceId, job },
          { consumed: { kind: 'job', id }, ...folded(row, clock), ...trace('job', elementId, instanceId) },
        ),
      drop: () => removeJob(database, id),
    },
  );
}

function correlate({ database, engine, clock, onError }: WorkerDependencies, correlation: Correlation): Promise<void> {
  const { messageId: id, instanceId, elementId } = correlation;
  return carryOut(
    { database, clock, onError },
    { kind: 'message', id, instanceId, elementId },
    {
      take: () => engine.correlate(correlation),
      drop: () => Promise.resolve(),
    },
  );
}

function triggerSignal({ database, engine, clock, onError }: WorkerDependencies, signal: DueSignal): Promise<void> {
  const { id, instance_id: instanceId, element_id: elementId, subscription_id: subscriptionId, variables } = signal;
  const work = { do: 'command', instanceId, command: { type: 'triggerSignal', subscriptionId, variables } } as const;
  return carryOut(
    { database, clock, onError },
    { kind: 'signal', id, instanceId, elementId },
    {
      take: () =>
        engine.stepInstance(instanceId, work, {
          rare: { consumedSignal: id },
          ...trace('signal', elementId, instanceId),
        }),
      drop: () => removeSignalDelivery(database, id),
    },
  );
}

/** Many that were held up together are told in one notice. */
function folded({ due_at: dueAt }: DueTimer, clock: Clock): CallerWrites {
  const noticeBatch = lateBatch(dueAt, clock.now());
  return noticeBatch ? { noticeBatch } : {};
}

function trace(part: 'timer' | 'job' | 'signal', elementId: string, instanceId: string): CallerWrites {
  const audit = auditRow(systemActor(part), {
    verb: `process.${part}`,
    objectType: 'process-instance',
    objectId: instanceId,
  });
  const event = { timer: 'timer.fired', signal: 'signal.received', job: undefined }[part];
  return { audit: [audit], ...(event ? { events: [{ kind: 'process', event, params: { elementId } }] } : {}) };
}

async function carryOut(
  { database, clock, onError }: Pick<WorkerDependencies, 'database' | 'clock' | 'onError'>,
  work: Omit<FailedWork, 'error'>,
  { take, drop }: { take: () => Promise<unknown>; drop: () => Promise<void> },
): Promise<void> {
  try {
    await take();
  } catch (error) {
    // Another worker was faster, or the instance is busy: the lock runs out and the work is looked at again.
    if (error instanceof StepConflict) return;
    if (isSuspended(error)) return;
    if (error instanceof CommandRejected) return drop();
    onError(error, work);
    await putBack(database, { ...work, error }, clock.now());
  }
}

/** Suspended since it was claimed: its row waits already until the process goes on. */
function isSuspended(error: unknown): boolean {
  return error instanceof ConflictError && error.code === 'instance_suspended';
}

async function inParallel(works: readonly (() => Promise<void>)[], width: number): Promise<void> {
  const queue = [...works];
  const runner = async (): Promise<void> => {
    for (let work = queue.shift(); work; work = queue.shift()) await work();
  };
  await Promise.all(Array.from({ length: Math.min(width, queue.length) }, runner));
}
