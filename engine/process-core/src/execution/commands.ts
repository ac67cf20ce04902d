import { activateAdHoc } from '../elements/activities/ad-hoc-sub-process.ts';
import { refuseErrors, throwError } from '../elements/event-definitions/error.ts';
import { throwEscalation } from '../elements/event-definitions/escalation.ts';
import type { Command, ElementInstance } from '../types.ts';
import { CommandRejected } from '../types.ts';
import { attempt } from './attempt.ts';
import { fireTimer, receiveMessage } from './events.ts';
import { closeIncident, dropIncidents, raiseIncident } from './incidents.ts';
import { createJob } from './jobs.ts';
import { listenerDone } from './listeners.ts';
import { modify } from './modify.ts';
import { retryIncident } from './retry.ts';
import { setWithinLimit, startProcess } from './start.ts';
import type { InstanceData, Step } from './step.ts';
import { dataOf, enqueueComplete, findInstance, getElement, remember } from './step.ts';
import { resume, suspend } from './suspension.ts';
import { terminateInstance } from './terminate.ts';
import { assertSize, refuseTooLarge } from './variables.ts';

type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/** Applies the command itself; the tokens it sets free are moved afterwards. */
export function runCommand(step: Step, command: Command): void {
  switch (command.type) {
    case 'start':
      return startProcess(step, command);
    case 'completeUserTask':
      return completeUserTask(step, command);
    case 'completeJob':
      return completeJob(step, command);
    case 'failJob':
      return failJob(step, command);
    case 'throwError':
      return throwBpmnError(step, command);
    case 'triggerTimer':
      return triggerTimer(step, command.timerId);
    case 'correlateMessage':
    case 'triggerSignal':
      return triggerSubscription(step, command);
    case 'completeCalledInstance':
      return completeCalledInstance(step, command);
    case 'throwCalledError':
      return throwCalledError(step, command);
    case 'refuseErrors':
      return refuseErrors(step);
    case 'throwCalledEscalation':
      return throwCalledEscalation(step, command);
    case 'failActivation':
      return failActivation(step, command);
    case 'resolveIncident':
      return resolveIncident(step, command.incidentId);
    case 'setVariables':
      return setVariables(step, command);
    case 'modify':
      return modify(step, command);
    case 'activateAdHoc':
      return activateAdHoc(step, command);
    case 'suspend':
      return suspend(step);
    case 'resume':
      return resume(step);
    case 'cancel':
      return terminateInstance(step);
  }
}

function completeUserTask(step: Step, { elementInstanceId: id, data }: CommandOf<'completeUserTask'>): void {
  const { elementId } = getWaiting(step, id, 'task', 'user task');
  remember(step, id, { task: undefined });
  step.effects.push({ type: 'userTaskCompleted', elementInstanceId: id, elementId });
  enqueueComplete(step, id, { variables: { data } });
}

function completeJob(step: Step, { elementInstanceId: id, variables }: CommandOf<'completeJob'>): void {
  const { listener } = dataOf(getWaiting(step, id, 'job', 'job'));
  remember(step, id, { job: undefined });
  // A result that is too large is not kept: the job has to be done again.
  if (!attempt(step, id, 'jobFailed', () => assertSize(variables))) return;
  if (listener !== undefined) listenerDone(step, id, variables);
  else enqueueComplete(step, id, { variables });
}

function failJob(step: Step, command: CommandOf<'failJob'>): void {
  const { elementInstanceId: id, retries, message, retryAt } = command;
  const instance = getWaiting(step, id, 'job', 'job');
  remember(step, id, { job: undefined });
  if (retries > 0) {
    attempt(step, id, 'jobFailed', () => createJob(step, id, { retries, dueAt: retryAt ?? null }));
    return;
  }
  remember(step, id, { phase: 'jobFailed' });
  const kind = dataOf(instance).listener === undefined ? 'JOB_NO_RETRIES' : 'EXECUTION_LISTENER_NO_RETRIES';
  raiseIncident(step, id, kind, `The job of "${instance.elementId}" failed: ${message}`);
}

function throwBpmnError(step: Step, command: CommandOf<'throwError'>): void {
  const { elementInstanceId: id, errorCode: code, message = '', variables = {} } = command;
  const instance = getActive(step, id);
  const { phase, listener, job } = dataOf(instance);
  refuseTooLarge(variables);
  if (phase !== undefined) throw invalid(`"${instance.elementId}" has an incident; resolve it first.`);
  if (listener !== undefined) throw invalid(`An execution listener of "${instance.elementId}" may not throw an error.`);
  remember(step, id, { job: undefined });
  throwError(step, id, { code, message, variables, ...(job === undefined ? {} : { byJob: true }) });
}

function triggerTimer(step: Step, timerId: string): void {
  for (const id of Object.keys(step.elements)) {
    const { timers } = dataOf(step.elements[id]);
    const timer = timers !== undefined && Object.hasOwn(timers, timerId) ? timers[timerId] : undefined;
    if (timer !== undefined) return fireTimer(step, id, timerId, timer);
  }
  throw new CommandRejected('NOT_FOUND', `Timer ${timerId} is not set: it has gone off or was cancelled.`);
}

type Trigger = CommandOf<'correlateMessage' | 'triggerSignal'>;

function triggerSubscription(step: Step, { subscriptionId, variables }: Trigger): void {
  refuseTooLarge(variables);
  for (const id of Object.keys(step.elements)) {
    if (Object.hasOwn(dataOf(step.elements[id]).subscriptions ?? {}, subscriptionId)) {
      return receiveMessage(step, id, subscriptionId, variables);
    }
  }
  throw new CommandRejected('NOT_FOUND', `Subscription ${subscriptionId} is not open.`);
}

function completeCalledInstance(step: Step, command: CommandOf<'completeCalledInstance'>): void {
  const { elementInstanceId: id, variables } = command;
  const { elementId } = getWaiting(step, id, 'childInstanceId', 'called instance');
  // What the called process threw before is settled: it came to its end all the same.
  dropIncidents(step, id);
  remember(step, id, { childInstanceId: undefined, phase: undefined, error: undefined });
  const { call, outputs } = getElement(step, elementId);
  const takesAll = outputs.length > 0 || call?.propagateAllChildVariables !== false;
  enqueueComplete(step, id, { variables: takesAll ? variables : {} });
}

/** The error goes on from the call activity; if nothing catches it, the called process is told. */
function throwCalledError(step: Step, command: CommandOf<'throwCalledError'>): void {
  const { elementInstanceId: id, errorCode: code, message = '', variables = {} } = command;
  getWaiting(step, id, 'childInstanceId', 'called instance');
  dropIncidents(step, id);
  throwError(step, id, { code, message, variables });
}

function throwCalledEscalation(step: Step, command: CommandOf<'throwCalledEscalation'>): void {
  const { elementInstanceId: id, code, variables = {} } = command;
  getWaiting(step, id, 'childInstanceId', 'called instance');
  throwEscalation(step, id, code, variables);
}

function failActivation(step: Step, { elementInstanceId: id, kind, message }: CommandOf<'failActivation'>): void {
  const { elementId } = getActive(step, id);
  const { task, childInstanceId } = dataOf(getActive(step, id));
  if (task === undefined && childInstanceId === undefined) throw invalid(`"${elementId}" (${id}) asks for nothing.`);
  if (task !== undefined) step.effects.push({ type: 'userTaskWithdrawn', elementInstanceId: id, elementId });
  remember(step, id, { task: undefined, childInstanceId: undefined, phase: 'working' });
  raiseIncident(step, id, kind, message);
}

function resolveIncident(step: Step, incidentId: string): void {
  const incident = Object.hasOwn(step.incidents, incidentId) ? step.incidents[incidentId] : undefined;
  if (incident === undefined) throw new CommandRejected('NOT_FOUND', `Incident ${incidentId} is not open.`);
  closeIncident(step, incidentId);
  retryIncident(step, incident.elementInstanceId);
}

function setVariables(step: Step, { elementInstanceId, variables }: CommandOf<'setVariables'>): void {
  const scopeId = elementInstanceId ?? step.rootId;
  getActive(step, scopeId);
  setWithinLimit(step, scopeId, variables);
}

function getActive(step: Step, id: string): ElementInstance {
  const instance = findInstance(step, id);
  if (instance === undefined) throw new CommandRejected('NOT_FOUND', `Element instance ${id} is not active.`);
  return instance;
}

function getWaiting(step: Step, id: string, what: keyof InstanceData, name: string): ElementInstance {
  const instance = getActive(step, id);
  if (dataOf(instance)[what] === undefined) throw invalid(`"${instance.elementId}" (${id}) waits for no ${name}.`);
  return instance;
}

function invalid(message: string): CommandRejected {
  return new CommandRejected('INVALID_STATE', message);
}
