import { elementBehaviors } from '../elements/registry.ts';
import type { ElementModel, ProcessModel } from './model.ts';
import { adHocRules } from './rules/ad-hoc-rules.ts';
import type { EngineCapability } from './rules/capability-rules.ts';
import {
  findMissingCapabilities,
  findMissingProcessCapabilities,
  ordinaryCapabilities,
} from './rules/capability-rules.ts';
import { catchRules } from './rules/catch-rules.ts';
import { eventRules } from './rules/event-rules.ts';
import { checkExpressions, expressionRules, listenerExpressions } from './rules/expression-rules.ts';
import { extensionRules } from './rules/extension-rules.ts';
import { gatewayRules } from './rules/gateway-rules.ts';
import { linkRules } from './rules/link-rules.ts';
import { checkListeners, listenerRules } from './rules/listener-rules.ts';
import { findStraightLoops } from './rules/loop-rules.ts';
import type { ElementRule, ModelFault, RuleFault } from './rules/rule.ts';
import { faultIf } from './rules/rule.ts';
import { findUnreachable, structureRules } from './rules/structure-rules.ts';
import { taskRules } from './rules/task-rules.ts';

const supportedRule: ElementRule = (element) =>
  faultIf(
    !elementBehaviors.has(element.type),
    'unsupported-element',
    `The engine cannot run "${element.id}": ${element.type} is not supported.`,
  );

/** A process and its sub-processes begin at one place; an event sub-process at its one event. */
const startRule: ElementRule = (element, model) =>
  element.type === 'subProcess' || element.type === 'eventSubProcess'
    ? checkStarts(model, element.id, `The sub-process "${element.id}"`)
    : [];

const elementRules: readonly ElementRule[] = [
  supportedRule,
  startRule,
  taskRules,
  gatewayRules,
  eventRules,
  linkRules,
  catchRules,
  listenerRules,
  adHocRules,
  extensionRules,
  expressionRules,
  structureRules,
];

/**
 * Everything in a process that the engine cannot run or that is surely a mistake; empty when it may be published.
 * `capabilities` is what the driver of the core carries beyond the ordinary.
 */
export function findModelFaults(model: ProcessModel, capabilities: readonly EngineCapability[] = []): ModelFault[] {
  return findFaultsFor(model, [...ordinaryCapabilities, ...capabilities], 'this installation');
}

/** As `findModelFaults`, for an engine that may lack even what is ordinary; `engine` is its name in a sentence. */
export function findFaultsFor(
  model: ProcessModel,
  capabilities: readonly EngineCapability[],
  engine: string,
): ModelFault[] {
  const faults = [
    ...checkProcess(model, capabilities, engine),
    ...[...model.elements.values()].flatMap((element) => checkElement(element, model)),
    ...[...model.elements.values()].flatMap((element) =>
      findMissingCapabilities(element, capabilities, engine).map((fault) => ({ elementId: element.id, ...fault })),
    ),
    ...(capabilities.includes('straightLoops') ? [] : findStraightLoops(model)).map(({ id }) => ({
      elementId: id,
      rule: 'straight-loop',
      message: `"${id}" does nothing and comes back to itself without waiting, which ${engine} refuses. Let something wait in the loop.`,
    })),
    ...findUnreachable(model).map((element) => ({
      elementId: element.id,
      rule: 'unreachable',
      message: `No token can ever reach "${element.id}". Connect it or remove it.`,
    })),
  ];
  return faults.map((fault) => withLine(fault, model));
}

function checkProcess(model: ProcessModel, capabilities: readonly EngineCapability[], engine: string): ModelFault[] {
  return [
    ...checkStarts(model, model.id, `The process "${model.id}"`),
    ...checkListeners(model.id, model.listeners),
    ...findMissingProcessCapabilities(model, capabilities, engine),
    ...checkExpressions(model.id, listenerExpressions(model.listeners)),
  ].map((fault) => ({ elementId: model.id, ...fault }));
}

function checkStarts(model: ProcessModel, scopeId: string, scope: string): RuleFault[] {
  const starts = model.startEvents.get(scopeId) ?? [];
  const none = starts.filter((start) => start.event === null);
  return [
    ...faultIf(starts.length === 0, 'no-start-event', `${scope} has no start event. Add one.`),
    ...faultIf(none.length > 1, 'several-none-starts', `${scope} has several start events without a trigger.`),
  ];
}

function checkElement(element: ElementModel, model: ProcessModel): ModelFault[] {
  return elementRules.flatMap((rule) => rule(element, model)).map((fault) => ({ elementId: element.id, ...fault }));
}

function withLine(fault: ModelFault, model: ProcessModel): ModelFault {
  const line = model.lines.get(fault.elementId);
  return line === undefined ? fault : { ...fault, line };
}
