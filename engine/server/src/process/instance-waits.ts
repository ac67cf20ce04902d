import { dataOf } from '@esocial/process-core/execution/step.ts';
import type { InstanceState } from '@esocial/process-core/types.ts';

/** What an instance waits for, by the ids under which its rows stand. */
export interface InstanceWaits {
  /** Element instances of open jobs. */
  readonly jobs: readonly string[];
  readonly tasks: readonly string[];
  readonly timers: readonly WaitingTimer[];
  /** To messages and signals. */
  readonly subscriptions: readonly string[];
  readonly calledInstances: readonly string[];
}

export interface WaitingTimer {
  readonly timerId: string;
  /** The event that it belongs to. */
  readonly elementId: string;
  readonly due: string;
}

/** Reads it from the state, so that no table has to be searched by instance. */
export function readWaits(state: InstanceState | null): InstanceWaits {
  const entries = Object.entries(state?.elements ?? {}).map(([id, element]) => ({ id, data: dataOf(element) }));
  return {
    jobs: entries.filter(({ data }) => data.job).map(({ id }) => id),
    tasks: entries.filter(({ data }) => data.task).map(({ id }) => id),
    timers: entries.flatMap(({ data }) =>
      Object.entries(data.timers ?? {}).map(([timerId, { event: elementId, due }]) => ({ timerId, elementId, due })),
    ),
    subscriptions: entries.flatMap(({ data }) => Object.keys(data.subscriptions ?? {})),
    calledInstances: entries.flatMap(({ data }) => data.childInstanceId ?? []),
  };
}
