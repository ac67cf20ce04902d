import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import type { Command, Effect, InstanceState } from '@esocial/process-core/types.ts';
import type { CompiledWorkflow } from '../../definitions/definition.ts';
import type { CaseDefinitions } from '../case-definitions.ts';
import type { CaseFacts, LoadedInstance } from '../case-facts.ts';
import type {
  CaseEventRow,
  DeadlineRow,
  IncidentRow,
  JobRow,
  NotificationRow,
  OutboxRow,
  QueueRow,
  RareWrites,
  StepChanges,
  SubscriptionRow,
  TaskRow,
  TimerRow,
} from '../step-writes.ts';

export type EffectOf<Type extends Effect['type']> = Extract<Effect, { type: Type }>;
export type CreatedJob = EffectOf<'jobCreated'>;

/** An instance that the step drives. */
export interface DrivenInstance extends Omit<LoadedInstance, 'state'> {
  state: InstanceState | null;
  workflow: CompiledWorkflow;
  model: ProcessModel;
  endedAt: string | null;
  /** Commands carried out in this step. */
  readonly commands: string[];
  readonly changes: Required<StepChanges>;
}

/** Something still to do within the step, oldest first. */
export type StepWork =
  | { do: 'command'; instanceId: string; command: Command }
  | { do: 'job'; instanceId: string; job: CreatedJob }
  | { do: 'migrate'; instanceId: string; targetVersionId: string; mapping: Readonly<Record<string, string>> };

/** The work sheet of one step: what is to do, and the rows that come of it. */
export interface StepSheet {
  readonly now: Date;
  readonly actorId: string | null;
  readonly definitions: CaseDefinitions;
  facts: CaseFacts;
  readonly instances: Map<string, DrivenInstance>;
  readonly queue: StepWork[];
  readonly rows: {
    queues: QueueRow[];
    tasks: TaskRow[];
    deadlines: DeadlineRow[];
    timers: TimerRow[];
    jobs: JobRow[];
    subscriptions: SubscriptionRow[];
    incidents: IncidentRow[];
    events: CaseEventRow[];
    notifications: NotificationRow[];
    outbox: OutboxRow[];
  };
  readonly rare: Required<Omit<RareWrites, 'consumedSignal' | 'repinnedCase'>>;
  readonly removed: { tasks: string[]; timers: string[]; jobs: string[]; subscriptions: string[]; incidents: string[] };
}

export function createStepSheet(base: Pick<StepSheet, 'now' | 'actorId' | 'definitions' | 'facts'>): StepSheet {
  return {
    ...base,
    instances: new Map(),
    queue: [],
    rows: {
      queues: [],
      tasks: [],
      deadlines: [],
      timers: [],
      jobs: [],
      subscriptions: [],
      incidents: [],
      events: [],
      notifications: [],
      outbox: [],
    },
    rare: {
      signalSubscriptions: [],
      removedSignalSubscriptions: [],
      signals: [],
      heldJobs: [],
      freedJobs: [],
      heldSubscriptions: [],
      freedSubscriptions: [],
      migratedInstances: [],
      migratedElements: [],
      migratedIncidents: [],
      migratedTimers: [],
      migratedSubscriptions: [],
    },
    removed: { tasks: [], timers: [], jobs: [], subscriptions: [], incidents: [] },
  };
}

/** Puts a loaded or new instance on the sheet. */
export async function driveInstance(sheet: StepSheet, loaded: LoadedInstance): Promise<DrivenInstance> {
  const workflow = await sheet.definitions.workflowVersion(loaded.workflowVersionId);
  const model = workflow.processes.get(loaded.processId);
  if (!model) throw new Error(`Workflow version ${loaded.workflowVersionId} has no process ${loaded.processId}`);
  const state = loaded.state as InstanceState | null;
  const driven: DrivenInstance = {
    ...loaded,
    state,
    workflow,
    model,
    endedAt: null,
    commands: [],
    changes: { a: [], c: [], t: [], f: [], d: [] },
  };
  sheet.instances.set(loaded.id, driven);
  return driven;
}

/** The step needs an instance that was not loaded with it; load it too and take the step again. */
export class MissingInstance extends Error {
  readonly instanceId: string;

  constructor(instanceId: string) {
    super(`Instance ${instanceId} is not loaded`);
    this.name = 'MissingInstance';
    this.instanceId = instanceId;
  }
}

/** Takes a row that this very step made off its list again; false when it is in the database. */
export function dropRow(rows: { id: string }[], id: string): boolean {
  const index = rows.findIndex((row) => row.id === id);
  if (index >= 0) rows.splice(index, 1);
  return index >= 0;
}
