import { advance } from '@esocial/process-core/advance.ts';
import { migrateInstance } from '@esocial/process-core/migration/migrate-instance.ts';
import type { AdvanceContext, Command } from '@esocial/process-core/types.ts';
import { AppError, ConflictError } from '../../errors/app-error.ts';
import { nameFailure } from '../../errors/describe-cause.ts';
import { newId } from '../../ids/new-id.ts';
import type { JobHandler } from '../jobs/job-handler.ts';
import { jobHandlers } from '../jobs/job-handlers.ts';
import { applyEffect } from './apply-effect.ts';
import { failCall } from './instance-effects.ts';
import type { CreatedJob, DrivenInstance, StepSheet, StepWork } from './step-sheet.ts';
import { MissingInstance } from './step-sheet.ts';
import { evaluatePinnedDecision } from './evaluate-pinned-decision.ts';

/** Commands and jobs of one step, and the instances that it may call: a process that never waits stops here. */
const MAX_WORK = 5_000;
const MAX_CALLED = 200;
const RETRY_AFTER_MS = 60_000;

/**
 * Works off the sheet's queue: what the command brings, the jobs that the platform does itself, called processes
 * and the answers to their callers. Nothing is written; the sheet holds what is to be.
 */
export async function runStep(sheet: StepSheet): Promise<void> {
  let done = 0;
  for (let work = sheet.queue.shift(); work; work = sheet.queue.shift()) {
    done += 1;
    if (done > MAX_WORK)
      throw new AppError(
        'step_too_long',
        500,
        `The case ${sheet.facts.id} does not come to rest within ${MAX_WORK} commands`,
      );
    await doWork(sheet, work);
  }
}

async function doWork(sheet: StepSheet, work: StepWork): Promise<void> {
  const instance = sheet.instances.get(work.instanceId);
  if (!instance) throw new MissingInstance(work.instanceId);
  if (isOneTooMany(sheet, instance, work)) return refuseCall(sheet, instance);
  refuseSuspended(instance, work);
  if (work.do === 'job') return doJob(sheet, instance, work.job);
  if (work.do === 'migrate') return migrate(sheet, instance, work);
  const { state, effects } = advance(
    instance.model,
    instance.state,
    work.command,
    contextFor(sheet, instance, work.command.type),
  );
  instance.state = state;
  instance.commands.push(work.command.type);
  for (const effect of effects) {
    const written = applyEffect(sheet, instance, effect);
    if (written) await written;
  }
}

function isOneTooMany({ instances }: StepSheet, { parentInstanceId }: DrivenInstance, work: StepWork): boolean {
  return (
    instances.size > MAX_CALLED && parentInstanceId !== null && work.do === 'command' && work.command.type === 'start'
  );
}

/** Processes that call each other without end become an incident where the last of them was called. */
function refuseCall(sheet: StepSheet, instance: DrivenInstance): void {
  const { id, processId, parentInstanceId, parentElementInstanceId } = instance;
  sheet.instances.delete(id);
  const message = `The process "${processId}" was called the ${MAX_CALLED}th time in one step. Let it wait for something in between, then resolve the incident.`;
  failCall(sheet, parentInstanceId ?? '', parentElementInstanceId ?? '', message);
}

/** What may be done to a process that stands still. The core refuses the rest too; here it has a code for people. */
const whileSuspended: ReadonlySet<string> = new Set(['resume', 'cancel', 'setVariables']);

function refuseSuspended({ id, state }: DrivenInstance, work: StepWork): void {
  const mayGoOn = work.do === 'migrate' || (work.do === 'command' && whileSuspended.has(work.command.type));
  if (!state?.suspendedAt || mayGoOn) return;
  throw new ConflictError('instance_suspended', `The process instance ${id} is suspended; resume it first`);
}

/** From here on the instance runs the model of another version of its workflow. */
async function migrate(
  sheet: StepSheet,
  instance: DrivenInstance,
  { targetVersionId, mapping }: Extract<StepWork, { do: 'migrate' }>,
): Promise<void> {
  const workflow = await sheet.definitions.workflowVersion(targetVersionId);
  const target = workflow.processes.get(instance.processId);
  if (!target || !instance.state)
    throw new ConflictError('command_rejected', `The version ${targetVersionId} has no process ${instance.processId}`);
  const source = instance.model;
  const { state, effects } = migrateInstance(
    source,
    target,
    mapping,
    instance.state,
    contextFor(sheet, instance, 'migrate'),
  );
  Object.assign(instance, { state, workflow, model: target });
  instance.commands.push('migrate');
  for (const effect of effects) {
    const written = applyEffect(sheet, instance, effect);
    if (written) await written;
  }
}

/** A new instance takes the first id drawn as its own. */
function contextFor(sheet: StepSheet, instance: DrivenInstance, command: string): AdvanceContext {
  const ids = command === 'start' ? [instance.id] : [];
  const now = sheet.now.toISOString();
  return {
    now,
    newId: () => ids.pop() ?? newId(sheet.now.getTime()),
    evaluateDecision: (decisionId, variables) => evaluatePinnedDecision(instance.workflow, decisionId, variables, now),
  };
}

/** A job that fails waits in a row of its own until it is tried again, or becomes an incident: the core counts. */
function doJob(sheet: StepSheet, instance: DrivenInstance, job: CreatedJob): void {
  const { elementInstanceId } = job;
  sheet.queue.push({ do: 'command', instanceId: instance.id, command: outcomeOf(sheet, job, elementInstanceId) });
}

function outcomeOf(sheet: StepSheet, job: CreatedJob, elementInstanceId: string): Command {
  try {
    return { type: 'completeJob', elementInstanceId, variables: handlerOf(job)(sheet, job) };
  } catch (error) {
    const message = nameFailure(error);
    const retryAt = new Date(sheet.now.getTime() + RETRY_AFTER_MS).toISOString();
    return { type: 'failJob', elementInstanceId, retries: job.retries - 1, message, retryAt };
  }
}

function handlerOf(job: CreatedJob): JobHandler {
  const handler = jobHandlers.get(job.jobType);
  if (!handler) throw new AppError('unknown_job', 500, `No worker here does jobs of the type ${job.jobType}`);
  return handler;
}
