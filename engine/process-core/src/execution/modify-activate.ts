import type { ElementModel } from '../model/model.ts';
import type { ActivateInstruction, Variables } from '../types.ts';
import { CommandRejected } from '../types.ts';
import { openEvent } from './events.ts';
import { openEventStarts } from './scopes.ts';
import { setWithinLimit } from './start.ts';
import type { Step } from './step.ts';
import { childrenOf, dataOf, findInstance, getInstance, IncidentSignal } from './step.ts';
import { pushChange } from './terminate.ts';
import { mergeAll, refuseTooLarge } from './variables.ts';

/**
 * Activates an element within the running scopes around it, opening those that do not run; ids of all these scopes.
 * @throws CommandRejected naming the element when it cannot be activated, or when it is not clear where.
 */
export function activateElement(step: Step, instruction: ActivateInstruction): string[] {
  const element = getActivatable(step, instruction.elementId);
  const scopes = scopesAround(step, element);
  checkVariables(step, instruction, [element, ...scopes]);
  const chosen = chosenScopes(step, instruction, scopes);
  const scopeIds = [step.rootId];
  setScopeVariables(step, instruction, step.rootId, [undefined, step.model.id]);
  for (const scope of scopes) {
    scopeIds.push(...enterScope(step, instruction, scope, scopeIds.at(-1) ?? step.rootId, chosen));
  }
  const variables = variablesFor(instruction, [element.id]);
  const scopeId = scopeIds.at(-1) ?? step.rootId;
  step.queue.push({
    do: 'activate',
    elementId: element.id,
    scopeId,
    ...(Object.keys(variables).length === 0 ? {} : { variables }),
  });
  return scopeIds;
}

function getActivatable(step: Step, elementId: string): ElementModel {
  const element = step.model.elements.get(elementId);
  if (element === undefined) throw invalid(`The process "${step.model.id}" has no element "${elementId}" to activate.`);
  if (element.type === 'startEvent' || element.type === 'boundaryEvent') {
    throw invalid(`"${elementId}" is a ${element.type}, which cannot be activated. Activate the element behind it.`);
  }
  const waits = element.incoming.map((flow) => step.model.elements.get(flow.sourceId));
  const gateway = waits.find((source) => source?.type === 'eventBasedGateway');
  if (gateway !== undefined) {
    throw invalid(`"${elementId}" belongs to the event-based gateway "${gateway.id}". Activate the gateway instead.`);
  }
  return element;
}

/** The sub-processes around an element, outermost first. */
function scopesAround(step: Step, element: ElementModel): ElementModel[] {
  const scope = step.model.elements.get(element.scopeId);
  return scope === undefined ? [] : [...scopesAround(step, scope), scope];
}

/** The named ancestor and what is around it: these scopes are taken, all below them are opened anew. */
function chosenScopes(
  step: Step,
  { ancestorId, elementId }: ActivateInstruction,
  scopes: readonly ElementModel[],
): ReadonlySet<string> | null {
  if (ancestorId === undefined) return null;
  const ancestor = findInstance(step, ancestorId);
  if (ancestor === undefined) throw notFound(`The ancestor ${ancestorId} of "${elementId}" is not active.`);
  if (ancestor.parentId !== null && scopes.every((scope) => scope.id !== ancestor.elementId)) {
    throw invalid(`"${ancestor.elementId}" (${ancestorId}) is no scope around "${elementId}". Name one that is.`);
  }
  const chosen = new Set<string>();
  for (let id: string | null = ancestorId; id !== null; id = getInstance(step, id).parentId) chosen.add(id);
  return chosen;
}

/** The instances of the scope to activate in: one, and before it the body where the scope is multi-instance. */
function enterScope(
  step: Step,
  instruction: ActivateInstruction,
  scope: ElementModel,
  parentId: string,
  chosen: ReadonlySet<string> | null,
): string[] {
  const id = findScope(step, instruction, scope, parentId, chosen);
  if (id === undefined) return [openScopeInstance(step, instruction, scope, parentId)];
  const isBody = dataOf(getInstance(step, id)).body !== undefined;
  const scopeId = isBody ? findScope(step, instruction, scope, id, chosen) : id;
  if (scopeId === undefined) throw multiInstance(instruction, scope);
  setScopeVariables(step, instruction, scopeId, [scope.id]);
  return isBody ? [id, scopeId] : [id];
}

function findScope(
  step: Step,
  { elementId }: ActivateInstruction,
  scope: ElementModel,
  parentId: string,
  chosen: ReadonlySet<string> | null,
): string | undefined {
  const found = childrenOf(step, parentId).filter((id) => getInstance(step, id).elementId === scope.id);
  if (chosen !== null) return found.find((id) => chosen.has(id));
  if (found.length < 2) return found[0];
  throw invalid(
    `"${scope.id}" runs ${found.length} times, so it is not clear in which of them "${elementId}" is to be activated. ` +
      'Name an ancestor.',
  );
}

/** The scope begins to listen, but its start events and input mappings are left out. */
function openScopeInstance(
  step: Step,
  instruction: ActivateInstruction,
  scope: ElementModel,
  parentId: string,
): string {
  if (scope.loop !== null) throw multiInstance(instruction, scope);
  const id = step.context.newId();
  step.elements[id] = { elementId: scope.id, parentId };
  pushChange(step, id, 'activated');
  setScopeVariables(step, instruction, id, [scope.id]);
  try {
    for (const event of scope.boundaryEvents) openEvent(step, id, event);
    openEventStarts(step, id);
  } catch (error) {
    if (error instanceof IncidentSignal) throw invalid(`"${scope.id}" cannot be opened: ${error.message}`);
    throw error;
  }
  return id;
}

function multiInstance({ elementId }: ActivateInstruction, scope: ElementModel): CommandRejected {
  return invalid(
    `"${elementId}" stands in "${scope.id}", which is multi-instance: no round of it can be added. ` +
      'Name a running round as the ancestor.',
  );
}

function checkVariables(step: Step, instruction: ActivateInstruction, elements: readonly ElementModel[]): void {
  for (const { scopeElementId, variables } of instruction.variables ?? []) {
    const isAround =
      scopeElementId === undefined ||
      scopeElementId === step.model.id ||
      elements.some((element) => element.id === scopeElementId);
    if (!isAround) {
      throw invalid(
        `Variables for "${instruction.elementId}" are to be set at "${scopeElementId}", which is neither it nor a ` +
          'scope around it. Name one of these.',
      );
    }
    refuseTooLarge(variables);
  }
}

function setScopeVariables(
  step: Step,
  instruction: ActivateInstruction,
  scopeId: string,
  names: readonly (string | undefined)[],
): void {
  const variables = variablesFor(instruction, names);
  if (Object.keys(variables).length > 0) setWithinLimit(step, scopeId, variables);
}

function variablesFor({ variables = [] }: ActivateInstruction, names: readonly (string | undefined)[]): Variables {
  const meant = variables.filter(({ scopeElementId }) => names.includes(scopeElementId));
  return mergeAll(meant.map((one) => one.variables));
}

function notFound(message: string): CommandRejected {
  return new CommandRejected('NOT_FOUND', message);
}

function invalid(message: string): CommandRejected {
  return new CommandRejected('INVALID_ARGUMENT', message);
}
