import { evaluate } from '../../execution/evaluate.ts';
import { createJob } from '../../execution/jobs.ts';
import type { ElementBehavior } from '../../execution/step.ts';
import { enqueueComplete } from '../../execution/step.ts';

/** Computes a FEEL expression into its result variable; without one it is a job, as on Zeebe. */
export const scriptTask: ElementBehavior = {
  activate(step, id, element) {
    if (element.script === null) {
      createJob(step, id);
      return;
    }
    const value = evaluate(step, id, element.script.expression);
    const name = element.script.resultVariable;
    enqueueComplete(step, id, { variables: name ? Object.fromEntries([[name, value]]) : {} });
  },
};
