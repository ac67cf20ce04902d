import type { DeadlineRuleFile } from '@esocial/contracts/generated/deadline-rule.ts';
import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import { NotFoundError } from '../errors/app-error.ts';
import type { CompiledWorkflow, DefinitionKind, LoadedForm, Pins, VersionSummary } from './definition.ts';
import { pinKey } from './definition.ts';
import { classifierKeysOf } from './form-references.ts';

/** What following references needs to read. */
export interface PinSources {
  find(kind: DefinitionKind, key: string): VersionSummary | undefined;
  compiledForm(versionId: string): Promise<LoadedForm>;
  compiledWorkflow(versionId: string): Promise<CompiledWorkflow>;
  deadlineRule(versionId: string): Promise<DeadlineRuleFile>;
}

type Reference = readonly [kind: DefinitionKind, key: string];

/**
 * The version of every definition that a workflow reaches: its forms with their classifiers, deadline rules with
 * their calendars and parameters, called workflows with theirs. Decisions are part of the workflow; roles are not
 * pinned, since who may do what follows the rules of today. Throws NotFoundError when something reached is not active.
 */
export async function collectPins(workflowKey: string, sources: PinSources): Promise<Pins> {
  const pins = new Map<string, string>();
  const open: Reference[] = [['workflow', workflowKey]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [kind, key] = next;
    if (pins.has(pinKey(kind, key))) continue;
    const version = sources.find(kind, key);
    if (!version) throw new NotFoundError(`active ${kind}`, key);
    pins.set(pinKey(kind, key), version.id);
    open.push(...(await referencesOf(version, sources)));
  }
  return Object.fromEntries([...pins].sort(([left], [right]) => (left < right ? -1 : 1)));
}

async function referencesOf(version: VersionSummary, sources: PinSources): Promise<Reference[]> {
  switch (version.kind) {
    case 'workflow':
      return workflowReferences(await sources.compiledWorkflow(version.id));
    case 'form':
      return classifierKeysOf((await sources.compiledForm(version.id)).schema).map((key) => ['classifier', key]);
    case 'deadline-rule':
      return ruleReferences(await sources.deadlineRule(version.id));
    default:
      return [];
  }
}

function workflowReferences(workflow: CompiledWorkflow): Reference[] {
  const models = [...workflow.processes.values()];
  const called = models.flatMap((model) => model.calledProcessIds).filter((id) => !workflow.processes.has(id));
  return [
    ['form', workflow.file.startForm],
    ...models.flatMap(formKeys).map((key): Reference => ['form', key]),
    ...models.flatMap(ruleKeys).map((key): Reference => ['deadline-rule', key]),
    ...called.map((key): Reference => ['workflow', key]),
    ...(workflow.file.parameters ?? []).map((key): Reference => ['parameter', key]),
  ];
}

function formKeys(model: ProcessModel): string[] {
  return model.userTasks.map((task) => task.formKey).filter((key) => key !== null);
}

function ruleKeys(model: ProcessModel): string[] {
  return [...model.elements.values()]
    .map((element) => element.properties['deadlineRule'])
    .filter((key) => key !== undefined);
}

function ruleReferences(rule: DeadlineRuleFile): Reference[] {
  const { amount } = rule;
  const parameter: Reference[] =
    typeof amount === 'object' && 'parameter' in amount ? [['parameter', amount.parameter]] : [];
  return [['calendar', rule.calendar], ...parameter];
}
