import type { ParameterFile } from '@esocial/contracts/generated/parameter.ts';
import type { Scenario } from '@esocial/contracts/generated/scenario.ts';
import type { WorkflowFile } from '@esocial/contracts/generated/workflow.ts';
import { DecisionError } from '@esocial/process-core/dmn/errors.ts';
import { evaluateDecision } from '@esocial/process-core/dmn/evaluate.ts';
import type { DmnModel } from '@esocial/process-core/dmn/model.ts';
import { mergeCoverage } from '@esocial/process-core/simulate/coverage.ts';
import type { ProcessCoverage } from '@esocial/process-core/simulate/report.ts';
import { simulate } from '@esocial/process-core/simulate/simulate.ts';
import type { Variables } from '@esocial/process-core/types.ts';
import { camelCase, parameterOn } from '../definitions/parameters.ts';
import { fixtureDay } from './check-fixtures.ts';
import { reporter } from './content-fault.ts';
import type { ContentFault } from './content-fault.ts';
import type { ContentFolder, WorkflowSource } from './content-folder.ts';
import type { ContentIndex } from './content-index.ts';
import { matchesContract } from './contract-schemas.ts';

/** The case of every scenario. */
const caseId = '01900000-0000-7000-8000-000000000000';

/** How much of a workflow's processes its scenarios visit. */
export interface WorkflowCoverage {
  readonly key: string;
  readonly scenarios: number;
  readonly processes: readonly ProcessCoverage[];
}

/**
 * Plays every scenario of the workflows that can be run; what does not end as told is a fault. What they visit
 * together is told for the workflow's own processes.
 */
export function checkScenarios(
  content: ContentFolder,
  index: ContentIndex,
  faults: ContentFault[],
): WorkflowCoverage[] {
  const covered: WorkflowCoverage[] = [];
  for (const source of content.workflows) {
    const own = index.processes.get(source.key);
    if (!own) continue;
    const others = [...index.processes].filter(([key]) => key !== source.key).map(([, processes]) => processes);
    const models = [own, ...others].flatMap((processes) => processes.models);
    const coverage: ProcessCoverage[] = [];
    const dmn = [own, ...others].flatMap((processes) => processes.dmn);
    for (const file of source.scenarios) {
      const report = reporter(faults, file.file);
      if (!matchesContract('scenario', file.value, report)) continue;
      const scenario = file.value as unknown as Scenario;
      const outcome = simulate(models, scenario, {
        parameters: { caseId, ...parametersOf(source, content, scenario.start.at?.slice(0, 10) ?? fixtureDay) },
        startVariables: workflowOf(source)?.startVariables ?? {},
        fixture: (key) => index.fixtures.get(key),
        evaluateDecision: (id, variables, now) => decide(dmn, id, variables, now),
      });
      for (const failure of outcome.failures) report('', failure);
      coverage.push(...outcome.coverage.filter(({ processId }) => own.models.some(({ id }) => id === processId)));
    }
    covered.push({ key: source.key, scenarios: source.scenarios.length, processes: mergeCoverage(coverage) });
    if (source.scenarios.length === 0) {
      reporter(faults, `${source.folder}/scenarios`)('', 'the workflow has no scenario; add one', 'warning');
    }
  }
  return covered;
}

function workflowOf(source: WorkflowSource): WorkflowFile | undefined {
  return source.workflow?.value as unknown as WorkflowFile | undefined;
}

/** The parameters that the workflow names, with their values on the day. */
function parametersOf(source: WorkflowSource, content: ContentFolder, day: string): Variables {
  const named = new Set(workflowOf(source)?.parameters ?? []);
  const files = content.policies.filter(({ kind, key }) => kind === 'parameter' && named.has(key));
  const values = files.map(({ key, json }) => parameterOn(json.value as unknown as ParameterFile, key, day));
  const known = values.filter((value) => value !== undefined);
  return Object.fromEntries(known.map(({ key, value }) => [camelCase(key), value]));
}

function decide(dmn: readonly DmnModel[], id: string, variables: Variables, now: string) {
  const model = dmn.find((candidate) => candidate.decisions.has(id) || candidate.services.has(id));
  if (!model) throw new DecisionError(id, `There is no decision '${id}'.`);
  return evaluateDecision(model, id, variables, { now });
}
