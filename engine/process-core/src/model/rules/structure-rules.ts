import type { ElementModel, ProcessModel } from '../model.ts';
import type { ElementRule } from './rule.ts';
import { faultIf } from './rule.ts';

/** How elements may be joined. */
export const structureRules: ElementRule = (element, model) => [
  ...faultIf(
    element.type === 'startEvent' && element.incoming.length > 0,
    'start-with-incoming',
    `A sequence flow leads into the start event "${element.id}".`,
  ),
  ...faultIf(
    element.type === 'endEvent' && element.outgoing.length > 0,
    'end-with-outgoing',
    `A sequence flow leaves the end event "${element.id}".`,
  ),
  ...faultIf(
    element.type === 'boundaryEvent' && element.event?.kind !== 'compensation' && element.outgoing.length === 0,
    'boundary-without-flow',
    `The boundary event "${element.id}" leads nowhere. Draw a sequence flow from it.`,
  ),
  ...faultIf(
    element.type === 'boundaryEvent' && !mayHaveBoundary(model.elements.get(element.attachedToId ?? '')),
    'boundary-host',
    `The boundary event "${element.id}" is attached to something that is no activity.`,
  ),
];

function mayHaveBoundary(host: ElementModel | undefined): boolean {
  return host !== undefined && /Task$|^task$|^callActivity$|^subProcess$|^adHocSubProcess$/.test(host.type);
}

/** Elements that no token can ever reach. */
export function findUnreachable(model: ProcessModel): ElementModel[] {
  const reached = new Set<string>();
  const open: string[] = [...startIds(model, model.id)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const element = model.elements.get(id);
    if (element === undefined || reached.has(id)) continue;
    reached.add(id);
    open.push(...element.outgoing.map((flow) => flow.targetId));
    open.push(...element.boundaryEvents.map((event) => event.id));
    if (element.linkedId !== null) open.push(element.linkedId);
    open.push(...startIds(model, id));
  }
  return [...model.elements.values()].filter((element) => !reached.has(element.id));
}

function startIds(model: ProcessModel, scopeId: string): string[] {
  const starts = [...(model.startEvents.get(scopeId) ?? []), ...(model.elements.get(scopeId)?.adHoc?.activities ?? [])];
  const handlers = (model.eventStarts.get(scopeId) ?? []).map((start) => start.scopeId);
  return [...starts.map((start) => start.id), ...handlers];
}
