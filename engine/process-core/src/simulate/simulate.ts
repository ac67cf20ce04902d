import type { Scenario } from '@esocial/contracts/generated/scenario.ts';
import type { ProcessModel } from '../model/model.ts';
import { evaluateStartVariables } from '../start-variables.ts';
import type { Json, Variables } from '../types.ts';
import { checkExpectation } from './expectations.ts';
import type { SimulationReport } from './report.ts';
import { createReport } from './report.ts';
import type { StepRun } from './run-step.ts';
import { runStep } from './run-step.ts';
import type { Simulation, SimulationOptions } from './simulation.ts';
import { createSimulation } from './simulation.ts';

export interface ScenarioOptions extends Pick<SimulationOptions, 'evaluateDecision' | 'parameters'> {
  /** The data of a form fixture by `form-key/name`; undefined when there is none. */
  readonly fixture?: (key: string) => Json | undefined;
  /** `startVariables` of the workflow: FEEL over `data` by name. */
  readonly startVariables?: Readonly<Record<string, string>>;
}

/** What `caseId` is in a scenario, unless its parameters say otherwise. */
export const simulatedCaseId = 'case-1';

/**
 * Runs a scenario in virtual time. The first model is the one that starts (unless the scenario names its process);
 * the others are run when they are called. Never throws for a scenario that does not fit the process: the report says
 * at which step it stopped and why.
 */
export function simulate(
  models: readonly ProcessModel[],
  scenario: Scenario,
  options: ScenarioOptions = {},
): SimulationReport {
  const given = scenario.parameters as Variables | undefined;
  const parameters: Variables = { caseId: simulatedCaseId, ...options.parameters, ...given };
  const simulation = createSimulation(models, {
    parameters,
    ...(scenario.start.at === undefined ? {} : { startAt: scenario.start.at }),
    ...(options.evaluateDecision === undefined ? {} : { evaluateDecision: options.evaluateDecision }),
  });
  const failures: string[] = [];
  let rootId: string | null = null;
  const startFailure = say('start', () => {
    rootId = start(simulation, models, scenario, options);
    return [];
  });
  failures.push(...startFailure);
  if (rootId !== null) failures.push(...tell({ simulation, rootId, fixture: fixtureReader(options) }, scenario));
  return createReport(scenario.name, simulation, rootId, failures);
}

/** The steps in order, up to the first that cannot be done, then the end. */
function tell(run: StepRun, scenario: Scenario): string[] {
  for (const [index, step] of scenario.steps.entries()) {
    const failures = say(`step ${index + 1} (${JSON.stringify(step).slice(0, 80)})`, () => runStep(run, step));
    if (failures.length > 0) return failures;
  }
  return checkExpectation(run.simulation, run.rootId, scenario.expect);
}

function start(
  simulation: Simulation,
  models: readonly ProcessModel[],
  scenario: Scenario,
  options: ScenarioOptions,
): string {
  const { fixture, message, elementId } = scenario.start;
  const model = models.find((one) => scenario.process === undefined || one.id === scenario.process);
  if (model === undefined) throw new Error(`there is no process "${scenario.process ?? ''}"`);
  const data = fixture === undefined ? (scenario.start.data as Json | undefined) : fixtureReader(options)(fixture);
  const variables: Variables = {
    ...(data === undefined ? {} : evaluateStartVariables(options.startVariables ?? {}, data, simulation.now)),
    ...(scenario.start.variables as Variables | undefined),
    ...(data === undefined ? {} : { data }),
  };
  return simulation.start(model.id, variables, message === undefined ? elementId : startOf(model, message));
}

function startOf(model: ProcessModel, messageName: string): string {
  const start = model.messageStarts.find((one) => one.messageName === messageName);
  if (start === undefined) throw new Error(`no start event of "${model.id}" waits for the message "${messageName}"`);
  return start.elementId;
}

function fixtureReader(options: ScenarioOptions): (key: string) => Json {
  return (key) => {
    const data = options.fixture?.(key);
    if (data === undefined) throw new Error(`there is no fixture "${key}"`);
    return data;
  };
}

/** A step that cannot be done is a failure of the scenario, not of the one who runs it. */
function say(where: string, act: () => string[]): string[] {
  try {
    return act().map((failure) => `${where}: ${failure}`);
  } catch (error) {
    return [`${where}: ${error instanceof Error ? error.message : String(error)}`];
  }
}
