import { compileOptional } from './expression.ts';
import type { EventModel, ThrowableModel, TimerType } from './model.ts';
import type { ModdleNode } from 'bpmn-moddle';
import { extensionOf, flagAt, nodeAt, nodesAt, textAt } from './moddle.ts';
import { readExpression } from './read-zeebe.ts';

/** What an event waits for or throws; null for a none event. */
export function readEvent(node: ModdleNode): EventModel | null {
  const [definition, second] = nodesAt(node, 'eventDefinitions');
  if (definition === undefined) return null;
  if (second !== undefined) return { kind: 'unsupported', type: 'multiple event definitions' };
  switch (definition.$type) {
    case 'bpmn:TimerEventDefinition':
      return readTimer(definition);
    case 'bpmn:MessageEventDefinition':
      return readMessage(definition);
    case 'bpmn:ErrorEventDefinition':
      return readThrowable('error', textAt(nodeAt(definition, 'errorRef'), 'errorCode'));
    case 'bpmn:EscalationEventDefinition':
      return readThrowable('escalation', textAt(nodeAt(definition, 'escalationRef'), 'escalationCode'));
    case 'bpmn:SignalEventDefinition':
      return { kind: 'signal', name: compileOptional(textAt(nodeAt(definition, 'signalRef'), 'name')) };
    case 'bpmn:CompensateEventDefinition':
      return {
        kind: 'compensation',
        activityId: nodeAt(definition, 'activityRef')?.id ?? null,
        waits: flagAt(definition, 'waitForCompletion', true),
      };
    case 'bpmn:LinkEventDefinition':
      return { kind: 'link', name: textAt(definition, 'name') ?? '' };
    case 'bpmn:TerminateEventDefinition':
      return { kind: 'terminate' };
    default:
      return { kind: 'unsupported', type: definition.$type.replace('bpmn:', '') };
  }
}

function readThrowable(kind: ThrowableModel['kind'], code: string | null): ThrowableModel {
  return { kind, code, thrownCode: compileOptional(code) };
}

/** The message of an event definition or a receive task (`messageRef`). */
export function readMessage(node: ModdleNode): EventModel {
  const message = nodeAt(node, 'messageRef');
  return {
    kind: 'message',
    name: compileOptional(textAt(message, 'name')),
    correlationKey: compileOptional(textAt(extensionOf(message, 'zeebe:Subscription'), 'correlationKey')),
  };
}

const timerProperties: readonly [string, TimerType][] = [
  ['timeDate', 'date'],
  ['timeDuration', 'duration'],
  ['timeCycle', 'cycle'],
];

function readTimer(definition: ModdleNode): EventModel {
  for (const [property, timerType] of timerProperties) {
    const value = readExpression(nodeAt(definition, property));
    if (value !== null) return { kind: 'timer', timerType, value };
  }
  return { kind: 'unsupported', type: 'timer without date, duration or cycle' };
}
