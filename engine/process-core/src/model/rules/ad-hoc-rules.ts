import type { ElementModel, ProcessModel } from '../model.ts';
import type { ElementRule, RuleFault } from './rule.ts';
import { faultIf } from './rule.ts';

/** An ad-hoc sub-process begins and ends by itself, and holds something to start. */
export const adHocRules: ElementRule = (element, model) => [
  ...checkContent(element, model),
  ...faultIf(
    element.adHoc?.activities.length === 0,
    'ad-hoc-empty',
    `The ad-hoc sub-process "${element.id}" holds no activity that can be started. Add one.`,
  ),
];

function checkContent({ id, type, scopeId }: ElementModel, model: ProcessModel): RuleFault[] {
  const isEnd = type === 'startEvent' || type === 'endEvent';
  return faultIf(
    isEnd && model.elements.get(scopeId)?.adHoc != null,
    'ad-hoc-content',
    `"${id}" is a ${type} in the ad-hoc sub-process "${scopeId}", which has neither. Remove it.`,
  );
}
