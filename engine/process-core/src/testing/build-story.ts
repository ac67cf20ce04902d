import { parseBpmn } from '../model/parse-bpmn.ts';
import { pathOf } from '../simulate/report.ts';
import { runStep } from '../simulate/run-step.ts';
import type { Simulation, SimulationOptions } from '../simulate/simulation.ts';
import { createSimulation } from '../simulate/simulation.ts';
import type { Json, Variables } from '../types.ts';

/** A running process for tests: what people and the world do to it, and what can be seen of it. */
export interface Story {
  readonly simulation: Simulation;
  readonly instanceId: string;
  complete(elementId: string, data?: Json): void;
  job(type: string, result?: Variables): void;
  jobError(type: string, code: string): void;
  jobFailure(type: string, message: string): void;
  message(name: string, variables?: Variables): void;
  signal(name: string, variables?: Variables): void;
  advanceTime(duration: string): void;
  resolveIncident(elementId: string): void;
  setVariables(variables: Variables): void;
  path(): string[];
  tasks(): string[];
  jobs(): string[];
  incidents(): string[];
  status(): string;
  variables(): Variables;
  /** Types of the effects since the start, in order. */
  effectTypes(): string[];
}

export interface StoryOptions extends SimulationOptions {
  readonly variables?: Variables;
  readonly startElementId?: string;
  readonly processId?: string;
}

/** Starts the first process of a BPMN file (the others may be called). */
export async function buildStory(xml: string, options: StoryOptions = {}): Promise<Story> {
  const models = await parseBpmn(xml);
  const simulation = createSimulation(models, options);
  const processId = options.processId ?? models[0]?.id ?? '';
  const instanceId = simulation.start(processId, options.variables ?? {}, options.startElementId);
  const run = { simulation, rootId: instanceId, fixture: () => null };
  const { open } = simulation;
  return {
    simulation,
    instanceId,
    complete: (complete, data = {}) => void runStep(run, { complete, data }),
    job: (job, result = {}) => void runStep(run, { job, result }),
    jobError: (job, error) => void runStep(run, { job, error }),
    jobFailure: (job, fail) => void runStep(run, { job, fail }),
    message: (message, variables = {}) => void runStep(run, { message, variables }),
    signal: (name, variables = {}) => simulation.throwSignal(name, variables),
    advanceTime: (advanceTime) => void runStep(run, { advanceTime }),
    resolveIncident: (elementId) => void runStep(run, { resolveIncident: elementId }),
    setVariables: (setVariables) => void runStep(run, { setVariables }),
    path: () => pathOf(simulation),
    tasks: () => [...open.tasks.values()].map((task) => task.elementId),
    jobs: () => [...open.jobs.values()].map((job) => job.jobType),
    incidents: () => [...open.incidents.values()].map((incident) => `${incident.kind} at ${incident.elementId}`),
    status: () => simulation.instances.get(instanceId)?.state.status ?? 'unknown',
    variables: () => {
      const instance = simulation.instances.get(instanceId);
      return instance?.result ?? instance?.state.variables[instanceId] ?? {};
    },
    effectTypes: () => simulation.log.map((entry) => entry.effect.type),
  };
}
