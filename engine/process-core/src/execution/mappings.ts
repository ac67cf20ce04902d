import type { ElementModel, MappingModel } from '../model/model.ts';
import type { Variables } from '../types.ts';
import { evaluate } from './evaluate.ts';
import type { Step } from './step.ts';
import { dataOf, getInstance } from './step.ts';
import { assignPath, isObject, lookup, mergeAll, propagate, setLocal } from './variables.ts';

/** Input mappings in their order; a later one sees the targets of the earlier ones. */
export function applyInputs(step: Step, id: string, element: ElementModel): void {
  if (element.inputs.length > 0) setLocal(step, id, evaluateMappings(step, id, element.inputs, {}, {}));
}

/**
 * Output mappings see the element's local variables and `seen` (a job's result, a message's variables, the `data`
 * of a submission); their targets go to the scopes around. Without mappings `seen` itself is passed on when the
 * element type does so.
 */
export function applyOutputs(step: Step, id: string, element: ElementModel, seen: Variables, keeps: boolean): void {
  if (element.outputs.length > 0) {
    const instance = getInstance(step, id);
    // A round of a multi-instance activity writes to its own scope first, where its output element is.
    const scopeId = dataOf(instance).round === undefined ? (instance.parentId ?? step.rootId) : id;
    const base = existingTargets(step, scopeId, element.outputs);
    propagate(step, scopeId, evaluateMappings(step, id, element.outputs, base, seen));
  } else if (keeps) {
    propagate(step, id, seen);
  }
}

function evaluateMappings(
  step: Step,
  id: string,
  mappings: readonly MappingModel[],
  base: Variables,
  seen: Variables,
): Variables {
  let results: Variables = {};
  for (const mapping of mappings) {
    const extra = mergeAll([seen, results]);
    const value = evaluate(step, id, mapping.source, 'IO_MAPPING_ERROR', extra);
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
