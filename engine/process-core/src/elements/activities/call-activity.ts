import { bindingOf } from '../../execution/binding.ts';
import { evaluate, wrongType } from '../../execution/evaluate.ts';
import type { ElementBehavior } from '../../execution/step.ts';
import { IncidentSignal, remember } from '../../execution/step.ts';
import { localVariables, visibleVariables } from '../../execution/variables.ts';

/** Runs another process as an instance of its own, which the driver starts and reports back. */
export const callActivity: ElementBehavior = {
  activate(step, id, element) {
    const { call } = element;
    if (call === null) {
      throw new IncidentSignal('CALLED_ELEMENT_ERROR', `"${element.id}" names no process to call. Add its id.`);
    }
    const processId = evaluate(step, id, call.processId);
    if (typeof processId !== 'string' || processId === '') throw wrongType(call.processId, 'STRING', processId);
    const childInstanceId = step.context.newId();
    const variables = call.propagateAllParentVariables ? visibleVariables(step, id) : { ...localVariables(step, id) };
    const binding = bindingOf(call.binding);
    remember(step, id, { childInstanceId });
    step.effects.push({
      type: 'instanceCalled',
      elementInstanceId: id,
      elementId: element.id,
      processId,
      childInstanceId,
      variables,
      ...(binding === undefined ? {} : { binding }),
    });
  },
};
