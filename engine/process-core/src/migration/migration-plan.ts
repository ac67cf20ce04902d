import { CommandRejected } from '../types.ts';

/** Ids of elements of the source process, each with that of the target process it goes on at. */
export type MigrationMapping = Readonly<Record<string, string>>;

/** What a migration would do with one instance; without faults it may be done. */
export interface MigrationPlan {
  readonly faults: readonly MigrationFault[];
  readonly elements: readonly MigratedElement[];
  readonly events: readonly MigratedEvent[];
}

/** An element instance and where it goes on. Its task, job, called instance, incidents and variables are kept. */
export interface MigratedElement {
  readonly elementInstanceId: string;
  readonly elementId: string;
  readonly targetElementId: string;
  readonly elementType: string;
}

/** What an element instance waits for. */
export interface MigratedEvent {
  /** `kept` timers keep their due date, `kept` subscriptions their name and key. */
  readonly action: 'kept' | 'opened' | 'closed';
  readonly kind: 'timer' | 'message' | 'signal';
  readonly elementInstanceId: string;
  /** The event in the source process; null when it is opened. */
  readonly elementId: string | null;
  /** The event in the target process; null when it is closed. */
  readonly targetElementId: string | null;
  /** Id of the timer or subscription; null when it is opened. */
  readonly id: string | null;
  readonly dueAt: string | null;
}

export type MigrationFaultCode =
  | 'UNMAPPED'
  | 'UNKNOWN_ELEMENT'
  | 'TYPE_CHANGED'
  | 'IMPLEMENTATION_CHANGED'
  | 'SCOPE_CHANGED'
  | 'LOOP_CHANGED'
  | 'EVENT_CHANGED'
  | 'HOST_CHANGED'
  | 'DUPLICATE_TARGET'
  | 'FLOW_CHANGED'
  | 'LISTENER_CHANGED'
  | 'JOIN_TOKENS'
  | 'HALTED'
  | 'EVENT_NOT_OPENED';

/** Why an instance cannot be migrated; the element of the source process is named, and what to do. */
export interface MigrationFault {
  readonly code: MigrationFaultCode;
  readonly elementId: string;
  readonly elementInstanceId: string | null;
  readonly message: string;
}

/** A migration with faults; the instance is as it was. */
export class MigrationRejected extends CommandRejected {
  readonly faults: readonly MigrationFault[];

  constructor(faults: readonly MigrationFault[]) {
    super('INVALID_STATE', faults.map(({ message }) => message).join(' '));
    this.name = 'MigrationRejected';
    this.faults = faults;
  }
}
