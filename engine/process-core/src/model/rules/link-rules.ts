import { isLink, linkName } from '../link-elements.ts';
import type { ElementModel, ProcessModel } from '../model.ts';
import type { ElementRule, RuleFault } from './rule.ts';
import { faultIf } from './rule.ts';

/** Where a token goes without a sequence flow must be clear: links and compensation. */
export const linkRules: ElementRule = (element, model) => [
  ...checkLink(element, model),
  ...checkCompensation(element, model),
  ...faultIf(
    element.isForCompensation && element.incoming.length + element.outgoing.length + element.boundaryEvents.length > 0,
    'compensation-handler',
    `The compensation handler "${element.id}" may have neither sequence flows nor boundary events.`,
  ),
];

function checkLink(element: ElementModel, model: ProcessModel): RuleFault[] {
  if (isLink(element, 'intermediateThrowEvent')) {
    return [
      ...faultIf(
        element.linkedId === null,
        'link-target',
        `No link catch event in the scope of "${element.id}" has the name "${linkName(element) ?? ''}". Add one.`,
      ),
      ...faultIf(element.outgoing.length > 0, 'link-with-flow', `A sequence flow leaves the link "${element.id}".`),
    ];
  }
  if (!isLink(element, 'intermediateCatchEvent')) return [];
  const same = [...model.elements.values()].filter(
    (other) =>
      isLink(other, element.type) && other.scopeId === element.scopeId && linkName(other) === linkName(element),
  );
  return [
    ...faultIf(same.length > 1, 'link-twice', `Several link catch events have the name "${linkName(element) ?? ''}".`),
    ...faultIf(element.incoming.length > 0, 'link-with-flow', `A sequence flow leads into the link "${element.id}".`),
  ];
}

function checkCompensation(element: ElementModel, model: ProcessModel): RuleFault[] {
  const { event } = element;
  if (event?.kind !== 'compensation') return [];
  if (element.type === 'boundaryEvent') {
    const message = `"${element.id}" leads to no compensation handler. Associate it with an activity marked so.`;
    return faultIf(element.linkedId === null, 'missing-compensation-handler', message);
  }
  const waits = faultIf(
    !event.waits,
    'compensation-waits',
    `"${element.id}" does not wait for what it compensates, which no engine runs. Let it wait for completion.`,
  );
  if (event.activityId === null) return waits;
  const activity = model.elements.get(event.activityId);
  const scope = model.elements.get(element.scopeId);
  const scopes = [element.scopeId, scope?.type === 'eventSubProcess' ? scope.scopeId : null];
  const isFine =
    activity !== undefined &&
    scopes.includes(activity.scopeId) &&
    activity.boundaryEvents.some((boundary) => boundary.event?.kind === 'compensation');
  const message = `"${element.id}" compensates "${event.activityId}", which has no compensation event in its scope.`;
  return [...waits, ...faultIf(!isFine, 'compensation-activity', message)];
}
