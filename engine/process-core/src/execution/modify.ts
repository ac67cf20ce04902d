import type { Command } from '../types.ts';
import { CommandRejected } from '../types.ts';
import { activateElement } from './modify-activate.ts';
import { hasWaitingTokens } from './joins.ts';
import type { Step } from './step.ts';
import { childrenOf, dataOf, findInstance, getInstance, remember } from './step.ts';
import { terminate, terminateInstance } from './terminate.ts';

type ModifyCommand = Extract<Command, { type: 'modify' }>;

/**
 * Repairs a running instance as Zeebe does: activates elements anywhere, then ends element instances and the scopes
 * that this leaves empty. All of it or, refused, nothing.
 */
export function modify(step: Step, { activate = [], terminate: ended = [] }: ModifyCommand): void {
  if (activate.length + ended.length === 0) throw invalid('The modification says nothing to activate or to terminate.');
  if (dataOf(getInstance(step, step.rootId)).halted !== undefined) {
    throw new CommandRejected(
      'INVALID_STATE',
      `Instance ${step.rootId} has not started yet. Resolve its incident first.`,
    );
  }
  for (const id of ended) {
    if (findInstance(step, id) === undefined) throw notActive(id);
  }
  const needed = new Set(activate.flatMap((instruction) => activateElement(step, instruction)));
  for (const id of ended) endElement(step, id, needed);
}

/** One that ended with an earlier one of the list is gone already. */
function endElement(step: Step, id: string, needed: ReadonlySet<string>): void {
  const instance = findInstance(step, id);
  if (instance === undefined) return;
  if (needed.has(id) || holdsNeeded(step, id, needed)) {
    throw invalid(`"${instance.elementId}" (${id}) cannot be terminated: an element is to be activated in it.`);
  }
  if (instance.parentId === null) {
    endInstance(step);
    return;
  }
  countRound(step, id);
  terminate(step, id);
  endEmptyScopes(step, instance.parentId, needed);
}

function holdsNeeded(step: Step, id: string, needed: ReadonlySet<string>): boolean {
  return childrenOf(step, id).some((childId) => needed.has(childId) || holdsNeeded(step, childId, needed));
}

/** A multi-instance body does not wait for a round that was ended. */
function countRound(step: Step, id: string): void {
  const instance = getInstance(step, id);
  const { parentId } = instance;
  if (parentId === null || dataOf(instance).round === undefined) return;
  const { body } = dataOf(getInstance(step, parentId));
  if (body !== undefined) remember(step, parentId, { body: { ...body, terminated: (body.terminated ?? 0) + 1 } });
}

function endEmptyScopes(step: Step, scopeId: string, needed: ReadonlySet<string>): void {
  const scope = findInstance(step, scopeId);
  if (scope === undefined || needed.has(scopeId)) return;
  if (hasWaitingTokens(step, scopeId) || childrenOf(step, scopeId).length > 0) return;
  if (scope.parentId === null) {
    endInstance(step);
    return;
  }
  countRound(step, scopeId);
  terminate(step, scopeId);
  endEmptyScopes(step, scope.parentId, needed);
}

function endInstance(step: Step): void {
  if (dataOf(getInstance(step, step.rootId)).called !== undefined) {
    throw invalid(`This would end instance ${step.rootId}, which another one called. Modify the caller instead.`);
  }
  terminateInstance(step);
}

function notActive(id: string): CommandRejected {
  return new CommandRejected('NOT_FOUND', `Element instance ${id} is not active, so it cannot be terminated.`);
}

function invalid(message: string): CommandRejected {
  return new CommandRejected('INVALID_ARGUMENT', message);
}
