import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import { readStartTimer } from '@esocial/process-core/start-timer.ts';
import { legalDay } from '../../clock/legal-day.ts';
import type { DefinitionReader } from '../../definitions/definition-reader.ts';
import type { StartEventRow, StartEventStore } from './start-event-store.ts';

/** The message, signal and timer start events of the workflow versions in force, as rows that workers share. */
export interface ActiveStarts {
  /** The versions in force that have some; their rows are there. */
  refresh(now: Date): Promise<StartingVersions>;
}

export interface StartingVersions {
  readonly withMessages: readonly string[];
  readonly withSignals: readonly string[];
  readonly withTimers: readonly string[];
}

interface Dependencies {
  readonly definitions: DefinitionReader;
  readonly store: StartEventStore;
  readonly onError: (error: unknown) => void;
}

export function createActiveStarts({ definitions, store, onError }: Dependencies): ActiveStarts {
  let known: { readonly inForce: string; readonly versions: StartingVersions } | undefined;

  async function prepare(versionIds: readonly string[], now: Date): Promise<StartingVersions> {
    const withMessages: string[] = [];
    const withSignals: string[] = [];
    const withTimers: string[] = [];
    for (const versionId of versionIds) {
      const models = [...(await definitions.compiledWorkflow(versionId)).processes.values()];
      if (models.some(({ messageStarts }) => messageStarts.length > 0)) withMessages.push(versionId);
      if (models.some(({ signalStarts }) => signalStarts.length > 0)) withSignals.push(versionId);
      if (models.some(({ timerStarts }) => timerStarts.length > 0)) withTimers.push(versionId);
    }
    const starting = [...new Set([...withMessages, ...withSignals, ...withTimers])];
    for (const { versionId, activeFrom } of await store.findNew(starting, now)) {
      const { processes } = await definitions.compiledWorkflow(versionId);
      await store.insert([...processes.values()].flatMap((model) => rowsOf(versionId, model, activeFrom, onError)));
    }
    return { withMessages, withSignals, withTimers };
  }

  return {
    async refresh(now) {
      const versionIds = (await definitions.listActive('workflow', legalDay(now))).map(({ id }) => id);
      const inForce = versionIds.join();
      if (known?.inForce !== inForce) known = { inForce, versions: await prepare(versionIds, now) };
      return known.versions;
    },
  };
}

function rowsOf(
  versionId: string,
  model: ProcessModel,
  activeFrom: Date,
  onError: (error: unknown) => void,
): StartEventRow[] {
  const at = { workflow_version_id: versionId, process_id: model.id, active_from: activeFrom.toISOString() };
  const never = { message_name: null, signal_name: null, due_at: null, starts_left: null, repeat_interval: null };
  const messages = model.messageStarts.map(({ elementId, messageName }) => ({
    ...{ ...at, ...never },
    element_id: elementId,
    message_name: messageName,
  }));
  const signals = model.signalStarts.map(({ elementId, signalName }) => ({
    ...{ ...at, ...never },
    element_id: elementId,
    signal_name: signalName,
  }));
  const timers = model.timerStarts.map(({ elementId }) => ({
    ...{ ...at, ...never },
    element_id: elementId,
    ...timerOf(model, elementId, activeFrom, onError),
  }));
  return [...messages, ...signals, ...timers];
}

/** Publishing has read the timer once; what fails later starts nothing and keeps no other start waiting. */
function timerOf(model: ProcessModel, elementId: string, activeFrom: Date, onError: (error: unknown) => void) {
  try {
    const timer = readStartTimer(model, elementId, activeFrom.toISOString());
    return timer ? { due_at: timer.dueAt, starts_left: timer.left, repeat_interval: timer.interval } : {};
  } catch (error) {
    onError(error);
    return {};
  }
}
