import { findLinkSources } from './link-elements.ts';
import type { ElementModel, UpstreamModel } from './model.ts';

/**
 * For each incoming flow of an inclusive join: the elements from which a token can still reach the join over that
 * flow without passing the join itself. Found when a token first waits there and then kept, so that no step walks the
 * process twice and a file full of joins costs nothing before.
 */
export function findUpstream(join: ElementModel, elements: ReadonlyMap<string, ElementModel>): UpstreamModel {
  const found = new Map<string, ReadonlySet<string>>();
  return {
    get(flowId) {
      const known = found.get(flowId);
      const flow = join.incoming.find(({ id }) => id === flowId);
      if (known !== undefined || flow === undefined) return known;
      const upstream = closure(flow.sourceId, join.id, elements);
      found.set(flowId, upstream);
      return upstream;
    },
  };
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
