import type { ElementModel } from '../model/model.ts';
import type { Step } from './step.ts';
import { dataOf, findElement, findInstance, getInstance } from './step.ts';

/** What can be thrown upwards through the scopes, to the nearest event that catches it. */
export type ThrownKind = 'error' | 'escalation';

/** An event that catches, and the instance on whose behalf it listens: the scope, or the host of a boundary event. */
export interface Catcher {
  readonly ownerId: string;
  readonly event: ElementModel;
}

/**
 * The nearest event around an element instance that catches the code: the start of an event sub-process, or a
 * boundary event. An event of the code itself goes before one without a code, which catches any.
 */
export function findCatcher(step: Step, id: string, kind: ThrownKind, code: string): Catcher | undefined {
  let cameFrom: string | null = null;
  for (let ownerId: string | null = id; ownerId !== null; ownerId = findInstance(step, ownerId)?.parentId ?? null) {
    const starts = ownerId === id || isEventSubProcess(step, cameFrom) ? [] : startsOf(step, ownerId);
    const event = choose(starts, kind, code) ?? choose(boundaryEventsOf(step, ownerId), kind, code);
    if (event !== undefined) return { ownerId, event };
    cameFrom = ownerId;
  }
  return undefined;
}

/** A handler does not catch what it throws itself. */
function isEventSubProcess(step: Step, id: string | null): boolean {
  return id !== null && findElement(step, id)?.type === 'eventSubProcess';
}

function startsOf(step: Step, scopeId: string): readonly ElementModel[] {
  const scope = getInstance(step, scopeId);
  // Each round of a multi-instance sub-process is a scope; its body is none.
  return dataOf(scope).body === undefined ? (step.model.eventStarts.get(scope.elementId) ?? []) : [];
}

function boundaryEventsOf(step: Step, hostId: string): readonly ElementModel[] {
  // The boundary events of a multi-instance activity hang on its body, not on its rounds.
  return dataOf(getInstance(step, hostId)).round === undefined ? (findElement(step, hostId)?.boundaryEvents ?? []) : [];
}

function choose(events: readonly ElementModel[], kind: ThrownKind, code: string): ElementModel | undefined {
  return events.find((event) => catches(event, kind, code)) ?? events.find((event) => catches(event, kind, null));
}

function catches({ event }: ElementModel, kind: ThrownKind, code: string | null): boolean {
  return event?.kind === kind && event.code === code;
}
