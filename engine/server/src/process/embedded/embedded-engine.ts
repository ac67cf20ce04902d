import type { Clock } from '../../clock/clock.ts';
import type { Database } from '../../database/database.ts';
import type { DefinitionReader } from '../../definitions/definition-reader.ts';
import { CommandRejected } from '@esocial/process-core/types.ts';
import type { AppError } from '../../errors/app-error.ts';
import { ConflictError } from '../../errors/app-error.ts';
import { readCaseDefinitions } from '../case-definitions.ts';
import type { CaseFacts, LoadedInstance } from '../case-facts.ts';
import type { ProcessEngine, ReplyNote, StepOutcome } from '../process-engine.ts';
import { StepConflict } from '../process-engine.ts';
import type { StepNotifier } from '../step-notifier.ts';
import type { CallerWrites, RareWrites } from '../step-writes.ts';
import { commitStep } from './commit-step.ts';
import { retryHeldWork } from './held-work.ts';
import type { LoadedCase } from './load-instance.ts';
import { loadInstance } from './load-instance.ts';
import { insertMessage, insertSignal, listCorrelations } from './message-store.ts';
import type { Correlation } from './message-store.ts';
import { runStep } from './run-step.ts';
import { toWrites } from './step-result.ts';
import type { StepWork } from './step-sheet.ts';
import { createStepSheet, driveInstance, MissingInstance } from './step-sheet.ts';

const MESSAGE_TIME_TO_LIVE_MS = 3_600_000;
const MAX_ATTEMPTS = 8;

export interface EngineDependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly clock: Clock;
  readonly notifier: StepNotifier;
  /** Starts the cases that a message starts; without it messages reach running processes only. */
  readonly startByMessage?: (messageId: string) => Promise<void>;
  readonly onError?: (error: unknown, message: object) => void;
}

export interface StepRequest {
  readonly facts: CaseFacts;
  readonly instances: readonly LoadedInstance[];
  readonly work: StepWork;
  readonly actorId: string | null;
  readonly writes: CallerWrites;
  readonly note?: ReplyNote | undefined;
}

/** The embedded engine, with the single step that its workers take. */
export interface EmbeddedEngine extends ProcessEngine {
  /** Computes a step from what was loaded and commits it. Throws StepConflict; nothing is written then. */
  step(request: StepRequest): Promise<StepOutcome>;
  /** Loads the instance, takes the step, and does both again when somebody else was faster. */
  stepInstance(instanceId: string, work: StepWork, writes: CallerWrites, actorId?: string | null): Promise<StepOutcome>;
  correlate(correlation: Correlation): Promise<void>;
}

export function createEmbeddedEngine(dependencies: EngineDependencies): EmbeddedEngine {
  const { database, definitions, clock, notifier } = dependencies;

  async function step(request: StepRequest): Promise<StepOutcome> {
    const instances = [...request.instances];
    for (;;) {
      try {
        return await takeStep(dependencies, { ...request, instances });
      } catch (error) {
        if (!(error instanceof MissingInstance)) throw error;
        instances.push(...(await loadInstance(database, error.instanceId)).instances.slice(0, 1));
      }
    }
  }

  async function stepInstance(
    instanceId: string,
    work: StepWork,
    writes: CallerWrites,
    actorId: string | null = null,
  ): Promise<StepOutcome> {
    const attempt = async (): Promise<StepOutcome> => {
      const loaded = await loadInstance(database, instanceId);
      return step({ ...loaded, work, actorId, writes });
    };
    return retryInOwnTransaction(attempt);
  }

  /** Within somebody's unit of work a conflict has ended that, so nothing can be tried again in it. */
  async function retryInOwnTransaction<T>(take: () => Promise<T>): Promise<T> {
    if (!database.inTransaction()) return retryConflicts(take);
    try {
      return await take();
    } catch (error) {
      throw error instanceof StepConflict && raced.has(error.what) ? busy() : error;
    }
  }

  async function deliverMessage(id: string): Promise<void> {
    for (const correlation of await listCorrelations(database, clock.now(), id)) await engine.correlate(correlation);
    await dependencies.startByMessage?.(id);
  }

  /** The message is kept: what fails now is tried again by the workers until it expires. */
  async function deliver(id: string): Promise<void> {
    await deliverMessage(id).catch((error: unknown) => dependencies.onError?.(error, { kind: 'message', id }));
  }

  const engine: EmbeddedEngine = {
    step,
    stepInstance,

    async startInstance({ facts, instanceId, actorId, variables, at, writes, note }) {
      const { process } = await definitions.compiledWorkflow(facts.workflowVersionId);
      const instance = newInstance(facts, instanceId, at?.processId ?? process.id);
      const from = at ? { startElementId: at.elementId, event: at.event } : {};
      const work: StepWork = { do: 'command', instanceId, command: { type: 'start', variables, ...from } };
      return step({ facts, instances: [instance], work, actorId, writes, note });
    },

    completeUserTask({ facts, instances, instanceId, taskId, actorId, data, writes, note }) {
      const command = { type: 'completeUserTask', elementInstanceId: taskId, data } as const;
      return step({ facts, instances, work: { do: 'command', instanceId, command }, actorId, writes, note });
    },

    async publishMessage(message) {
      const id = await insertMessage(
        database,
        { ...message, timeToLiveMs: message.timeToLiveMs ?? MESSAGE_TIME_TO_LIVE_MS },
        clock.now(),
      );
      if (id) await database.afterCommit(() => deliver(id));
    },

    async broadcastSignal(signal) {
      const subscribers = await insertSignal(database, signal, clock.now());
      await database.afterCommit(() => Promise.resolve(notifier.wake()));
      return subscribers;
    },

    async correlate({ messageId, subscriptionId, instanceId, processId, elementId, variables }) {
      const command = { type: 'correlateMessage', subscriptionId, variables } as const;
      const consumed = { kind: 'message', id: messageId, processId, subscriptionId } as const;
      const events = [{ kind: 'process', event: 'message.received', params: { elementId } }] as const;
      await ignoreGone(() =>
        stepInstance(instanceId, { do: 'command', instanceId, command }, { consumed, events: [...events] }),
      );
    },

    async retryIncident({ incidentId, actorId, writes = {} }) {
      const { instanceId, held } = await database.transaction(async () => {
        const now = clock.now();
        const found = await retryHeldWork(database, { incidentId, actorId, now });
        if (found.held)
          await commitStep(database, { ...writes, now: now.toISOString(), caseId: found.caseId, actorId });
        return found;
      });
      if (held) return;
      await stepInstance(
        instanceId,
        { do: 'command', instanceId, command: { type: 'resolveIncident', incidentId } },
        writes,
        actorId,
      );
    },

    async operate({ instanceId, command, actorId, writes = {} }) {
      try {
        return await stepInstance(instanceId, { do: 'command', instanceId, command }, writes, actorId);
      } catch (error) {
        throw error instanceof CommandRejected ? rejected(error) : error;
      }
    },

    async migrateInstance({ instanceId, targetVersionId, mapping, actorId, writes = {} }) {
      const work: StepWork = { do: 'migrate', instanceId, targetVersionId, mapping };
      await retryInOwnTransaction(async () => {
        const loaded = await loadInstance(database, instanceId);
        const repinned = await repinCase(definitions, loaded, targetVersionId);
        await step({ ...loaded, work, actorId, writes: { ...writes, ...(repinned && { rare: repinned }) } });
      });
    },

    async cancelInstance({ instanceId, actorId, writes = {} }) {
      await stepInstance(instanceId, { do: 'command', instanceId, command: { type: 'cancel' } }, writes, actorId);
    },
  };
  return engine;
}

/** A case goes over to the other version with the instance of its own process. */
async function repinCase(
  definitions: DefinitionReader,
  { facts, instances }: LoadedCase,
  targetVersionId: string,
): Promise<RareWrites | undefined> {
  if (instances[0]?.parentInstanceId) return undefined;
  const { pinSetId } = await definitions.repinned(facts.pinSetId, targetVersionId, facts.legalReferenceDate);
  return { repinnedCase: { workflow_version_id: targetVersionId, pin_set_id: pinSetId } };
}

function rejected({ code, message }: CommandRejected): AppError {
  return new ConflictError('command_rejected', message, { reason: code, detail: message });
}

async function takeStep(
  { database, definitions, clock, notifier }: EngineDependencies,
  request: StepRequest,
): Promise<StepOutcome> {
  const { facts, instances, work, actorId, writes: caller, note } = request;
  const sheet = createStepSheet({
    now: clock.now(),
    actorId,
    facts,
    definitions: await readCaseDefinitions(definitions, facts),
  });
  for (const instance of instances) await driveInstance(sheet, instance);
  sheet.queue.push(work);
  await runStep(sheet);
  const writes = toWrites(sheet, facts, caller);
  const outcome: StepOutcome = {
    pending: false,
    createdTasks: writes.tasks ?? [],
    queues: writes.queues ?? [],
    caseNumber: facts.number,
  };
  if (note) writes.idempotency = note(outcome);
  const { caseNumber } = await commitStep(database, writes);
  await database.afterCommit(async () => notifier.stepped(sheet.facts, writes));
  return { ...outcome, caseNumber: caseNumber ?? facts.number };
}

function newInstance({ workflowVersionId }: CaseFacts, id: string, processId: string): LoadedInstance {
  return {
    id,
    version: 0,
    processId,
    workflowVersionId,
    parentInstanceId: null,
    parentElementInstanceId: null,
    state: null,
  };
}

/** Conflicts after which the same step can still be taken, from what is there now. */
const raced: ReadonlySet<StepConflict['what']> = new Set(['instance', 'task']);

/**
 * Takes a step again when it lost a race; each loser leaves a winner, so few times are enough. Throws ConflictError
 * when they are not.
 */
export async function retryConflicts<T>(take: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await take();
    } catch (error) {
      if (!(error instanceof StepConflict) || !raced.has(error.what)) throw error;
      if (attempt >= MAX_ATTEMPTS) throw busy();
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * attempt));
    }
  }
}

function busy(): ConflictError {
  return new ConflictError('case_busy', 'Others kept changing the case at the same time');
}

/** Somebody else has already carried the work out. */
async function ignoreGone(take: () => Promise<unknown>): Promise<void> {
  try {
    await take();
  } catch (error) {
    if (!(error instanceof StepConflict && error.what === 'work')) throw error;
  }
}
