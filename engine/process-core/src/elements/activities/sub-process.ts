import { openScope } from '../../execution/scopes.ts';
import type { ElementBehavior } from '../../execution/step.ts';

/** A part of the process with variables and boundary events of its own; begins at its none start event. */
export const subProcess: ElementBehavior = {
  activate(step, id, element) {
    const starts = step.model.startEvents.get(element.id) ?? [];
    openScope(
      step,
      id,
      starts.find((start) => start.event === null),
    );
  },
};
