import { literalText } from './expression.ts';
import type { ElementModel, ProcessModel } from './model.ts';

/**
 * The elements that tokens on the active elements can still come to by the flows of the model, the active ones
 * included: over boundary events, into sub-processes and called processes of the same file, and by event sub-processes
 * whose scope is active. Conditions are not looked at.
 */
export function findReachable(models: readonly ProcessModel[], active: readonly string[]): Set<string> {
  const reached = new Set<string>(active);
  const open: ElementModel[] = [];
  const visit = (elements: readonly ElementModel[]): void => {
    for (const element of elements) {
      if (reached.has(element.id)) continue;
      reached.add(element.id);
      open.push(element);
    }
  };
  const leave = (model: ProcessModel, element: ElementModel): void => {
    visit(element.outgoing.flatMap((flow) => model.elements.get(flow.targetId) ?? []));
    visit(element.boundaryEvents);
    const scope = model.elements.get(element.scopeId);
    visit(model.eventStarts.get(element.scopeId) ?? []);
    visit(model.elements.get(element.scopeId)?.adHoc?.activities ?? []);
    if (scope) leave(model, scope);
  };
  const enter = (model: ProcessModel, element: ElementModel): void => {
    visit(model.startEvents.get(element.id) ?? []);
    visit(element.adHoc?.activities ?? []);
    const called = literalText(element.call?.processId ?? null);
    for (const other of models) if (other.id === called) visit(other.startEvents.get(other.id) ?? []);
  };

  // An active sub-process has been entered: what of it is still to come shows from the active elements within.
  forEach(models, active, leave);
  for (let element = open.pop(); element; element = open.pop()) {
    forEach(models, [element.id], leave);
    forEach(models, [element.id], enter);
  }
  return reached;
}

function forEach(
  models: readonly ProcessModel[],
  ids: readonly string[],
  act: (model: ProcessModel, element: ElementModel) => void,
): void {
  for (const model of models) {
    for (const id of ids) {
      const element = model.elements.get(id);
      if (element) act(model, element);
    }
  }
}
