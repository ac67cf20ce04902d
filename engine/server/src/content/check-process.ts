import type { ElementModel, ProcessModel, UserTaskSummary } from '@esocial/process-core/model/model.ts';
import type { DmnModel } from '@esocial/process-core/dmn/model.ts';
import { findTargetFaults } from '@esocial/process-core/model/rules/engine-targets.ts';
import type { Report } from './content-fault.ts';
import type { ContentIndex } from './content-index.ts';
import { platformJobTypes } from './platform-job-types.ts';

export interface ProcessToCheck {
  /** Key of the workflow. */
  readonly key: string;
  readonly models: readonly ProcessModel[];
  /** The workflow's decision files. */
  readonly dmn: readonly DmnModel[];
  readonly index: ContentIndex;
  readonly report: Report;
}

const territories = ['case', 'all'];
const preAssignments = ['caseManager', 'starter', 'previous'];

/** Reports what the engine cannot run and what refers to something that does not exist, by the line of its element. */
export function checkProcess(process: ProcessToCheck): void {
  const { key, models, report } = process;
  const main = models.find((model) => model.isExecutable);
  if (!main) report('', 'no process of the file is executable; mark one as executable');
  else if (main.id !== key)
    report(lineOf(main, main.id), `the process must have the workflow's key "${key}" as id, not "${main.id}"`);
  for (const model of models) {
    for (const { elementId, message, line } of findTargetFaults(model, process.index.engine))
      report(line === undefined ? elementId : `line ${line}`, message);
    for (const task of model.userTasks) checkUserTask(task, model, process);
    for (const element of model.elements.values()) checkElement(element, model, process);
  }
}

function checkUserTask(task: UserTaskSummary, model: ProcessModel, { index, report }: ProcessToCheck): void {
  const at = lineOf(model, task.elementId);
  const fault = (message: string) => report(at, `user task "${task.elementId}" ${message}`);
  if (task.formKey === null) fault('has no form; set the external reference of its form definition');
  else if (!task.formKey.startsWith('=') && !index.has('form', task.formKey))
    fault(`refers to form "${task.formKey}", which does not exist`);
  if (task.candidateGroups.length === 0) fault('has no candidate groups; name the roles that may do it');
  for (const role of task.candidateGroups.filter((group) => !group.startsWith('='))) {
    if (!index.has('role', role)) fault(`refers to role "${role}", which does not exist`);
  }
  const { territory, assignTo } = task.properties;
  if (territory !== undefined && !territories.includes(territory))
    fault(`has the territory "${territory}"; use ${territories.join(' or ')}`);
  if (assignTo !== undefined && !preAssignments.includes(assignTo))
    fault(`has assignTo "${assignTo}"; use ${preAssignments.join(', ')}`);
}

function checkElement(element: ElementModel, model: ProcessModel, process: ProcessToCheck): void {
  const { index, report, models, dmn } = process;
  const fault = (message: string) => report(lineOf(model, element.id), `"${element.id}" ${message}`);
  const rule = element.properties['deadlineRule'];
  if (rule !== undefined && !index.has('deadline-rule', rule))
    fault(`refers to deadline rule "${rule}", which does not exist`);
  const decision = literal(element.decision?.expression);
  if (decision !== undefined && !dmn.some((file) => file.decisions.has(decision)))
    fault(`calls decision "${decision}", which no file in decisions/ defines`);
  const called = literal(element.call?.processId);
  if (called !== undefined && !models.some((other) => other.id === called) && !index.has('workflow', called)) {
    fault(`calls process "${called}", which does not exist`);
  }
  const jobs = [element.job, ...element.listeners.start, ...element.listeners.end].map((job) => literal(job?.type));
  for (const job of new Set(jobs)) {
    if (job !== undefined && !platformJobTypes.includes(job))
      fault(`has the job type "${job}", which nobody works on; known are ${platformJobTypes.join(', ')}`);
  }
}

/** The text of a value that is not FEEL. */
function literal(
  expression: { literal: unknown; feel: unknown; source: string } | null | undefined,
): string | undefined {
  return expression && typeof expression.literal === 'string' ? expression.literal : undefined;
}

function lineOf(model: ProcessModel, id: string): string {
  const line = model.lines.get(id);
  return line === undefined ? id : `line ${line}`;
}
