import { addDuration } from '@esocial/process-core/execution/iso-time.ts';
import type { Command, Variables } from '@esocial/process-core/types.ts';
import type { Step } from '../scenario.ts';
import type { SimulatedWorld } from './world.ts';

/** Carries out one step. Throws CommandRejected, or an error when the scenario names what never was. */
export function doStep(world: SimulatedWorld, step: Step): void {
  const { simulation, messages } = world;
  if ('start' in step) simulation.start(step.process ?? mainProcess(world), step.start);
  else if ('completeUserTask' in step) {
    send(world, taskOf(world, step.completeUserTask), (elementInstanceId) => ({
      type: 'completeUserTask',
      elementInstanceId,
      data: step.data ?? {},
    }));
  } else if ('publishMessage' in step) {
    const { publishMessage: name, key, variables = {}, timeToLive = 'PT0S', id } = step;
    messages.publish({ name, key, variables, timeToLive, id });
  } else if ('broadcastSignal' in step) simulation.throwSignal(step.broadcastSignal, step.variables ?? {});
  else if ('advanceTime' in step) world.starts.advanceTime(step.advanceTime, () => messages.deliver());
  else if ('setVariables' in step) setVariables(world, step.setVariables, step.at);
  else if ('resolveIncident' in step) resolveIncident(world, step.resolveIncident);
  else if ('cancel' in step) simulation.send(rootInstance(world), { type: 'cancel' });
  else if ('modify' in step) modify(world, step.modify);
  else answerJob(world, step);
}

function answerJob(
  world: SimulatedWorld,
  step: Extract<Step, { completeJob: string } | { failJob: string } | { throwError: string }>,
): void {
  if ('completeJob' in step) {
    const { variables = {} } = step;
    send(world, jobOf(world, step.completeJob), (elementInstanceId) => ({
      type: 'completeJob',
      elementInstanceId,
      variables,
    }));
  } else if ('failJob' in step) {
    const { retries, message = '', backOff } = step;
    const retryAt = backOff === undefined ? null : addDuration(world.simulation.now, backOff);
    send(world, jobOf(world, step.failJob), (elementInstanceId) => ({
      type: 'failJob',
      ...{ elementInstanceId, retries, message },
      ...(retryAt === null ? {} : { retryAt }),
    }));
  } else {
    const { code: errorCode, variables = {} } = step;
    send(world, jobOf(world, step.throwError), (elementInstanceId) => ({
      type: 'throwError',
      ...{ elementInstanceId, errorCode, variables },
    }));
  }
}

interface Target {
  readonly instanceId: string;
  readonly elementInstanceId: string;
}

/** A job is done once its answer is accepted; the next one of the element is another job. */
function send(world: SimulatedWorld, target: Target, command: (elementInstanceId: string) => Command): void {
  const { jobs } = world.simulation.open;
  const job = jobs.get(target.elementInstanceId);
  jobs.delete(target.elementInstanceId);
  try {
    world.simulation.send(target.instanceId, command(target.elementInstanceId));
  } catch (error) {
    if (job !== undefined) jobs.set(target.elementInstanceId, job);
    throw error;
  }
}

function taskOf(world: SimulatedWorld, elementId: string): Target {
  const open = [...world.simulation.open.tasks.values()].find((task) => task.elementId === elementId);
  return remembered(world, `task ${elementId}`, open);
}

function jobOf(world: SimulatedWorld, name: string): Target {
  const jobs = [...world.simulation.open.jobs.values()];
  return remembered(
    world,
    `job ${name}`,
    jobs.find((job) => job.elementId === name || job.jobType === name),
  );
}

function remembered(world: SimulatedWorld, what: string, open: Target | undefined): Target {
  if (open !== undefined) world.seen.set(what, open);
  const target = world.seen.get(what);
  if (target === undefined) throw new Error(`there never was the ${what}`);
  return target;
}

function setVariables(world: SimulatedWorld, variables: Variables, at: string | undefined): void {
  const target = at === undefined ? null : activeInstance(world, at);
  const instanceId = target?.instanceId ?? rootInstance(world);
  const scope = target === null ? {} : { elementInstanceId: target.elementInstanceId };
  world.simulation.send(instanceId, { type: 'setVariables', variables, ...scope });
}

function resolveIncident(world: SimulatedWorld, elementId: string): void {
  const incident = [...world.simulation.open.incidents.values()].find((open) => open.elementId === elementId);
  if (incident === undefined) throw new Error(`there is no incident at "${elementId}"`);
  world.simulation.send(incident.instanceId, { type: 'resolveIncident', incidentId: incident.incidentId });
}

function modify(
  world: SimulatedWorld,
  { activate = [], terminate = [] }: Extract<Step, { modify: object }>['modify'],
): void {
  world.simulation.send(rootInstance(world), {
    type: 'modify',
    activate: activate.map(({ element: elementId, variables }) => ({
      elementId,
      ...(variables === undefined ? {} : { variables: [{ variables }] }),
    })),
    terminate: terminate.map((elementId) => activeInstance(world, elementId).elementInstanceId),
  });
}

function activeInstance({ simulation }: SimulatedWorld, elementId: string): Target {
  for (const { instanceId, state } of simulation.instances.values()) {
    const found = Object.entries(state.elements).find(([, element]) => element.elementId === elementId);
    if (found !== undefined) return { instanceId, elementInstanceId: found[0] };
  }
  throw new Error(`no instance of "${elementId}" is active`);
}

function rootInstance({ simulation }: SimulatedWorld): string {
  const [first] = simulation.instances.keys();
  if (first === undefined) throw new Error('no instance has been started');
  return first;
}

function mainProcess({ models }: SimulatedWorld): string {
  return models[0]?.id ?? '';
}
