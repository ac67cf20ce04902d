import type { ElementModel, ProcessModel } from '../model.ts';
import type { ElementRule, RuleFault } from './rule.ts';
import { faultIf } from './rule.ts';

/** Where a token may go must be clear at every fork. */
export const gatewayRules: ElementRule = (element, model) => {
  if (element.type === 'exclusiveGateway' || element.type === 'inclusiveGateway') return checkConditions(element);
  if (element.type === 'eventBasedGateway') return checkEvents(element, model);
  return element.outgoing
    .filter((flow) => flow.condition !== null)
    .map((flow) => ({
      elementId: flow.id,
      rule: 'condition-not-at-gateway',
      message: `The flow "${flow.id}" has a condition, but "${element.id}" is no exclusive or inclusive gateway.`,
    }));
};

function checkConditions(element: ElementModel): RuleFault[] {
  const isFork = element.outgoing.length > 1;
  const bare = element.outgoing.filter((flow) => flow.condition === null && flow.id !== element.defaultFlowId);
  const literal = element.outgoing.filter((flow) => flow.condition?.feel === null && flow.condition.fault === null);
  const { defaultFlowId } = element;
  return [
    ...(isFork ? bare : []).map((flow) => ({
      elementId: flow.id,
      rule: 'missing-condition',
      message: `The flow "${flow.id}" of the gateway "${element.id}" needs a condition, or make it the default flow.`,
    })),
    ...literal.map((flow) => ({
      elementId: flow.id,
      rule: 'condition-not-feel',
      message: `The condition of the flow "${flow.id}" must be FEEL: begin it with "=".`,
    })),
    ...faultIf(
      defaultFlowId !== null && !element.outgoing.some((flow) => flow.id === defaultFlowId),
      'default-flow-elsewhere',
      `The default flow of the gateway "${element.id}" does not leave it.`,
    ),
  ];
}

function checkEvents(element: ElementModel, model: ProcessModel): RuleFault[] {
  const targets = element.outgoing.map((flow) => model.elements.get(flow.targetId));
  const isFine = targets.every(
    (target) =>
      target?.type === 'intermediateCatchEvent' &&
      ['timer', 'message', 'signal'].includes(target.event?.kind ?? 'none') &&
      target.incoming.length === 1,
  );
  return [
    ...faultIf(targets.length < 2, 'event-gateway-targets', `The gateway "${element.id}" needs at least two events.`),
    ...faultIf(
      !isFine,
      'event-gateway-targets',
      `The gateway "${element.id}" must lead to timer, message or signal catch events, each with one incoming flow.`,
    ),
  ];
}
