import { readTimerValue } from '../../elements/event-definitions/timer.ts';
import { literalText } from '../expression.ts';
import type { ElementModel, EventModel, ProcessModel } from '../model.ts';
import type { ElementRule, RuleFault } from './rule.ts';
import { faultIf } from './rule.ts';

/** A fixed duration is one whenever it begins. */
const anyInstant = '2026-01-01T00:00:00.000Z';

type EventKind = EventModel['kind'] | 'none';

const allowedKinds: Readonly<Record<string, readonly EventKind[]>> = {
  intermediateCatchEvent: ['timer', 'message', 'signal', 'link'],
  intermediateThrowEvent: ['none', 'message', 'signal', 'escalation', 'compensation', 'link'],
  boundaryEvent: ['timer', 'message', 'signal', 'error', 'escalation', 'compensation'],
  endEvent: ['none', 'message', 'signal', 'error', 'escalation', 'compensation', 'terminate'],
};

const startKinds = {
  process: ['none', 'timer', 'message', 'signal'],
  subProcess: ['none'],
  eventSubProcess: ['timer', 'message', 'signal', 'error', 'escalation'],
} as const satisfies Record<string, readonly EventKind[]>;

/** Events must be of a kind that the engine can wait for or throw where they stand. */
export const eventRules: ElementRule = (element, model) => {
  const kinds = kindsFor(element, model);
  if (kinds === undefined) return element.type === 'receiveTask' ? checkDefinition(element, model) : [];
  const kind = element.event?.kind ?? 'none';
  if (kinds.includes(kind)) return checkDefinition(element, model);
  const what = element.event?.kind === 'unsupported' ? element.event.type : kind;
  const message = `"${element.id}" is a ${element.type} of the kind "${what}"; the engine knows ${kinds.join(', ')} here.`;
  return [{ rule: 'unsupported-event', message }];
};

function kindsFor(element: ElementModel, model: ProcessModel): readonly EventKind[] | undefined {
  if (element.type !== 'startEvent')
    return Object.hasOwn(allowedKinds, element.type) ? allowedKinds[element.type] : undefined;
  const scope = model.elements.get(element.scopeId);
  if (scope === undefined) return startKinds.process;
  return scope.type === 'eventSubProcess' ? startKinds.eventSubProcess : startKinds.subProcess;
}

function checkDefinition(element: ElementModel, model: ProcessModel): RuleFault[] {
  const { event } = element;
  if (event?.kind === 'message' && element.job === null) return checkMessage(element, event, model);
  if (event?.kind === 'timer') return checkTimer(element, event);
  if (event?.kind === 'signal') {
    return faultIf(event.name === null, 'missing-signal', `"${element.id}" needs a signal with a name.`);
  }
  return checkThrown(element, isThrowing(element) ? event : null);
}

/** What catches an error or escalation may leave the code out; what throws it may not. */
function checkThrown(element: ElementModel, event: EventModel | null): RuleFault[] {
  const isNameless = (event?.kind === 'error' || event?.kind === 'escalation') && event.code === null;
  if (!isNameless) return [];
  const message = `"${element.id}" throws an ${event.kind} without a code. Refer to one that has a code.`;
  return [{ rule: `missing-${event.kind}-code`, message }];
}

function isThrowing(element: ElementModel): boolean {
  return element.type === 'endEvent' || element.type === 'intermediateThrowEvent';
}

function checkMessage(
  element: ElementModel,
  event: Extract<EventModel, { kind: 'message' }>,
  model: ProcessModel,
): RuleFault[] {
  const isThrown = isThrowing(element);
  const startsProcess = element.type === 'startEvent' && element.scopeId === model.id;
  return [
    ...faultIf(!isThrown && event.name === null, 'missing-message', `"${element.id}" needs a message with a name.`),
    ...faultIf(
      !isThrown && !startsProcess && event.correlationKey === null,
      'missing-correlation-key',
      `The message of "${element.id}" needs a subscription with a correlation key.`,
    ),
  ];
}

function checkTimer(element: ElementModel, event: Extract<EventModel, { kind: 'timer' }>): RuleFault[] {
  const mayRepeat = element.type === 'startEvent' || (element.type === 'boundaryEvent' && !element.interrupting);
  const text = literalText(event.value);
  return [
    ...faultIf(
      event.timerType === 'cycle' && !mayRepeat,
      'cycle-not-allowed',
      `The timer of "${element.id}" repeats, but it can go off only once. Use a date or a duration.`,
    ),
    ...faultIf(
      text !== null && readTimerValue(event.timerType, text, anyInstant) === null,
      'timer-value',
      `The timer of "${element.id}" says "${text ?? ''}", which is no ${event.timerType} of ISO 8601. Write one, or FEEL after "=".`,
    ),
  ];
}
