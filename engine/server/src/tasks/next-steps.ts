import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import { literalText } from '@esocial/process-core/model/expression.ts';
import type { ElementModel, ProcessModel } from '@esocial/process-core/model/model.ts';
import type { Language } from '../access/actor.ts';
import { workflowTexts } from '../cases/workflow-texts.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import type { CompiledWorkflow, Pins } from '../definitions/definition.ts';
import { pinKey } from '../definitions/definition.ts';
import { endText, withDeadline } from './next-step-texts.ts';

export interface NextStepsRequest {
  readonly workflow: CompiledWorkflow;
  readonly pins: Pins;
  /** The user task that is looked on from. */
  readonly elementId: string;
  readonly day: string;
  readonly language: Language;
}

/** What may follow a user task: the user tasks that a token can reach first, each with its deadline in words. */
export async function listNextSteps(
  definitions: DefinitionReader,
  request: NextStepsRequest,
): Promise<TaskDetail['nextSteps']> {
  const { workflow, elementId, language } = request;
  const model = [...workflow.processes.values()].find(({ elements }) => elements.has(elementId));
  const element = model?.elements.get(elementId);
  if (!model || !element) return [];
  const reached = reachableStops(workflow, model, element);
  const texts = workflowTexts(workflow, language);
  return Promise.all(
    reached.map(async (stop) =>
      stop.type === 'userTask'
        ? {
            text: withDeadline(texts.elementName(stop.id), await deadlineSpan(definitions, request, stop), language),
            elementId: stop.id,
          }
        : { text: endText(language), elementId: stop.id },
    ),
  );
}

async function deadlineSpan(definitions: DefinitionReader, { pins, day }: NextStepsRequest, element: ElementModel) {
  const versionId = pins[pinKey('deadline-rule', element.properties['deadlineRule'] ?? '')];
  if (!versionId) return undefined;
  const { amount, unit } = await definitions.deadlineRule(versionId);
  const value =
    typeof amount === 'number'
      ? amount
      : 'parameter' in amount
        ? (await definitions.parameterAt(pins, amount.parameter, day))?.value
        : undefined;
  return value === undefined ? undefined : { amount: value, unit };
}

/** User tasks, and ends of the whole process, that tokens leaving the element can come to first. */
function reachableStops(workflow: CompiledWorkflow, model: ProcessModel, from: ElementModel): ElementModel[] {
  const stops = new Map<string, ElementModel>();
  const seen = new Set<string>();
  const open: [ProcessModel, ElementModel][] = successors(workflow, model, from);
  for (let next = open.shift(); next; next = open.shift()) {
    const [owner, element] = next;
    if (seen.has(element.id)) continue;
    seen.add(element.id);
    if (element.type === 'userTask' || endsProcess(workflow, owner, element)) stops.set(element.id, element);
    else
      open.push(
        ...entries(workflow, owner, element),
        ...(isEntered(element) ? [] : successors(workflow, owner, element)),
      );
  }
  return [...stops.values()].sort(
    (left, right) => Number(left.type !== 'userTask') - Number(right.type !== 'userTask'),
  );
}

function isEntered(element: ElementModel): boolean {
  return element.type === 'subProcess' || element.type === 'callActivity';
}

function endsProcess(workflow: CompiledWorkflow, owner: ProcessModel, element: ElementModel): boolean {
  return element.type === 'endEvent' && element.scopeId === owner.id && owner.id === workflow.process.id;
}

/** Where a token goes on inside a sub-process or a called process of the same file. */
function entries(
  workflow: CompiledWorkflow,
  owner: ProcessModel,
  element: ElementModel,
): [ProcessModel, ElementModel][] {
  if (element.type === 'subProcess') return (owner.startEvents.get(element.id) ?? []).map((start) => [owner, start]);
  const called = element.call && workflow.processes.get(literalText(element.call.processId) ?? '');
  return called ? (called.startEvents.get(called.id) ?? []).map((start) => [called, start]) : [];
}

/** The elements after this one; after the end of a sub-process or called process, those after what holds it. */
function successors(
  workflow: CompiledWorkflow,
  owner: ProcessModel,
  element: ElementModel,
): [ProcessModel, ElementModel][] {
  if (element.type !== 'endEvent') {
    return element.outgoing.flatMap((flow) => {
      const target = owner.elements.get(flow.targetId);
      return target ? [[owner, target] as [ProcessModel, ElementModel]] : [];
    });
  }
  const holder = owner.elements.get(element.scopeId);
  if (holder) return successors(workflow, owner, holder);
  return callers(workflow, owner.id).flatMap(([model, call]) => successors(workflow, model, call));
}

function callers(workflow: CompiledWorkflow, processId: string): [ProcessModel, ElementModel][] {
  return [...workflow.processes.values()].flatMap((model) =>
    [...model.elements.values()]
      .filter(({ call }) => call && literalText(call.processId) === processId)
      .map((call): [ProcessModel, ElementModel] => [model, call]),
  );
}
