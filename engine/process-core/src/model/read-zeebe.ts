import type { Expression } from './expression.ts';
import { compileOptional, compileValue } from './expression.ts';
import type {
  AdHocModel,
  BindingModel,
  CallModel,
  JobModel,
  ListenersModel,
  LoopModel,
  MappingModel,
  ResultModel,
  UserTaskModel,
} from './model.ts';
import type { ModdleNode } from 'bpmn-moddle';
import { extensionOf, flagAt, nodeAt, nodesAt, textAt } from './moddle.ts';

export function readMappings(node: ModdleNode, direction: 'inputParameters' | 'outputParameters'): MappingModel[] {
  return nodesAt(extensionOf(node, 'zeebe:IoMapping'), direction).map((mapping) => ({
    source: compileValue(textAt(mapping, 'source') ?? ''),
    target: (textAt(mapping, 'target') ?? '').split('.'),
  }));
}

export function readProperties(node: ModdleNode): Record<string, string> {
  const properties = nodesAt(extensionOf(node, 'zeebe:Properties'), 'properties');
  return Object.fromEntries(properties.map((entry) => [textAt(entry, 'name') ?? '', textAt(entry, 'value') ?? '']));
}

export function readUserTask(node: ModdleNode): UserTaskModel {
  const form = extensionOf(node, 'zeebe:FormDefinition');
  const assignment = extensionOf(node, 'zeebe:AssignmentDefinition');
  return {
    form: compileOptional(textAt(form, 'externalReference') ?? textAt(form, 'formKey') ?? textAt(form, 'formId')),
    formBinding: readBinding(form),
    assignee: compileOptional(textAt(assignment, 'assignee')),
    candidateGroups: compileOptional(textAt(assignment, 'candidateGroups')),
    candidateUsers: compileOptional(textAt(assignment, 'candidateUsers')),
    dueDate: compileOptional(textAt(extensionOf(node, 'zeebe:TaskSchedule'), 'dueDate')),
    followUpDate: compileOptional(textAt(extensionOf(node, 'zeebe:TaskSchedule'), 'followUpDate')),
    priority: compileOptional(textAt(extensionOf(node, 'zeebe:PriorityDefinition'), 'priority')),
  };
}

/** `definition` holds the extension elements: the element itself, or the message event definition of older files. */
export function readJob(node: ModdleNode): JobModel | null {
  const definition = extensionOf(node, 'zeebe:TaskDefinition');
  const type = compileOptional(textAt(definition, 'type'));
  if (type === null) return null;
  const headers = readHeaders(extensionOf(node, 'zeebe:TaskHeaders'));
  return { type, retries: compileOptional(textAt(definition, 'retries')), headers };
}

function readHeaders(node: ModdleNode | null): Record<string, string> {
  const headers = nodesAt(node, 'values');
  return Object.fromEntries(headers.map((entry) => [textAt(entry, 'key') ?? '', textAt(entry, 'value') ?? '']));
}

export function readListeners(node: ModdleNode): ListenersModel {
  const listeners = nodesAt(extensionOf(node, 'zeebe:ExecutionListeners'), 'listeners');
  const of = (eventType: string) =>
    listeners.filter((listener) => textAt(listener, 'eventType') === eventType).map(readListener);
  return { start: of('start'), end: of('end') };
}

function readListener(listener: ModdleNode): JobModel {
  return {
    type: compileValue(textAt(listener, 'type') ?? ''),
    retries: compileOptional(textAt(listener, 'retries')),
    headers: readHeaders(nodeAt(listener, 'headers')),
  };
}

export function readScript(node: ModdleNode): ResultModel | null {
  return readResult(extensionOf(node, 'zeebe:Script'), 'expression');
}

export function readDecision(node: ModdleNode): ResultModel | null {
  return readResult(extensionOf(node, 'zeebe:CalledDecision'), 'decisionId');
}

function readResult(extension: ModdleNode | null, attribute: string): ResultModel | null {
  const expression = compileOptional(textAt(extension, attribute));
  if (expression === null) return null;
  return { expression, resultVariable: textAt(extension, 'resultVariable'), binding: readBinding(extension) };
}

function readBinding(extension: ModdleNode | null): BindingModel {
  return { type: textAt(extension, 'bindingType') ?? 'latest', versionTag: textAt(extension, 'versionTag') };
}

export function readCall(node: ModdleNode): CallModel | null {
  const called = extensionOf(node, 'zeebe:CalledElement');
  const processId = compileOptional(textAt(called, 'processId') ?? textAt(called, 'processIdExpression'));
  if (processId === null) return null;
  return {
    processId,
    binding: readBinding(called),
    propagateAllChildVariables: flagAt(called, 'propagateAllChildVariables', true),
    propagateAllParentVariables: flagAt(called, 'propagateAllParentVariables', true),
  };
}

export function readLoop(node: ModdleNode): LoopModel | null {
  const loop = nodeAt(node, 'loopCharacteristics');
  if (loop === null) return null;
  const zeebe = extensionOf(loop, 'zeebe:LoopCharacteristics');
  const isMultiInstance = loop.$type === 'bpmn:MultiInstanceLoopCharacteristics';
  return {
    sequential: flagAt(loop, 'isSequential', false),
    inputCollection: isMultiInstance ? compileOptional(textAt(zeebe, 'inputCollection')) : null,
    inputElement: textAt(zeebe, 'inputElement'),
    outputCollection: textAt(zeebe, 'outputCollection'),
    outputElement: compileOptional(textAt(zeebe, 'outputElement')),
    completionCondition: readExpression(nodeAt(loop, 'completionCondition')),
  };
}

/** What can be started in it is known when its elements and flows are. */
export function readAdHoc(node: ModdleNode): Omit<AdHocModel, 'activities'> {
  return {
    activeElements: compileOptional(textAt(extensionOf(node, 'zeebe:AdHoc'), 'activeElementsCollection')),
    completionCondition: readExpression(nodeAt(node, 'completionCondition')),
    cancelRemainingInstances: flagAt(node, 'cancelRemainingInstances', true),
  };
}

/** The names of extensions that Zeebe 8.6 does not know, as the diagram writes them. */
export function readNewerExtensions(node: ModdleNode): string[] {
  const adHoc = extensionOf(node, 'zeebe:AdHoc');
  return [
    ...newerExtensions.filter((name) => extensionOf(node, name) !== null),
    ...['outputCollection', 'outputElement'].filter((name) => textAt(adHoc, name) !== null),
    ...otherListeners(node).map((eventType) => `an execution listener for "${eventType}"`),
  ];
}

function otherListeners(node: ModdleNode): string[] {
  const types = nodesAt(extensionOf(node, 'zeebe:ExecutionListeners'), 'listeners').map((one) =>
    textAt(one, 'eventType'),
  );
  return types.filter((type) => type !== 'start' && type !== 'end').map((type) => type ?? '');
}

const newerExtensions = [
  'zeebe:TaskListeners',
  'zeebe:LinkedResources',
  'zeebe:JobPriorityDefinition',
  'zeebe:AgentDefinition',
  'zeebe:ConditionalFilter',
];

/** The body of a BPMN expression element: a condition, a timer value. */
export function readExpression(node: ModdleNode | null): Expression | null {
  return compileOptional(textAt(node, 'body'));
}
