import { evaluate, evaluateBoolean, wrongType } from '../../execution/evaluate.ts';
import { openEventStarts } from '../../execution/scopes.ts';
import type { ElementBehavior, Step } from '../../execution/step.ts';
import { dataOf, findElement, findInstance, IncidentSignal } from '../../execution/step.ts';
import type { AdHocModel, ElementModel } from '../../model/model.ts';
import type { Command } from '../../types.ts';
import { CommandRejected } from '../../types.ts';

type ActivateCommand = Extract<Command, { type: 'activateAdHoc' }>;

/**
 * What it holds is started as the case needs it: some activities at once, by their ids, and any by `activateAdHoc`.
 * It ends when a path in it has ended and its condition, if it has one, is true.
 */
export const adHocSubProcess: ElementBehavior = {
  activate(step, id, element) {
    const elementIds = readActiveElements(step, id, element);
    openEventStarts(step, id);
    startActivities(step, id, elementIds);
  },
};

function startActivities(step: Step, scopeId: string, elementIds: readonly string[]): void {
  for (const elementId of elementIds) step.queue.push({ do: 'activate', elementId, scopeId });
}

function readActiveElements(step: Step, id: string, element: ElementModel): string[] {
  const expression = element.adHoc?.activeElements ?? null;
  if (expression === null) return [];
  const elementIds = evaluate(step, id, expression);
  if (!Array.isArray(elementIds) || !elementIds.every((one) => typeof one === 'string')) {
    throw wrongType(expression, 'an ARRAY of STRING', elementIds);
  }
  const unknown = findUnknown(element.adHoc, elementIds);
  if (unknown.length > 0) {
    throw new IncidentSignal(
      'EXTRACT_VALUE_ERROR',
      `"${element.id}" cannot start ${unknown.join(', ')}: nothing of that id can be started in it. Correct the ` +
        `expression "${expression.source}" or its variables, then resolve the incident.`,
    );
  }
  return elementIds;
}

function findUnknown(adHoc: AdHocModel | null, elementIds: readonly string[]): string[] {
  return elementIds.filter((id) => adHoc?.activities.every((activity) => activity.id !== id) !== false);
}

/** Somebody starts further activities. */
export function activateAdHoc(step: Step, { elementInstanceId: id, elementIds }: ActivateCommand): void {
  const element = findInstance(step, id) === undefined ? undefined : findElement(step, id);
  if (element?.adHoc == null) {
    throw new CommandRejected('NOT_FOUND', `No ad-hoc sub-process is active under the id ${id}.`);
  }
  const { phase, listener, body } = dataOf(findInstance(step, id));
  if (phase !== undefined || listener !== undefined) {
    throw new CommandRejected(
      'INVALID_STATE',
      `"${element.id}" is not running: it has an incident or an open listener.`,
    );
  }
  if (body !== undefined) {
    throw new CommandRejected('INVALID_ARGUMENT', `"${element.id}" is multi-instance: name one of its rounds.`);
  }
  const unknown = findUnknown(element.adHoc, elementIds);
  if (unknown.length > 0) {
    throw new CommandRejected('NOT_FOUND', `"${unknown.join('", "')}" cannot be started in "${element.id}".`);
  }
  if (elementIds.length === 0 || new Set(elementIds).size < elementIds.length) {
    throw new CommandRejected('INVALID_ARGUMENT', `Name the activities of "${element.id}" to start, each once.`);
  }
  startActivities(step, id, elementIds);
}

/**
 * Asked when a path in an ad-hoc sub-process comes to its end, before it has: whether the condition holds. Null
 * without a condition, and in every other scope.
 */
export function readCompletionCondition(step: Step, scopeId: string): boolean | null {
  const condition = findElement(step, scopeId)?.adHoc?.completionCondition ?? null;
  return condition === null ? null : evaluateBoolean(step, scopeId, condition);
}
