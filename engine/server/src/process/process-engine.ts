import type { Command, Json, Variables } from '@esocial/process-core/types.ts';
import type { CaseFacts, LoadedInstance } from './case-facts.ts';
import type { CallerWrites, IdempotencyRow, QueueRow, TaskRow } from './step-writes.ts';

/**
 * The port of the process engines (design 4.4). A method takes what its caller writes with the step, and the two are
 * committed together. An engine that only learns later what happened answers `pending`.
 */
export interface ProcessEngine {
  /** Starts the case's process; `writes.openCase` opens the case with it. */
  startInstance(request: StartRequest): Promise<StepOutcome>;
  /** Throws StepConflict when case or task have changed since they were loaded: load again and retry. */
  completeUserTask(request: CompletionRequest): Promise<StepOutcome>;
  /** Delivers a message to whoever waits for it, and keeps it for later comers until it expires. */
  publishMessage(message: MessageRequest): Promise<void>;
  /** Keeps a signal for everybody who waits for it now and for what begins with it; gives how many wait. */
  broadcastSignal(signal: { id: string; name: string; variables: Variables }): Promise<number>;
  /** Tries again what failed. Throws NotFoundError for an incident that is not open. */
  retryIncident(request: { incidentId: string; actorId: string | null; writes?: CallerWrites }): Promise<void>;
  /** Ends the instance and everything in it. */
  cancelInstance(request: { instanceId: string; actorId: string | null; writes?: CallerWrites }): Promise<void>;
  /**
   * Does to an instance what those who look after processes ask for. Throws ConflictError `command_rejected` with the
   * reason when it does not fit where the instance is, `instance_suspended` when it stands still.
   */
  operate(request: OperateRequest): Promise<StepOutcome>;
  /** Moves an instance to another version of its workflow; throws MigrationRejected and changes nothing. */
  migrateInstance(request: MigrateRequest): Promise<void>;
}

export type OperatorCommand = Extract<
  Command,
  { type: 'modify' | 'suspend' | 'resume' | 'setVariables' | 'activateAdHoc' | 'cancel' }
>;

export interface OperateRequest {
  readonly instanceId: string;
  readonly command: OperatorCommand;
  readonly actorId: string | null;
  readonly writes?: CallerWrites;
}

export interface MigrateRequest {
  readonly instanceId: string;
  readonly targetVersionId: string;
  /** Elements by the id that they have in the version which runs now. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly actorId: string | null;
  readonly writes?: CallerWrites;
}

export interface StartRequest {
  readonly facts: CaseFacts;
  readonly instanceId: string;
  readonly actorId: string | null;
  readonly variables: Variables;
  /** The start event, when it is not the none start event of the case's own process. */
  readonly at?: StartAt;
  readonly writes: CallerWrites;
  readonly note?: ReplyNote | undefined;
}

/** A message or timer start event, and the variables that the message brings. */
export interface StartAt {
  readonly processId: string;
  readonly elementId: string;
  readonly event: Variables;
}

export interface CompletionRequest {
  readonly facts: CaseFacts;
  readonly instances: readonly LoadedInstance[];
  readonly instanceId: string;
  readonly taskId: string;
  readonly actorId: string;
  readonly data: Json;
  readonly writes: CallerWrites;
  readonly note?: ReplyNote | undefined;
}

/** Notes the reply of a repeatable request, once the outcome is known and before it is committed. */
export type ReplyNote = (outcome: StepOutcome) => IdempotencyRow;

export interface MessageRequest {
  /** A new one unless it is given. */
  readonly id?: string;
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: Variables;
  /** How long it waits for a subscription; an hour unless said otherwise. */
  readonly timeToLiveMs?: number;
  /** A second message with the same id, name and key is ignored while the first is kept. */
  readonly messageId?: string;
}

export interface StepOutcome {
  /** The broker has not answered yet: what follows is not known. */
  readonly pending: boolean;
  readonly createdTasks: readonly TaskRow[];
  /** The queues of these tasks. */
  readonly queues: readonly QueueRow[];
  /** The number given to a case that was opened. */
  readonly caseNumber: string | null;
}

/** Somebody else took a step of the case in between; nothing was written. */
export class StepConflict extends Error {
  readonly what: 'instance' | 'task' | 'work' | 'idempotency';

  constructor(what: StepConflict['what'], options?: { cause: unknown }) {
    super(`The ${what} has changed in between`, options);
    this.name = 'StepConflict';
    this.what = what;
  }
}
