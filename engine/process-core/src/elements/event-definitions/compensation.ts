import type { Step } from '../../execution/step.ts';
import { dataOf, enqueueComplete, findInstance, getInstance, remember } from '../../execution/step.ts';
import type { ElementModel } from '../../model/model.ts';

/** A completed activity can be compensated from now on, and what a completed sub-process held goes with it. */
export function noteCompensable(step: Step, id: string, element: ElementModel | undefined): void {
  const { elementId, parentId } = getInstance(step, id);
  const { round, compensable = [] } = dataOf(getInstance(step, id));
  // The rounds of a multi-instance activity are no activities of their own: its body is.
  const isRound = round !== undefined;
  const held = isRound ? compensable : compensable.map((path) => [elementId, ...path]);
  const own = !isRound && handlerOf(element) !== null ? [[elementId]] : [];
  if (parentId === null || held.length + own.length === 0) return;
  const before = dataOf(getInstance(step, parentId)).compensable ?? [];
  remember(step, parentId, { compensable: [...before, ...held, ...own] });
}

/** Starts the handlers of what was completed in the scope, all at once; the event goes on when they are done. */
export function compensate(step: Step, id: string, activityId: string | null): void {
  const started = scopesOf(step, id).map((scopeId) => startHandlers(step, id, scopeId, activityId));
  const handlers = started.reduce((sum, count) => sum + count, 0);
  if (handlers === 0) enqueueComplete(step, id);
  else remember(step, id, { handlers });
}

/** A handler is done; after the last one the event that waits for it goes on. */
export function handlerDone(step: Step, eventInstanceId: string): void {
  if (findInstance(step, eventInstanceId) === undefined) return;
  const left = (dataOf(getInstance(step, eventInstanceId)).handlers ?? 1) - 1;
  remember(step, eventInstanceId, { handlers: left === 0 ? undefined : left });
  if (left === 0) enqueueComplete(step, eventInstanceId);
}

/** The scope of the event; an event sub-process compensates what is around it too. */
function scopesOf(step: Step, id: string): string[] {
  const scopeId = getInstance(step, id).parentId ?? step.rootId;
  const { elementId, parentId } = getInstance(step, scopeId);
  const isHandler = step.model.elements.get(elementId)?.type === 'eventSubProcess';
  return isHandler && parentId !== null ? [scopeId, parentId] : [scopeId];
}

function startHandlers(step: Step, id: string, scopeId: string, activityId: string | null): number {
  const { compensable = [] } = dataOf(getInstance(step, scopeId));
  const isMeant = ([first]: string[]) => activityId === null || first === activityId;
  const meant = compensable.filter(isMeant);
  if (meant.length === 0) return 0;
  const left = compensable.filter((path) => !isMeant(path));
  remember(step, scopeId, { compensable: left.length === 0 ? undefined : left });
  const handlers = meant
    .map((path) => handlerOf(step.model.elements.get(path.at(-1) ?? '')))
    .filter((one) => one !== null);
  for (const { boundary, handlerId: elementId } of handlers) {
    noteBoundary(step, boundary, scopeId);
    step.queue.push({ do: 'activate', elementId, scopeId, compensates: id });
  }
  return handlers.length;
}

/** The boundary event is passed as its handler starts. */
function noteBoundary(step: Step, { id: elementId, type: elementType }: ElementModel, parentId: string): void {
  const passed = {
    type: 'elementChanged' as const,
    elementId,
    elementType,
    elementInstanceId: step.context.newId(),
    parentId,
  };
  step.effects.push({ ...passed, transition: 'activated' }, { ...passed, transition: 'completed' });
}

function handlerOf(element: ElementModel | undefined): { boundary: ElementModel; handlerId: string } | null {
  const boundary = element?.boundaryEvents.find(({ event }) => event?.kind === 'compensation');
  return boundary?.linkedId == null ? null : { boundary, handlerId: boundary.linkedId };
}
