import type { ElementModel, ProcessModel } from '../model.ts';

const passedAtOnce = /^(manualTask|task|exclusiveGateway|inclusiveGateway|parallelGateway)$/;
const doesNothing = /^(manualTask|task)$/;

/**
 * Tasks that do nothing and come back to themselves without ever waiting. A broker refuses the whole deployment for
 * them; the embedded engine stops such an instance with an incident.
 */
export function findStraightLoops(model: ProcessModel): ElementModel[] {
  const suspects = pruned(model);
  return [...suspects].filter((element) => doesNothing.test(element.type) && comesBack(model, element, suspects));
}

/** What is passed at once, without what surely is in no loop: it has nothing of the kind before or behind it. */
function pruned(model: ProcessModel): Set<ElementModel> {
  const left = new Set([...model.elements.values()].filter(({ type }) => passedAtOnce.test(type)));
  const isDeadEnd = (element: ElementModel) =>
    targetsOf(model, element).every((next) => !left.has(next)) ||
    element.incoming.every((flow) => !left.has(model.elements.get(flow.sourceId) ?? element));
  for (let open = [...left]; open.length > 0;) {
    const removed = open.filter((element) => left.has(element) && isDeadEnd(element));
    for (const element of removed) left.delete(element);
    open = removed.flatMap((element) => neighboursOf(model, element)).filter((element) => left.has(element));
  }
  return left;
}

function neighboursOf(model: ProcessModel, element: ElementModel): ElementModel[] {
  const before = element.incoming.flatMap((flow) => model.elements.get(flow.sourceId) ?? []);
  return [...before, ...targetsOf(model, element)];
}

function targetsOf(model: ProcessModel, element: ElementModel): ElementModel[] {
  return element.outgoing.flatMap((flow) => model.elements.get(flow.targetId) ?? []);
}

function comesBack(model: ProcessModel, from: ElementModel, within: ReadonlySet<ElementModel>): boolean {
  const seen = new Set<ElementModel>();
  const open = targetsOf(model, from);
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element === from) return true;
    if (!within.has(element) || seen.has(element)) continue;
    seen.add(element);
    open.push(...targetsOf(model, element));
  }
  return false;
}
