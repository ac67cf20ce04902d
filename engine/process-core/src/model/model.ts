import type { Expression } from './expression.ts';

/** One process of a BPMN file, compiled. Immutable and cacheable by version; never part of an instance's state. */
export interface ProcessModel {
  readonly id: string;
  readonly name: string;
  readonly versionTag: string | null;
  readonly isExecutable: boolean;
  /** Execution listeners of the process itself. */
  readonly listeners: ListenersModel;
  /** Flow nodes of the process and of its sub-processes, by id. */
  readonly elements: ReadonlyMap<string, ElementModel>;
  readonly flows: ReadonlyMap<string, FlowModel>;
  /** Start events by the id of the process or sub-process that holds them. */
  readonly startEvents: ReadonlyMap<string, readonly ElementModel[]>;
  /** Start events of event sub-processes, by the id of the process or sub-process around them. */
  readonly eventStarts: ReadonlyMap<string, readonly ElementModel[]>;
  /** Line of each id in the XML, for fault messages. */
  readonly lines: ReadonlyMap<string, number>;

  readonly userTasks: readonly UserTaskSummary[];
  readonly messageStarts: readonly { elementId: string; messageName: string }[];
  readonly signalStarts: readonly { elementId: string; signalName: string }[];
  readonly timerStarts: readonly { elementId: string; timerType: TimerType; source: string }[];
  readonly calledProcessIds: readonly string[];
  readonly decisionIds: readonly string[];
  readonly jobTypes: readonly string[];
}

export interface UserTaskSummary {
  readonly elementId: string;
  readonly name: string;
  readonly formKey: string | null;
  readonly candidateGroups: readonly string[];
  readonly properties: Readonly<Record<string, string>>;
}

export interface FlowModel {
  readonly id: string;
  readonly name: string;
  readonly sourceId: string;
  readonly targetId: string;
  readonly condition: Expression | null;
}

/** A flow node. `type` is the BPMN name in camel case: `userTask`, `exclusiveGateway`, … */
export interface ElementModel {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Id of the process or sub-process around it. */
  readonly scopeId: string;
  readonly incoming: readonly FlowModel[];
  readonly outgoing: readonly FlowModel[];
  readonly inputs: readonly MappingModel[];
  readonly outputs: readonly MappingModel[];
  readonly properties: Readonly<Record<string, string>>;
  /** Boundary events attached to this activity. */
  readonly boundaryEvents: readonly ElementModel[];
  readonly userTask: UserTaskModel | null;
  readonly job: JobModel | null;
  /** Execution listeners, in order. */
  readonly listeners: ListenersModel;
  readonly script: ResultModel | null;
  readonly decision: ResultModel | null;
  readonly call: CallModel | null;
  readonly event: EventModel | null;
  /** The activity that a boundary event is attached to. */
  readonly attachedToId: string | null;
  /** Where a token goes without a sequence flow: from a link to its catch event, from a compensation event to its handler. */
  readonly linkedId: string | null;
  /** A compensation handler: started by compensation only. */
  readonly isForCompensation: boolean;
  /** Of a boundary event or the start of an event sub-process: whether it ends what runs. */
  readonly interrupting: boolean;
  /** An error drawn as if it did not interrupt, which it always does. */
  readonly isErrorBeside: boolean;
  /** Default flow of an exclusive or inclusive gateway. */
  readonly defaultFlowId: string | null;
  readonly loop: LoopModel | null;
  readonly adHoc: AdHocModel | null;
  /** Extension elements that a newer Zeebe than 8.6 would act upon. */
  readonly newerExtensions: readonly string[];
  /** Inclusive join: for each incoming flow, the elements from which a token can still come over it. */
  readonly upstream: UpstreamModel | null;
}

/** Element ids by the id of a flow. */
export type UpstreamModel = Pick<ReadonlyMap<string, ReadonlySet<string>>, 'get'>;

export interface MappingModel {
  readonly source: Expression;
  /** Path of the target variable: `a.b` is `['a', 'b']`. */
  readonly target: readonly string[];
}

export interface UserTaskModel {
  readonly form: Expression | null;
  readonly formBinding: BindingModel;
  readonly assignee: Expression | null;
  readonly candidateGroups: Expression | null;
  readonly candidateUsers: Expression | null;
  readonly dueDate: Expression | null;
  readonly followUpDate: Expression | null;
  readonly priority: Expression | null;
}

export interface JobModel {
  readonly type: Expression;
  readonly retries: Expression | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Jobs before an element does its work, and after. */
export interface ListenersModel {
  readonly start: readonly JobModel[];
  readonly end: readonly JobModel[];
}

/** A script (`expression` is FEEL) or a called decision (`expression` is its id). */
export interface ResultModel {
  readonly expression: Expression;
  readonly resultVariable: string | null;
  readonly binding: BindingModel;
}

/** Zeebe's `bindingType`. `latest` is what the instance has pinned; `versionTag` may be missing in a faulty diagram. */
export interface BindingModel {
  readonly type: string;
  readonly versionTag: string | null;
}

export interface CallModel {
  readonly processId: Expression;
  readonly binding: BindingModel;
  readonly propagateAllChildVariables: boolean;
  readonly propagateAllParentVariables: boolean;
}

export type TimerType = 'date' | 'duration' | 'cycle';

export type EventModel =
  | { readonly kind: 'timer'; readonly timerType: TimerType; readonly value: Expression }
  | { readonly kind: 'message'; readonly name: Expression | null; readonly correlationKey: Expression | null }
  | { readonly kind: 'signal'; readonly name: Expression | null }
  /** `activityId`: compensates that activity only. `waits`: goes on when all is undone; nothing else is supported. */
  | { readonly kind: 'compensation'; readonly activityId: string | null; readonly waits: boolean }
  | { readonly kind: 'link'; readonly name: string }
  | ThrowableModel
  | { readonly kind: 'terminate' }
  | { readonly kind: 'unsupported'; readonly type: string };

/** An error or escalation. A catch event compares `code`; a throw event may compute it. */
export interface ThrowableModel {
  readonly kind: 'error' | 'escalation';
  readonly code: string | null;
  readonly thrownCode: Expression | null;
}

export interface LoopModel {
  readonly sequential: boolean;
  readonly inputCollection: Expression | null;
  readonly inputElement: string | null;
  readonly outputCollection: string | null;
  readonly outputElement: Expression | null;
  readonly completionCondition: Expression | null;
}

/** An ad-hoc sub-process: what it holds is started as it is needed, in any order. */
export interface AdHocModel {
  /** Ids of the activities that start with it. */
  readonly activeElements: Expression | null;
  readonly completionCondition: Expression | null;
  readonly cancelRemainingInstances: boolean;
  /** What can be started in it: its elements that nothing leads to. */
  readonly activities: readonly ElementModel[];
}

/** Something that makes a BPMN file unreadable: nothing of it can be used. */
export class BpmnParseError extends Error {
  readonly elementId: string | undefined;
  readonly line: number | undefined;

  constructor(message: string, at: { elementId?: string; line?: number } = {}) {
    super(message);
    this.name = 'BpmnParseError';
    this.elementId = at.elementId;
    this.line = at.line;
  }
}
