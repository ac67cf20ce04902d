import type { ElementModel } from '../model.ts';
import type { ElementRule } from './rule.ts';
import { faultIf } from './rule.ts';

/** What an activity needs to do its work. */
export const taskRules: ElementRule = (element) => [
  ...faultIf(needsJob(element), 'missing-job-type', `"${element.id}" needs a task definition with a type.`),
  ...faultIf(
    element.type === 'scriptTask' && element.script === null && element.job === null,
    'missing-script',
    `The script task "${element.id}" needs a FEEL expression, or a task definition with a type.`,
  ),
  ...faultIf(
    element.type === 'businessRuleTask' && element.decision === null && element.job === null,
    'missing-decision',
    `The business rule task "${element.id}" needs the id of a decision, or a task definition with a type.`,
  ),
  ...faultIf(
    element.type === 'callActivity' && element.call === null,
    'missing-called-process',
    `The call activity "${element.id}" needs the id of the process it calls.`,
  ),
  ...faultIf(
    element.loop !== null && element.loop.inputCollection === null,
    'missing-input-collection',
    `"${element.id}" repeats, but not over an input collection. Make it multi-instance and name the collection.`,
  ),
  ...faultIf(
    /^(task|manualTask)$/.test(element.type) && element.inputs.length + element.outputs.length > 0,
    'mapping-not-here',
    `The ${element.type} "${element.id}" has mappings, which Zeebe ignores. Put them on the element before or behind it.`,
  ),
  ...faultIf(
    element.script !== null && !element.script.resultVariable,
    'missing-result-variable',
    `The script task "${element.id}" needs a result variable.`,
  ),
  ...faultIf(
    element.decision !== null && !element.decision.resultVariable,
    'missing-result-variable',
    `The business rule task "${element.id}" needs a result variable.`,
  ),
];

function needsJob(element: ElementModel): boolean {
  if (element.job !== null) return false;
  const throwsMessage = ['endEvent', 'intermediateThrowEvent'].includes(element.type);
  return (
    element.type === 'serviceTask' ||
    element.type === 'sendTask' ||
    (throwsMessage && element.event?.kind === 'message')
  );
}
