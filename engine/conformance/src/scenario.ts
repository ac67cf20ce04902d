import type { Json, Variables } from '@esocial/process-core/types.ts';

/** The instant at which every scenario begins, on every engine: a Monday. */
export const beginning = '2030-01-07T08:00:00.000Z';

/** What people, workers and the world do to a process. Elements are named by their id, jobs by element id or type. */
export type Step =
  | { start: Variables; process?: string }
  | { completeUserTask: string; data?: Json }
  | { completeJob: string; variables?: Variables }
  | { failJob: string; retries: number; message?: string; backOff?: string }
  | { throwError: string; code: string; variables?: Variables }
  | { publishMessage: string; key: string; variables?: Variables; timeToLive?: string; id?: string }
  | { broadcastSignal: string; variables?: Variables }
  | { advanceTime: string }
  /** Without `at`, at the root of the instance. `local: false` lets the variables propagate outwards. */
  | { setVariables: Variables; at?: string }
  | { resolveIncident: string; retries?: number }
  | { cancel: true }
  | { modify: { activate?: { element: string; variables?: Variables }[]; terminate?: string[] } };

/**
 * What a step brought about and what is open after it. Every list is a multiset: BPMN leaves the order of parallel
 * branches open, and the trace of each element instance is ordered by its three words.
 */
export interface Snapshot {
  /** Why the command was refused. */
  rejected?: string;
  /** `activated Id`, `completed Id`, `terminated Id`, `taken FlowId`. */
  trace?: string[];
  /** `Id form=… assignee=… groups=… due=… priority=…`. */
  tasks?: string[];
  /** `Id type=… retries=…`. */
  jobs?: string[];
  /** `Id due=2030-01-07T08:00Z`, to ten minutes. */
  timers?: string[];
  /** `Id name=… key=…`. */
  messages?: string[];
  /** `Id name=…`. */
  signals?: string[];
  /** `KIND at Id`. */
  incidents?: string[];
  /** `Id {"local":"variables"}` of each active element that has some. */
  locals?: string[];
}

export interface InstanceEnd {
  process: string;
  state: 'active' | 'completed' | 'terminated';
  /** Variables at the root; of a terminated instance nothing is said. */
  variables: Variables;
}

export interface Expected {
  /** One for each step. */
  steps: Snapshot[];
  /** Instances in the order of their start; those that a call activity started come behind their callers. */
  instances: InstanceEnd[];
}

export interface Scenario {
  title: string;
  /** The oldest broker that runs this file. */
  requires?: '8.6';
  /** The file is refused at publishing and by the broker; nothing is played. */
  refused?: true;
  steps: Step[];
  expected: Expected;
}

/** A scenario with its files. */
export interface ConformanceCase {
  /** `folder/name`. */
  readonly id: string;
  readonly bpmn: string;
  /** The decision model that lies beside the process. */
  readonly dmn: string | null;
  readonly scenario: Scenario;
}

/** What an engine made of a case. */
export type Observed = Expected;

/** The kinds of lists in a snapshot. */
export const lists = ['trace', 'tasks', 'jobs', 'timers', 'messages', 'signals', 'incidents', 'locals'] as const;

/** Sorted, and without what is empty: as a scenario file holds it. */
export function normalise(snapshot: Snapshot): Snapshot {
  const entries = lists.map((name) => [name, [...(snapshot[name] ?? [])].sort()] as const);
  const filled = entries.filter(([name, items]) => name === 'trace' || items.length > 0);
  const kept = filled.map(([name, items]) => [name, name === 'trace' ? (snapshot.trace ?? []) : items] as const);
  return {
    ...(snapshot.rejected === undefined ? {} : { rejected: snapshot.rejected }),
    ...Object.fromEntries(kept.filter(([, items]) => items.length > 0)),
  };
}
