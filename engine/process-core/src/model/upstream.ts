import { findLinkSources } from './link-elements.ts';
import type { ElementModel } from './model.ts';

/**
 * For each incoming flow of an inclusive join: the elements from which a token can still reach the join over that
 * flow without passing the join itself. Computed once, so that a step never walks the process.
 */
export function findUpstream(
  join: ElementModel,
  elements: ReadonlyMap<string, ElementModel>,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(join.incoming.map((flow) => [flow.id, closure(flow.sourceId, join.id, elements)]));
}

function closure(fromId: string, joinId: string, elements: ReadonlyMap<string, ElementModel>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [fromId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const element = elements.get(id);
    if (element === undefined || id === joinId || reached.has(id)) continue;
    reached.add(id);
    open.push(...element.incoming.map((flow) => flow.sourceId));
    open.push(...findLinkSources(element, elements).map((source) => source.id));
    if (element.attachedToId !== null) open.push(element.attachedToId);
  }
  return reached;
}
