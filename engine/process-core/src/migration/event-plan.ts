import type { InstanceData } from '../execution/step.ts';
import { dataOf } from '../execution/step.ts';
import type { ElementModel, ProcessModel } from '../model/model.ts';
import type { ElementInstance, InstanceState } from '../types.ts';
import type { MigrationSides } from './element-faults.ts';
import type { MigratedEvent, MigrationFault } from './migration-plan.ts';
import { targetOf } from './propose-mapping.ts';

export interface EventPlan {
  readonly events: readonly MigratedEvent[];
  readonly faults: readonly MigrationFault[];
}

type Waiting = Pick<MigratedEvent, 'kind' | 'id' | 'dueAt'> & { readonly elementId: string };
type Outcome = { readonly event: MigratedEvent } | { readonly fault: MigrationFault };

/**
 * What an element instance waits for: events that are mapped are kept, others closed, and those of the target that
 * nothing is mapped to are opened, as Zeebe does.
 */
export function planEvents(
  sides: MigrationSides,
  state: InstanceState,
  id: string,
  instance: ElementInstance,
): EventPlan {
  const targetId = instance.parentId === null ? sides.target.id : targetOf(sides.mapping, instance.elementId);
  const outcomes = waitingOf(sides.source, instance).map((waiting) =>
    followEvent(sides, id, instance, targetId ?? '', waiting),
  );
  const events = outcomes.flatMap((outcome) => ('event' in outcome ? [outcome.event] : []));
  const faults = outcomes.flatMap((outcome) => ('fault' in outcome ? [outcome.fault] : []));
  const opened = isListening(sides.source, state, id, instance) ? newEvents(sides, targetId ?? '', instance) : [];
  return {
    events: [...events, ...opened.map((event) => openedEvent(id, event))],
    faults: [...faults, ...duplicates(id, events)],
  };
}

function waitingOf(source: ProcessModel, instance: ElementInstance): Waiting[] {
  const { timers = {}, subscriptions = {} } = dataOf(instance);
  return [
    ...Object.entries(timers).map(([id, { event, due }]) => ({
      kind: 'timer' as const,
      id,
      dueAt: due,
      elementId: event,
    })),
    ...Object.entries(subscriptions).map(([id, elementId]) => ({
      kind: source.elements.get(elementId)?.event?.kind === 'signal' ? ('signal' as const) : ('message' as const),
      id,
      dueAt: null,
      elementId,
    })),
  ];
}

function followEvent(
  { source, target, mapping }: MigrationSides,
  elementInstanceId: string,
  owner: ElementInstance,
  ownerTargetId: string,
  waiting: Waiting,
): Outcome {
  const { elementId } = waiting;
  const targetElementId = targetOf(mapping, elementId) ?? null;
  if (targetElementId === null) {
    return { event: { action: 'closed', ...waiting, elementInstanceId, targetElementId } };
  }
  const refuse = (code: MigrationFault['code'], message: string): Outcome => ({
    fault: { code, elementId, elementInstanceId, message },
  });
  const pair = `The event "${elementId}" is mapped to "${targetElementId}"`;
  const from = source.elements.get(elementId);
  const to = target.elements.get(targetElementId);
  if (to === undefined)
    return refuse('UNKNOWN_ELEMENT', `The process "${target.id}" has no element "${targetElementId}".`);
  if (from?.type !== to.type || from.event?.kind !== to.event?.kind) {
    return refuse(
      'EVENT_CHANGED',
      `${pair}, which is another kind of event. Map it to one of its kind, or to nothing.`,
    );
  }
  if (hostOf(target, to, owner.elementId === elementId) !== ownerTargetId && !isBehind(target, ownerTargetId, to)) {
    return refuse(
      'HOST_CHANGED',
      `${pair}, which does not belong to "${ownerTargetId}". Map it to nothing, or to one that does.`,
    );
  }
  return { event: { action: 'kept', ...waiting, elementInstanceId, targetElementId } };
}

/** The element whose instance waits for an event: its host, the scope of an event sub-process, or the event itself. */
function hostOf(model: ProcessModel, event: ElementModel, isOwn: boolean): string | null {
  if (isOwn) return event.id;
  if (event.type === 'boundaryEvent') return event.attachedToId;
  return event.type === 'startEvent' ? (model.elements.get(event.scopeId)?.scopeId ?? null) : null;
}

/** An event-based gateway waits for the events behind it. */
function isBehind(model: ProcessModel, gatewayId: string, event: ElementModel): boolean {
  return (
    model.elements.get(gatewayId)?.type === 'eventBasedGateway' &&
    event.incoming.some((flow) => flow.sourceId === gatewayId)
  );
}

/** Whether the instance has begun to wait for its events and has not ceased to. */
function isListening(source: ProcessModel, state: InstanceState, id: string, instance: ElementInstance): boolean {
  const { phase, listener }: InstanceData = dataOf(instance);
  if (listener !== undefined || phase === 'opening' || phase === 'activating' || phase === 'beginning') return false;
  const children = Object.values(state.elements).filter(({ parentId }) => parentId === id);
  return !children.some((child) => isInterrupting(source, child.elementId));
}

/** An interrupting event sub-process runs: its scope listens no more. */
function isInterrupting(source: ProcessModel, elementId: string): boolean {
  if (source.elements.get(elementId)?.type !== 'eventSubProcess') return false;
  return source.startEvents.get(elementId)?.some((start) => start.interrupting) ?? false;
}

function newEvents(
  { source, target, mapping }: MigrationSides,
  ownerTargetId: string,
  instance: ElementInstance,
): ElementModel[] {
  const { round, body } = dataOf(instance);
  const owner = target.elements.get(ownerTargetId);
  const mapped = new Set([...source.elements.keys()].map((id) => targetOf(mapping, id)));
  const behind =
    owner?.type === 'eventBasedGateway' ? owner.outgoing.map((flow) => target.elements.get(flow.targetId)) : [];
  const events = [
    ...(round === undefined ? (owner?.boundaryEvents ?? []) : []),
    ...(body === undefined ? (target.eventStarts.get(ownerTargetId) ?? []) : []),
    ...behind.filter((event) => event !== undefined),
  ];
  return events.filter((event) => kindOf(event) !== null && !mapped.has(event.id));
}

function kindOf({ event }: ElementModel): MigratedEvent['kind'] | null {
  return event?.kind === 'timer' || event?.kind === 'message' || event?.kind === 'signal' ? event.kind : null;
}

function openedEvent(elementInstanceId: string, event: ElementModel): MigratedEvent {
  return {
    action: 'opened',
    kind: kindOf(event) ?? 'message',
    elementInstanceId,
    elementId: null,
    targetElementId: event.id,
    id: null,
    dueAt: null,
  };
}

/** Two events of one element cannot become one. */
function duplicates(elementInstanceId: string, events: readonly MigratedEvent[]): MigrationFault[] {
  const kept = events.filter(({ action }) => action === 'kept');
  const twice = kept.filter((event, index) =>
    kept
      .slice(0, index)
      .some((other) => other.targetElementId === event.targetElementId && other.elementId !== event.elementId),
  );
  return twice.map(({ elementId, targetElementId }) => ({
    code: 'DUPLICATE_TARGET',
    elementId: elementId ?? '',
    elementInstanceId,
    message: `The event "${elementId}" is mapped to "${targetElementId}", as another one is. Map only one of them.`,
  }));
}
