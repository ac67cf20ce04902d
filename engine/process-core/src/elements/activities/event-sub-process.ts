import { openScope } from '../../execution/scopes.ts';
import type { ElementBehavior } from '../../execution/step.ts';
import { dataOf, getInstance } from '../../execution/step.ts';

/** A sub-process that its start event begins, not a sequence flow; what the event brought goes to that start. */
export const eventSubProcess: ElementBehavior = {
  activate(step, id, element) {
    const [start] = step.model.startEvents.get(element.id) ?? [];
    openScope(step, id, start, dataOf(getInstance(step, id)).completion?.variables ?? {});
  },
};
