import { evaluate, evaluateBoolean, wrongType } from '../execution/evaluate.ts';
import type { LoopBody, Step } from '../execution/step.ts';
import { childrenOf, dataOf, enqueueComplete, getInstance, IncidentSignal, remember } from '../execution/step.ts';
import { clearScope } from '../execution/terminate.ts';
import { localVariables, propagate, setLocal } from '../execution/variables.ts';
import type { ElementModel, LoopModel } from '../model/model.ts';
import type { Json, Variables } from '../types.ts';

/** More rounds than this would make one step of one case slow for everybody. */
const maxRounds = 1000;

/** Opens the body of a multi-instance activity: one round per item, all at once or one after the other. */
export function startLoop(step: Step, bodyId: string, element: ElementModel): void {
  const loop = loopOf(element);
  const items = readItems(step, bodyId, loop);
  if (loop.outputCollection !== null) {
    setLocal(step, bodyId, Object.fromEntries([[loop.outputCollection, items.map(() => null)]]));
  }
  const parallel = !loop.sequential;
  const body: LoopBody = {
    total: items.length,
    next: parallel ? items.length : Math.min(1, items.length),
    completed: 0,
  };
  remember(step, bodyId, { body: parallel ? body : { ...body, items } });
  if (items.length === 0) finishLoop(step, bodyId, loop);
  else items.slice(0, body.next).forEach((value, index) => startRound(step, bodyId, element, value, index + 1));
}

/** A round is done: its output is collected; then the next round, the completion condition, or the end. */
export function completeRound(step: Step, roundId: string, element: ElementModel): void {
  const loop = loopOf(element);
  const round = getInstance(step, roundId);
  const bodyId = round.parentId ?? step.rootId;
  collectOutput(step, roundId, bodyId, loop, dataOf(round).round ?? 1);
  const before = dataOf(getInstance(step, bodyId)).body ?? { total: 0, next: 0, completed: 0 };
  const body = { ...before, completed: before.completed + 1 };
  const ended = body.completed + (body.terminated ?? 0);
  const isDone = isConditionMet(step, roundId, bodyId, loop, body) || ended === body.total;
  const item = body.items?.[body.next];
  const goesOn = !isDone && body.next < body.total && item !== undefined;
  remember(step, bodyId, { body: goesOn ? { ...body, next: body.next + 1 } : body });
  if (goesOn) startRound(step, bodyId, element, item, body.next + 1);
  if (!isDone) return;
  clearScope(step, bodyId, roundId);
  finishLoop(step, bodyId, loop);
}

function startRound(step: Step, bodyId: string, element: ElementModel, value: Json, index: number): void {
  step.queue.push({ do: 'activate', elementId: element.id, scopeId: bodyId, item: { index, value } });
}

function finishLoop(step: Step, bodyId: string, loop: LoopModel): void {
  const name = loop.outputCollection;
  if (name !== null) {
    const collected = localVariables(step, bodyId)[name] ?? [];
    propagate(step, getInstance(step, bodyId).parentId ?? step.rootId, Object.fromEntries([[name, collected]]));
  }
  enqueueComplete(step, bodyId);
}

function readItems(step: Step, bodyId: string, loop: LoopModel): Json[] {
  if (loop.inputCollection === null) {
    const { elementId } = getInstance(step, bodyId);
    throw new IncidentSignal('EXTRACT_VALUE_ERROR', `"${elementId}" repeats without an input collection. Add one.`);
  }
  const items = evaluate(step, bodyId, loop.inputCollection);
  if (!Array.isArray(items)) throw wrongType(loop.inputCollection, 'ARRAY', items);
  if (items.length > maxRounds) {
    throw new IncidentSignal(
      'EXTRACT_VALUE_ERROR',
      `The collection "${loop.inputCollection.source}" has ${items.length} items; at most ${maxRounds} are run. Split it.`,
    );
  }
  return items;
}

function collectOutput(step: Step, roundId: string, bodyId: string, loop: LoopModel, round: number): void {
  const name = loop.outputCollection;
  if (name === null || loop.outputElement === null) return;
  const value = evaluate(step, roundId, loop.outputElement);
  const collected = localVariables(step, bodyId)[name];
  const items = Array.isArray(collected) ? collected : [];
  setLocal(step, bodyId, Object.fromEntries([[name, items.with(round - 1, value)]]));
}

function isConditionMet(step: Step, roundId: string, bodyId: string, loop: LoopModel, body: LoopBody): boolean {
  if (loop.completionCondition === null) return false;
  const counters: Variables = {
    numberOfInstances: body.total,
    numberOfActiveInstances: childrenOf(step, bodyId).length - 1,
    numberOfCompletedInstances: body.completed,
    numberOfTerminatedInstances: body.terminated ?? 0,
  };
  return evaluateBoolean(step, roundId, loop.completionCondition, counters);
}

function loopOf(element: ElementModel): LoopModel {
  if (element.loop === null)
    throw new IncidentSignal('UNKNOWN', `"${element.id}" is no longer multi-instance. Migrate it.`);
  return element.loop;
}
