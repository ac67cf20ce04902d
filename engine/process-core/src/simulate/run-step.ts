import type {
  ActivateStep,
  CalledStep,
  CompleteStep,
  JobStep,
  MessageStep,
  ResolveIncidentStep,
  Step,
} from '@esocial/contracts/generated/scenario.ts';
import { findAdHocActivities } from '../ad-hoc-activities.ts';
import type { Json, Variables } from '../types.ts';
import { checkExpectation, waitingFor } from './expectations.ts';
import type { Simulation } from './simulation.ts';

export interface StepRun {
  readonly simulation: Simulation;
  readonly rootId: string;
  /** Data of a form fixture by `form-key/name`. */
  readonly fixture: (key: string) => Json;
}

/** Does one step of a scenario. Returns what a check found wrong; throws when the step cannot be done. */
export function runStep(run: StepRun, step: Step): string[] {
  if ('check' in step) return checkExpectation(run.simulation, run.rootId, step.check);
  if ('complete' in step) completeTask(run, step);
  else if ('advanceTime' in step) run.simulation.advanceTime(step.advanceTime);
  else if ('message' in step) publish(run, step);
  else if ('signal' in step) run.simulation.throwSignal(step.signal, (step.variables ?? {}) as Variables);
  else if ('activate' in step) activate(run, step);
  else if ('job' in step) answerJob(run, step);
  else if ('called' in step) answerCall(run, step);
  else if ('resolveIncident' in step) resolveIncident(run, step);
  else {
    const variables = step.setVariables as Variables;
    run.simulation.send(run.rootId, { type: 'setVariables', variables });
  }
  return [];
}

function completeTask({ simulation, fixture }: StepRun, step: CompleteStep): void {
  const task = [...simulation.open.tasks.values()].find((open) => open.elementId === step.complete);
  if (task === undefined) throw new Error(`the task "${step.complete}" is not open${waitingFor(simulation)}`);
  if (step.as !== undefined && !task.candidateGroups.includes(step.as)) {
    throw new Error(`"${step.as}" may not do "${step.complete}", only ${task.candidateGroups.join(', ')}`);
  }
  const data = step.fixture === undefined ? ((step.data ?? {}) as Json) : fixture(step.fixture);
  simulation.send(task.instanceId, { type: 'completeUserTask', elementInstanceId: task.elementInstanceId, data });
}

function publish({ simulation }: StepRun, step: MessageStep): void {
  const { message, correlationKey } = step;
  const open = [...simulation.open.subscriptions.values()].filter(
    (subscription) =>
      subscription.messageName === message &&
      (correlationKey === undefined || subscription.correlationKey === correlationKey),
  );
  const [first, second] = open;
  const key = correlationKey === undefined ? '' : ` with the key "${correlationKey}"`;
  if (first === undefined) throw new Error(`nobody waits for the message "${message}"${key}${waitingFor(simulation)}`);
  if (second !== undefined && correlationKey === undefined) {
    throw new Error(`several wait for the message "${message}"; say the correlationKey`);
  }
  const { subscriptionId } = first;
  const variables = (step.variables ?? {}) as Variables;
  simulation.send(first.instanceId, { type: 'correlateMessage', subscriptionId, variables });
}

function activate({ simulation }: StepRun, { activate: elementIds }: ActivateStep): void {
  for (const { instanceId, model, state } of simulation.instances.values()) {
    const outline = findAdHocActivities(model, state).find(({ activities }) =>
      elementIds.every((id) => activities.some(({ elementId }) => elementId === id)),
    );
    if (outline === undefined) continue;
    const { elementInstanceId } = outline;
    simulation.send(instanceId, { type: 'activateAdHoc', elementInstanceId, elementIds });
    return;
  }
  throw new Error(`no running ad-hoc sub-process can start ${elementIds.join(', ')}${waitingFor(simulation)}`);
}

function answerJob({ simulation }: StepRun, step: JobStep): void {
  const job = [...simulation.open.jobs.values()].find(
    (open) => open.jobType === step.job || open.elementId === step.job,
  );
  if (job === undefined) throw new Error(`no job "${step.job}" is open${waitingFor(simulation)}`);
  const { elementInstanceId, instanceId } = job;
  if (step.error !== undefined) {
    simulation.open.jobs.delete(elementInstanceId);
    simulation.send(instanceId, { type: 'throwError', elementInstanceId, errorCode: step.error });
  } else if (step.fail !== undefined) {
    simulation.open.jobs.delete(elementInstanceId);
    simulation.send(instanceId, { type: 'failJob', elementInstanceId, retries: 0, message: step.fail });
  } else {
    simulation.completeJob(elementInstanceId, (step.result ?? {}) as Variables);
  }
}

function answerCall({ simulation }: StepRun, step: CalledStep): void {
  const call = [...simulation.open.calls.values()].find(
    (open) => open.processId === step.called && !simulation.instances.has(open.childInstanceId),
  );
  if (call === undefined) throw new Error(`no call of the process "${step.called}" waits for an answer`);
  simulation.answerCall(call.childInstanceId, (step.variables ?? {}) as Variables);
}

function resolveIncident({ simulation }: StepRun, step: ResolveIncidentStep): void {
  const incident = [...simulation.open.incidents.values()].find((open) => open.elementId === step.resolveIncident);
  if (incident === undefined) throw new Error(`there is no incident at "${step.resolveIncident}"`);
  simulation.send(incident.instanceId, { type: 'resolveIncident', incidentId: incident.incidentId });
}
