import { nextStart } from '@esocial/process-core/start-timer.ts';
import type { StartCaseByEvent } from '../../cases/start-case-by-event.ts';
import type { Clock } from '../../clock/clock.ts';
import type { Database } from '../../database/database.ts';
import type { DefinitionReader } from '../../definitions/definition-reader.ts';
import { createActiveStarts } from './active-starts.ts';
import { createStartEventStore } from './start-event-store.ts';
import type { BroadcastSignal, DueStart, MessageStart, StartEventKey } from './start-event-store.ts';
import type { FailedStart } from './tell-failed-start.ts';

const BATCH = 20;

export interface EventStartDependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly clock: Clock;
  /** Opens the case in the current unit of work. */
  readonly startCase: StartCaseByEvent;
  readonly onError: (error: unknown, start?: object) => void;
  /** Told once for each message, signal or timer that fails, and not again while it is tried again. */
  readonly onFailedStart?: (failed: FailedStart) => Promise<void>;
}

export interface EventStarts {
  /** Starts a batch of what timers that are due, signals and buffered messages start; gives how many there were. */
  startDue(): Promise<number>;
  /** Starts what a message that was just published starts. */
  startByMessage(messageId: string): Promise<void>;
}

/**
 * The message, signal and timer starts of workflow versions in force. Each is one unit of work: the case with its process, and
 * the message or timer that is used up by it. So a start happens once, however many server processes look for it.
 */
export function createEventStarts(dependencies: EventStartDependencies): EventStarts {
  const { database, clock, onError } = dependencies;
  const store = createStartEventStore(database);
  const active = createActiveStarts({ ...dependencies, store });

  async function tell(failures: number, start: StartEventKey | undefined, failed: Pick<FailedStart, 'by' | 'error'>) {
    if (failures !== 1 || !start) return;
    const { workflowVersionId, elementId } = start;
    await dependencies.onFailedStart?.({ workflowVersionId, elementId, ...failed });
  }

  async function startByTimer(versionIds: readonly string[]): Promise<boolean> {
    let due: DueStart | undefined;
    try {
      return await database.transaction(async () => {
        due = await store.lockDue(versionIds, clock.now());
        if (!due) return false;
        const { dueAt, startsLeft: left, interval } = due;
        await dependencies.startCase({ ...due, by: 'timer', variables: {} });
        await store.setTimer(due, nextStart({ dueAt: dueAt.toISOString(), left, interval }, clock.now().toISOString()));
        return true;
      });
    } catch (error) {
      onError(error, due);
      if (due) await tell(await store.postpone(due, clock.now()), due, { by: 'timer', error });
      return due !== undefined;
    }
  }

  async function startOne(waiting: MessageStart): Promise<void> {
    try {
      await database.transaction(async () => {
        if (!(await store.lockMessage(waiting, clock.now()))) return;
        const { instanceId } = await dependencies.startCase({ ...waiting, by: 'message' });
        await store.noteStarted(waiting, instanceId);
      });
    } catch (error) {
      const { messageId, workflowVersionId, elementId } = waiting;
      onError(error, { messageId, workflowVersionId, elementId });
      await tell(await store.noteFailure(messageId), waiting, { by: 'message', error });
    }
  }

  async function startByMessages(versionIds: readonly string[], messageId?: string): Promise<number> {
    if (versionIds.length === 0) return 0;
    const waiting = await store.listWaiting(versionIds, clock.now(), messageId);
    for (const one of waiting) await startOne(one);
    return waiting.length;
  }

  async function startBySignal({ id, variables }: BroadcastSignal, versionIds: readonly string[]): Promise<number> {
    const heard = await store.listHeard(id, versionIds);
    let current: StartEventKey | undefined;
    try {
      for (const start of heard) {
        current = start;
        await database.transaction(async () => {
          if (await store.noteSignalStart(id, start))
            await dependencies.startCase({ ...start, by: 'signal', variables });
        });
      }
      await store.noteSignalDone(id);
    } catch (error) {
      onError(error, { signalId: id });
      await tell(await store.postponeSignal(id, clock.now()), current, { by: 'signal', error });
    }
    return heard.length;
  }

  async function startBySignals(versionIds: readonly string[]): Promise<number> {
    let started = 0;
    for (const signal of await store.listSignals(clock.now())) started += await startBySignal(signal, versionIds);
    return started;
  }

  return {
    async startDue() {
      const { withMessages, withSignals, withTimers } = await active.refresh(clock.now());
      let started = (await startByMessages(withMessages)) + (await startBySignals(withSignals));
      if (withTimers.length === 0) return started;
      while (started < BATCH && (await startByTimer(withTimers))) started += 1;
      return started;
    },

    async startByMessage(messageId) {
      await startByMessages((await active.refresh(clock.now())).withMessages, messageId);
    },
  };
}
