import type { ElementModel, FlowModel, ProcessModel } from '../model/model.ts';
import type {
  AdvanceContext,
  Effect,
  ElementInstance,
  IncidentKind,
  InstanceState,
  Json,
  Variables,
} from '../types.ts';

/** Something still to do within the running step, oldest first. Plain JSON, so that a halted step can be kept. */
export type Work =
  | {
      do: 'activate';
      elementId: string;
      scopeId: string;
      event?: Variables;
      item?: LoopItem;
      compensates?: string;
      /** Local variables that a modification gives it before its input mappings. */
      variables?: Variables;
    }
  /** An element whose start listeners are done does its work. */
  | { do: 'begin'; id: string }
  | { do: 'complete'; id: string; completion: Completion };

/** One round of a multi-instance activity. */
export type LoopItem = { index: number; value: Json };

/** What an element instance remembers; only what is needed is there. */
export type InstanceData = {
  /** Where an incident holds the element: what a retry repeats. */
  phase?: 'opening' | 'activating' | 'beginning' | 'working' | 'completing' | 'jobFailed' | 'errorThrown' | 'halted';
  /** What the element was completing with, or the error it was throwing, when the incident came. */
  completion?: Completion;
  error?: ThrownError;
  /** Work of the process that an incident holds back: its start, or what the step limit left. Root only. */
  halted?: Work[];
  /** Called by an instance that takes uncaught errors and escalations. Root only. */
  called?: true;
  task?: true;
  job?: true;
  /** The execution listener whose job is open, and what the element completes with after the last one. */
  listener?: { on: 'start' | 'end'; index: number; completion?: Completion };
  childInstanceId?: string;
  /** Open timers: the event they belong to, when they are due, repetitions left (-1: for ever). */
  timers?: Record<string, TimerData>;
  /** Open subscriptions to messages and signals: the event they belong to. */
  subscriptions?: Record<string, string>;
  /** Tokens waiting at joins of this scope: gateway → flow → count. */
  joins?: Record<string, Record<string, number>>;
  /** Completed activities of this scope that can be compensated, each below the sub-processes that held it. */
  compensable?: string[][];
  /** Handlers that a compensation event still waits for. */
  handlers?: number;
  /** The compensation event that waits for this handler. */
  compensates?: string;
  body?: LoopBody;
  /** Position of a round in its multi-instance body, from 1. */
  round?: number;
};

export type TimerData = { event: string; due: string; left?: number; interval?: string };
/** What completes an element: what its output mappings see, the flows it takes, what the event behind it caught. */
/** `listened`: outputs are mapped and the end listeners done. */
export type Completion = { variables?: Variables; flows?: string[]; event?: Variables; listened?: true };
/** `byJob`: it was a job that threw it. */
export type ThrownError = { code: string; message: string; variables: Variables; byJob?: true };
/** `terminated`: rounds ended by a modification. */
export type LoopBody = { total: number; next: number; completed: number; terminated?: number; items?: Json[] };

/**
 * The work sheet of one step. Its maps are shallow copies of the state's, so they may be written; the values in
 * them belong to the old state and are replaced, never changed.
 */
export interface Step {
  readonly model: ProcessModel;
  readonly context: AdvanceContext;
  readonly behaviors: ReadonlyMap<string, ElementBehavior>;
  readonly effects: Effect[];
  queue: Work[];
  transitions: number;
  readonly rootId: string;
  status: InstanceState['status'];
  suspendedAt: string | undefined;
  elements: Record<string, ElementInstance>;
  variables: Record<string, Variables>;
  incidents: InstanceState['incidents'];
}

/** What is special about one type of element. */
export interface ElementBehavior {
  /** Called once the input mappings are done: begins to wait, or asks for completion. */
  activate(step: Step, id: string, element: ElementModel): void;
  /** Whether a result passes into the process when no output mapping names it; true unless said. */
  readonly keepsVariables?: boolean;
  /** Whether mappings are applied at all; true unless said. */
  readonly maps?: boolean;
}

/** An element cannot go on; caught by the step, which raises the incident and leaves the other tokens alone. */
export class IncidentSignal extends Error {
  readonly kind: IncidentKind;

  constructor(kind: IncidentKind, message: string) {
    super(message);
    this.name = 'IncidentSignal';
    this.kind = kind;
  }
}

export function createStep(
  model: ProcessModel,
  state: InstanceState,
  context: AdvanceContext,
  behaviors: ReadonlyMap<string, ElementBehavior>,
): Step {
  return {
    model,
    context,
    behaviors,
    effects: [],
    queue: [],
    transitions: 0,
    rootId: state.instanceId,
    status: state.status,
    suspendedAt: state.suspendedAt,
    elements: { ...state.elements },
    variables: { ...state.variables },
    incidents: { ...state.incidents },
  };
}

export function toState(step: Step): InstanceState {
  const { rootId: instanceId, status, suspendedAt, elements, variables, incidents } = step;
  return { instanceId, status, ...(suspendedAt === undefined ? {} : { suspendedAt }), elements, variables, incidents };
}

export function findInstance(step: Step, id: string): ElementInstance | undefined {
  return Object.hasOwn(step.elements, id) ? step.elements[id] : undefined;
}

export function getInstance(step: Step, id: string): ElementInstance {
  const instance = findInstance(step, id);
  if (instance === undefined) throw new Error(`element instance ${id} is not active`);
  return instance;
}

export function dataOf(instance: ElementInstance | undefined): InstanceData {
  return (instance?.data ?? {}) as InstanceData;
}

/** Changes what an instance remembers; `undefined` forgets. */
export function remember(step: Step, id: string, change: InstanceData): void {
  const instance = getInstance(step, id);
  const entries = Object.entries({ ...dataOf(instance), ...change }).filter(([, value]) => value !== undefined);
  const { elementId, parentId } = instance;
  step.elements[id] =
    entries.length === 0 ? { elementId, parentId } : { elementId, parentId, data: Object.fromEntries(entries) };
}

/** The element of an instance; undefined for the process itself. */
export function findElement(step: Step, id: string): ElementModel | undefined {
  return step.model.elements.get(getInstance(step, id).elementId);
}

export function getElement(step: Step, elementId: string): ElementModel {
  const element = step.model.elements.get(elementId);
  if (element === undefined) {
    throw new IncidentSignal('UNKNOWN', `The process "${step.model.id}" has no element "${elementId}". Migrate it.`);
  }
  return element;
}

export function childrenOf(step: Step, scopeId: string): string[] {
  return Object.keys(step.elements).filter((id) => step.elements[id]?.parentId === scopeId);
}

/** `elementType` of effects: the multi-instance body is told apart from its rounds. */
export function typeOf(step: Step, id: string): string {
  const instance = getInstance(step, id);
  if (instance.parentId === null) return 'process';
  if (dataOf(instance).body !== undefined) return 'multiInstanceBody';
  return step.model.elements.get(instance.elementId)?.type ?? 'unknown';
}

export function enqueueComplete(step: Step, id: string, completion: Completion = {}): void {
  step.queue.push({ do: 'complete', id, completion });
}

export function flowIds(flows: readonly FlowModel[]): string[] {
  return flows.map((flow) => flow.id);
}
