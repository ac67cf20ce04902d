import type { DmnModel, Reference } from './model.ts';

/** The ids of decisions or knowledge models of one model that require each other in a circle; undefined where none do. */
export function findCycle(model: DmnModel): string[] | undefined {
  const required = new Map<string, readonly Reference[]>([
    ...[...model.decisions.values()].map((decision) => [decision.id, decision.requiredDecisions] as const),
    ...[...model.knowledge.values()].map((knowledge) => [knowledge.id, knowledge.requiredKnowledge] as const),
  ]);
  const finished = new Set<string>();
  for (const id of required.keys()) {
    const cycle = follow(id, [], required, finished);
    if (cycle) return cycle;
  }
  return undefined;
}

function follow(
  id: string,
  path: readonly string[],
  required: ReadonlyMap<string, readonly Reference[]>,
  finished: Set<string>,
): string[] | undefined {
  if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
  if (finished.has(id) || path.length > 1000) return undefined;
  for (const reference of required.get(id) ?? []) {
    const cycle = follow(reference.id, [...path, id], required, finished);
    if (cycle) return cycle;
  }
  finished.add(id);
  return undefined;
}
