import type { ElementModel, MappingModel } from '../model/model.ts';
import type { Variables } from '../types.ts';
import { evaluate } from './evaluate.ts';
import type { Step } from './step.ts';
import { dataOf, getInstance } from './step.ts';
import { assignPath, isObject, localVariables, lookup, mergeAll, propagate, setLocal } from './variables.ts';

/** Input mappings in their order; a later one sees the targets of the earlier ones. */
export function applyInputs(step: Step, id: string, element: ElementModel): void {
  if (element.inputs.length > 0) setLocal(step, id, evaluateMappings(step, id, element.inputs, {}));
}

/**
 * What an element completes with (a job's result, a message's variables, the `data` of a submission) becomes local to
 * it first, so that output mappings see it; their targets go to the scopes around. Without mappings it is passed on
 * as it is, where the element type does so. Only what may stay in the process is limited in size: no submission.
 */
export function applyOutputs(step: Step, id: string, element: ElementModel, seen: Variables, keeps: boolean): void {
  if (element.outputs.length > 0) {
    if (!keeps) step.variables[id] = mergeAll([localVariables(step, id), seen]);
    else setLocal(step, id, seen);
    // A round of a multi-instance activity writes to its own scope first, where its output element is.
    const { parentId } = getInstance(step, id);
    const scopeId = dataOf(getInstance(step, id)).round === undefined ? (parentId ?? step.rootId) : id;
    const base = existingTargets(step, scopeId, element.outputs);
    propagate(step, scopeId, evaluateMappings(step, id, element.outputs, base));
  } else if (keeps) propagate(step, id, seen);
}

function evaluateMappings(step: Step, id: string, mappings: readonly MappingModel[], base: Variables): Variables {
  let results: Variables = {};
  for (const mapping of mappings) {
    const value = evaluate(step, id, mapping.source, 'IO_MAPPING_ERROR', results);
    const name = mapping.target[0] ?? '';
    const from = Object.hasOwn(results, name) ? results : base;
    results = mergeAll([results, pick(assignPath(from, mapping.target, value), name)]);
  }
  return results;
}

/** Objects that a target path like `child.name` adds to. */
function existingTargets(step: Step, scopeId: string, mappings: readonly MappingModel[]): Variables {
  const nested = mappings.filter((mapping) => mapping.target.length > 1).map((mapping) => mapping.target[0] ?? '');
  const found = nested.map((name) => [name, lookup(step, scopeId, name)] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, Variables] => isObject(entry[1])));
}

function pick(variables: Variables, name: string): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([key]) => key === name));
}
