/**
 * The vocabulary between the pure process core and whoever drives it (the durable engine, the simulator, tests).
 * `advance(model, state, command, context)` returns the next state and effects; it reads no clock and makes no id.
 */

/** JSON data: what process variables are. Decimals leave the core as JSON numbers. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Variables = Record<string, Json>;

/** The kinds of incident, under Zeebe's names. */
export type IncidentKind =
  | 'IO_MAPPING_ERROR'
  | 'JOB_NO_RETRIES'
  | 'EXECUTION_LISTENER_NO_RETRIES'
  | 'CONDITION_ERROR'
  | 'EXTRACT_VALUE_ERROR'
  | 'CALLED_ELEMENT_ERROR'
  | 'UNHANDLED_ERROR_EVENT'
  | 'MESSAGE_SIZE_EXCEEDED'
  | 'CALLED_DECISION_ERROR'
  | 'DECISION_EVALUATION_ERROR'
  | 'FORM_NOT_FOUND'
  | 'RESOURCE_NOT_FOUND'
  | 'UNKNOWN';

/** What the core needs from outside to take a step. Deterministic when the caller is. */
export interface AdvanceContext {
  /** Instant of the step, RFC 3339 UTC. */
  now: string;
  /** A fresh UUID; the caller may seed it. */
  newId(): string;
  /** Evaluates a decision pinned by the instance. Throws a `DecisionError` that becomes an incident. */
  evaluateDecision(decisionId: string, variables: Variables, binding?: Binding): DecisionOutcome;
}

/** Which version of a called process, decision or form is meant; without one, what the instance has pinned. */
export type Binding = { readonly type: 'deployment' } | { readonly type: 'versionTag'; readonly versionTag: string };

export interface DecisionOutcome {
  output: Json;
  /** Ids of the rules that matched, in order, for the explanation. */
  matchedRules: string[];
}

export type Command =
  /**
   * Starts the instance at its none start event, or at `startElementId` (a message or timer start). `event` is what
   * the message brings: with output mappings on the start event only what they name reaches the process, else all.
   */
  | {
      type: 'start';
      variables: Variables;
      startElementId?: string;
      event?: Variables;
      /** Another instance called this one and takes what it throws: `errorThrown` and `escalationThrown` may come. */
      called?: true;
    }
  /** `data` is the submission; only the task's output mappings take it into the process. */
  | { type: 'completeUserTask'; elementInstanceId: string; data: Json }
  | { type: 'completeJob'; elementInstanceId: string; variables: Variables }
  /** With `retries` 0 an incident is raised; otherwise the job is created anew, due at `retryAt`. */
  | { type: 'failJob'; elementInstanceId: string; retries: number; message: string; retryAt?: string }
  | { type: 'throwError'; elementInstanceId: string; errorCode: string; message?: string; variables?: Variables }
  | { type: 'triggerTimer'; timerId: string }
  | { type: 'correlateMessage'; subscriptionId: string; variables: Variables }
  /** A signal thrown by any instance, or from outside, for each subscription to its name. */
  | { type: 'triggerSignal'; subscriptionId: string; variables: Variables }
  | { type: 'completeCalledInstance'; elementInstanceId: string; variables: Variables }
  /** `errorThrown` of a called instance. Caught, it ends the call: `calledInstanceCancelled` follows. */
  | {
      type: 'throwCalledError';
      elementInstanceId: string;
      errorCode: string;
      message?: string;
      variables?: Variables;
    }
  /** `calledErrorUncaught` of the caller: what this instance has thrown is an incident of its thrower now. */
  | { type: 'refuseErrors' }
  /** `escalationThrown` of a called instance. */
  | { type: 'throwCalledEscalation'; elementInstanceId: string; code: string; variables?: Variables }
  /**
   * The driver cannot do what a call activity or user task has asked for (no such process or form): an incident of the
   * element instead. Resolved, it asks again.
   */
  | {
      type: 'failActivation';
      elementInstanceId: string;
      kind: 'CALLED_ELEMENT_ERROR' | 'FORM_NOT_FOUND';
      message: string;
    }
  | { type: 'resolveIncident'; incidentId: string }
  /** Without `elementInstanceId` the variables are set at the root. */
  | { type: 'setVariables'; variables: Variables; elementInstanceId?: string }
  /** First all elements are activated, then all instances terminated, with the scopes that this leaves empty. */
  | { type: 'modify'; activate?: ActivateInstruction[]; terminate?: string[] }
  /** Starts activities of a running ad-hoc sub-process, whose element instance is named; each a further time, too. */
  | { type: 'activateAdHoc'; elementInstanceId: string; elementIds: string[] }
  /** Cancels every timer, keeping the time it had left; only `resume`, `cancel` and `setVariables` are taken then. */
  | { type: 'suspend' }
  /** Sets every timer anew, as far off as it was when the instance was suspended. */
  | { type: 'resume' }
  | { type: 'cancel' };

export interface ActivateInstruction {
  elementId: string;
  /**
   * Element instance of a scope around the element, in which it is activated; needed when several would do. Scopes
   * between the two are opened anew, without their start events.
   */
  ancestorId?: string;
  /** Set before the element starts: for the process, or local to `scopeElementId`, the element or a scope opened for it. */
  variables?: { variables: Variables; scopeElementId?: string }[];
}

export type ElementTransition = 'activated' | 'completed' | 'terminated';

/** What has to be done or remembered outside. Order is the order of happening. */
export type Effect =
  | {
      type: 'elementChanged';
      transition: ElementTransition;
      elementId: string;
      elementType: string;
      elementInstanceId: string;
      parentId: string | null;
    }
  | { type: 'sequenceFlowTaken'; flowId: string }
  | {
      type: 'userTaskCreated';
      elementInstanceId: string;
      elementId: string;
      name: string;
      /** `zeebe:formDefinition externalReference`. */
      formKey: string | null;
      /** Version of the form, when the diagram asks for another than the pinned one. */
      formBinding?: Binding;
      candidateGroups: string[];
      candidateUsers: string[];
      assignee: string | null;
      dueDate: string | null;
      followUpDate: string | null;
      /** 0 to 100, 50 unless the diagram says otherwise. */
      priority: number;
      /** `zeebe:properties` of the element: deadlineRule, territory, … */
      properties: Record<string, string>;
      /** The task's local variables after its input mappings. */
      variables: Variables;
    }
  | { type: 'userTaskCompleted'; elementInstanceId: string; elementId: string }
  | { type: 'userTaskWithdrawn'; elementInstanceId: string; elementId: string }
  | {
      type: 'jobCreated';
      elementInstanceId: string;
      elementId: string;
      jobType: string;
      retries: number;
      headers: Record<string, string>;
      variables: Variables;
      dueAt: string | null;
      /** An execution listener of the element or the process, not its own work; it may not throw errors. */
      listener?: 'start' | 'end';
    }
  | { type: 'jobWithdrawn'; elementInstanceId: string }
  | { type: 'timerSet'; timerId: string; elementInstanceId: string; elementId: string; dueAt: string }
  | { type: 'timerCancelled'; timerId: string }
  | {
      type: 'subscriptionOpened';
      subscriptionId: string;
      elementInstanceId: string;
      elementId: string;
      messageName: string;
      correlationKey: string;
    }
  /** Closed by `subscriptionClosed`, answered by `triggerSignal`. */
  | {
      type: 'signalSubscriptionOpened';
      subscriptionId: string;
      elementInstanceId: string;
      elementId: string;
      signalName: string;
    }
  | { type: 'subscriptionClosed'; subscriptionId: string }
  /** For everybody who waits for the name, in any instance, and for the signal start events of all processes. */
  | { type: 'signalThrown'; name: string; variables: Variables }
  /** Nothing in this called instance catches the error: the caller's `throwCalledError`. The thrower waits. */
  | { type: 'errorThrown'; elementInstanceId: string; code: string; message: string; variables: Variables }
  /** Nobody has caught the error of this called instance: its `refuseErrors`. */
  | { type: 'calledErrorUncaught'; childInstanceId: string }
  /** Nothing in this called instance catches the escalation: the caller's `throwCalledEscalation`. */
  | { type: 'escalationThrown'; elementInstanceId: string; code: string; variables: Variables }
  /** The caller starts an instance of its own and answers with `completeCalledInstance`. */
  | {
      type: 'instanceCalled';
      elementInstanceId: string;
      elementId: string;
      processId: string;
      childInstanceId: string;
      variables: Variables;
      binding?: Binding;
    }
  | { type: 'calledInstanceCancelled'; childInstanceId: string }
  | {
      type: 'incidentRaised';
      incidentId: string;
      elementInstanceId: string;
      elementId: string;
      kind: IncidentKind;
      message: string;
    }
  | { type: 'incidentResolved'; incidentId: string }
  | {
      type: 'decisionEvaluated';
      elementInstanceId: string;
      elementId: string;
      decisionId: string;
      output: Json;
      matchedRules: string[];
    }
  | { type: 'variablesChanged'; scopeId: string; names: string[] }
  /** The instance runs another model from now on; what it waits for follows in the effects behind. */
  | { type: 'instanceMigrated'; fromProcessId: string; processId: string }
  /** Its task, job, incidents and called instance stay as they are, under the new element. */
  | {
      type: 'elementMigrated';
      elementInstanceId: string;
      fromElementId: string;
      elementId: string;
      elementType: string;
      parentId: string | null;
    }
  /** A timer that stays set under its old due date, for another event. */
  | { type: 'timerMigrated'; timerId: string; elementInstanceId: string; elementId: string; dueAt: string }
  /** A subscription to a message or signal that stays open under its old name and key, for another event. */
  | { type: 'subscriptionMigrated'; subscriptionId: string; elementInstanceId: string; elementId: string }
  | { type: 'instanceSuspended' }
  | { type: 'instanceResumed' }
  | { type: 'instanceCompleted'; variables: Variables }
  | { type: 'instanceTerminated' };

/**
 * Everything an instance remembers between steps, as plain JSON: small, without anything derivable from the model.
 * Only the core looks inside; the durable engine stores it as it is.
 */
export interface InstanceState {
  instanceId: string;
  status: 'active' | 'completed' | 'terminated';
  /** Instant of the suspension; absent while the instance runs. */
  suspendedAt?: string;
  /** Active element instances by id; the process itself is the root and has the instance's id. */
  elements: Record<string, ElementInstance>;
  /** Variables by scope (an element instance id). */
  variables: Record<string, Variables>;
  incidents: Record<string, { elementInstanceId: string; kind: IncidentKind; message: string }>;
}

export interface ElementInstance {
  elementId: string;
  parentId: string | null;
  /** Whatever the element type needs to remember (taken flows at a join, timers, subscriptions, called child, …). */
  data?: Json;
}

export interface AdvanceResult {
  state: InstanceState;
  effects: Effect[];
}

/** A command that does not fit the state (unknown or finished element instance, …). Nothing has changed. */
export class CommandRejected extends Error {
  constructor(
    readonly code: 'NOT_FOUND' | 'INVALID_STATE' | 'INVALID_ARGUMENT',
    message: string,
  ) {
    super(message);
    this.name = 'CommandRejected';
  }
}
