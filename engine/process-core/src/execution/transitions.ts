import type { ElementModel } from '../model/model.ts';
import type { Json, Variables } from '../types.ts';
import { readCompletionCondition } from '../elements/activities/ad-hoc-sub-process.ts';
import { handlerDone, noteCompensable } from '../elements/event-definitions/compensation.ts';
import { completeRound, startLoop } from '../elements/multi-instance.ts';
import { attempt } from './attempt.ts';
import { openEvent } from './events.ts';
import { raiseIncident } from './incidents.ts';
import { arrive, hasWaitingTokens } from './joins.ts';
import { listen } from './listeners.ts';
import { applyInputs, applyOutputs } from './mappings.ts';
import { beginProcess } from './start.ts';
import type { Completion, Step, Work } from './step.ts';
import {
  dataOf,
  enqueueComplete,
  findInstance,
  flowIds,
  getElement,
  getInstance,
  IncidentSignal,
  remember,
} from './step.ts';
import { clearScope, closeEvents, forget, pushChange } from './terminate.ts';
import { localVariables, setLocal } from './variables.ts';

type Activation = Extract<Work, { do: 'activate' }>;

/** A token enters an element. */
export function activate(step: Step, work: Activation): void {
  if (findInstance(step, work.scopeId) === undefined) return;
  const id = step.context.newId();
  step.elements[id] = { elementId: work.elementId, parentId: work.scopeId };
  const element = step.model.elements.get(work.elementId);
  if (work.item !== undefined) remember(step, id, { round: work.item.index });
  else if (element?.loop) remember(step, id, { body: { total: 0, next: 0, completed: 0 } });
  if (work.compensates !== undefined) remember(step, id, { compensates: work.compensates });
  pushChange(step, id, 'activated');
  if (work.item !== undefined) setRoundVariables(step, id, element, work.item);
  if (work.variables !== undefined) setLocal(step, id, work.variables);
  if (work.event === undefined) enter(step, id);
  else if (element?.type === 'eventSubProcess') {
    remember(step, id, { completion: { variables: work.event } });
    enter(step, id);
  } else enqueueComplete(step, id, { variables: work.event });
}

function setRoundVariables(
  step: Step,
  id: string,
  element: ElementModel | undefined,
  item: NonNullable<Activation['item']>,
): void {
  const { inputElement, outputElement } = element?.loop ?? {};
  // A variable that the output element names stays within its round, as on Zeebe.
  const output = /^=\s*([A-Za-z_]\w*)(?:\.\w+)*\s*$/.exec(outputElement?.source ?? '')?.[1];
  const entries: [string, Json][] = [['loopCounter', item.index]];
  if (output !== undefined) entries.unshift([output, null]);
  if (inputElement) entries.unshift([inputElement, item.value]);
  step.variables[id] = Object.fromEntries(entries);
  step.effects.push({ type: 'variablesChanged', scopeId: id, names: entries.map(([name]) => name) });
}

/** Input mappings and start listeners, then what the element does. All of it or, with an incident, nothing. */
export function enter(step: Step, id: string): void {
  attempt(step, id, 'activating', () => {
    const element = getElement(step, getInstance(step, id).elementId);
    if (dataOf(getInstance(step, id)).body === undefined) {
      if (step.behaviors.get(element.type)?.maps !== false) applyInputs(step, id, element);
      if (listen(step, id, 'start')) return;
    }
    work(step, id, element);
  });
}

/** The start listeners are done. */
export function begin(step: Step, id: string): void {
  if (findInstance(step, id) === undefined) return;
  if (id === step.rootId) beginProcess(step);
  else attempt(step, id, 'beginning', () => work(step, id, getElement(step, getInstance(step, id).elementId)));
}

/** The element asks again for what could not be done; it listens already. */
export function workAgain(step: Step, id: string): void {
  attempt(step, id, 'working', () => {
    const element = getElement(step, getInstance(step, id).elementId);
    behaviorOf(step, element).activate(step, id, element);
  });
}

/** Boundary events, then whatever the element does. */
function work(step: Step, id: string, element: ElementModel): void {
  const { body, round } = dataOf(getInstance(step, id));
  if (round === undefined) for (const event of element.boundaryEvents) openEvent(step, id, event);
  if (body !== undefined) startLoop(step, id, element);
  else behaviorOf(step, element).activate(step, id, element);
}

function behaviorOf(step: Step, element: ElementModel) {
  const behavior = step.behaviors.get(element.type);
  if (behavior === undefined) {
    throw new IncidentSignal('UNKNOWN', `The engine cannot run "${element.id}": ${element.type} is not supported.`);
  }
  return behavior;
}

/** Output mappings, then the token moves on. */
export function complete(step: Step, id: string, completion: Completion): void {
  if (findInstance(step, id) === undefined) return;
  if (id === step.rootId) {
    if (completion.listened !== undefined || !listenAtEnd(step)) completeProcess(step);
    return;
  }
  const instance = getInstance(step, id);
  const element = step.model.elements.get(instance.elementId);
  const { body, round } = dataOf(instance);
  let isScopeDone: boolean | null = null;
  try {
    if (element !== undefined && body === undefined) {
      if (completion.listened === undefined) {
        const { keepsVariables = true, maps = true } = step.behaviors.get(element.type) ?? {};
        const keeps = keepsVariables && !isErrorCaught(element);
        if (maps) applyOutputs(step, id, element, completion.variables ?? {}, keeps);
        closeEvents(step, id);
        if (listen(step, id, 'end', completion)) return;
      }
      if (round !== undefined) completeRound(step, id, element);
    }
    if (endsPath(element, completion, round)) isScopeDone = readCompletionCondition(step, scopeOf(step, id));
  } catch (error) {
    if (!(error instanceof IncidentSignal)) throw error;
    remember(step, id, { phase: 'completing', completion });
    raiseIncident(step, id, error.kind, error.message);
    return;
  }
  leave(step, id, element, completion, isScopeDone);
}

/** As on Zeebe, what comes with an error leaves its boundary event by output mappings only. */
function isErrorCaught({ type, event }: ElementModel): boolean {
  return type === 'boundaryEvent' && event?.kind === 'error';
}

/** Nothing follows in the scope. */
function endsPath(element: ElementModel | undefined, completion: Completion, round: number | undefined): boolean {
  return round === undefined && (completion.flows ?? element?.outgoing ?? []).length === 0;
}

function scopeOf(step: Step, id: string): string {
  return getInstance(step, id).parentId ?? step.rootId;
}

function leave(
  step: Step,
  id: string,
  element: ElementModel | undefined,
  completion: Completion,
  isScopeDone: boolean | null,
): void {
  const instance = getInstance(step, id);
  const scopeId = scopeOf(step, id);
  const outgoing = dataOf(instance).round === undefined ? flowIds(element?.outgoing ?? []) : [];
  const flows = completion.flows ?? outgoing;
  const { compensates } = dataOf(instance);
  closeEvents(step, id);
  pushChange(step, id, 'completed');
  noteCompensable(step, id, element);
  forget(step, id);
  if (compensates !== undefined) handlerDone(step, compensates);
  for (const flowId of flows) takeFlow(step, scopeId, flowId, completion.event);
  if (flows.length === 0) endPath(step, scopeId, isScopeDone);
}

/** `isScopeDone`: what the condition of an ad-hoc sub-process says; null where there is none. */
function endPath(step: Step, scopeId: string, isScopeDone: boolean | null): void {
  if (isScopeDone === false || findInstance(step, scopeId) === undefined) return;
  const { elementId } = getInstance(step, scopeId);
  if (isScopeDone && step.model.elements.get(elementId)?.adHoc?.cancelRemainingInstances) clearScope(step, scopeId);
  completeScopeWhenEmpty(step, scopeId);
}

function takeFlow(step: Step, scopeId: string, flowId: string, event: Variables | undefined): void {
  const flow = step.model.flows.get(flowId);
  if (flow === undefined) throw new Error(`the process "${step.model.id}" has no sequence flow "${flowId}"`);
  step.effects.push({ type: 'sequenceFlowTaken', flowId });
  if (arrive(step, scopeId, flow, getElement(step, flow.targetId))) {
    step.queue.push({ do: 'activate', elementId: flow.targetId, scopeId, ...(event === undefined ? {} : { event }) });
  }
}

/** A scope ends when its last token has: nothing active in it, nothing queued, nothing waiting at a join. */
function completeScopeWhenEmpty(step: Step, scopeId: string): void {
  if (findInstance(step, scopeId) === undefined || hasWaitingTokens(step, scopeId)) return;
  if (dataOf(getInstance(step, scopeId)).body !== undefined) return;
  const { halted = [] } = dataOf(findInstance(step, step.rootId));
  if ([...step.queue, ...halted].some((work) => placeOf(work) === scopeId)) return;
  for (const id in step.elements) if (step.elements[id]?.parentId === scopeId) return;
  enqueueComplete(step, scopeId);
}

/** The scope that a piece of work keeps open. */
function placeOf(work: Work): string {
  return work.do === 'activate' ? work.scopeId : work.id;
}

/** Opens the first end listener of the process, which then ends after the last; nothing starts in it any more. */
function listenAtEnd(step: Step): boolean {
  const { rootId } = step;
  if (step.model.listeners.end.length === 0) return false;
  closeEvents(step, rootId);
  attempt(step, rootId, 'completing', () => void listen(step, rootId, 'end'));
  return true;
}

function completeProcess(step: Step): void {
  closeEvents(step, step.rootId);
  pushChange(step, step.rootId, 'completed');
  const variables = localVariables(step, step.rootId);
  step.status = 'completed';
  step.effects.push({ type: 'instanceCompleted', variables });
  step.elements = {};
  step.variables = Object.keys(variables).length === 0 ? {} : { [step.rootId]: variables };
}
