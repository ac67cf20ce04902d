import type { Effect } from '../types.ts';

/** Where an instance has been and where it stands, for drawing it on the diagram. */
export interface TakenPath {
  readonly takenFlows: ReadonlySet<string>;
  readonly activeElements: ReadonlySet<string>;
  readonly completedElements: ReadonlySet<string>;
  readonly terminatedElements: ReadonlySet<string>;
  /** Elements with an open incident. */
  readonly incidentElements: ReadonlySet<string>;
}

/** Reads the path off an instance's effects, oldest first. An element active anywhere counts as active. */
export function findTakenPath(effects: Iterable<Effect>): TakenPath {
  const takenFlows = new Set<string>();
  const active = new Map<string, string>();
  const completedElements = new Set<string>();
  const terminatedElements = new Set<string>();
  const incidents = new Map<string, string>();
  for (const effect of effects) {
    if (effect.type === 'sequenceFlowTaken') takenFlows.add(effect.flowId);
    else if (effect.type === 'incidentRaised') incidents.set(effect.incidentId, effect.elementId);
    else if (effect.type === 'incidentResolved') incidents.delete(effect.incidentId);
    else if (effect.type === 'elementMigrated') {
      if (active.has(effect.elementInstanceId)) active.set(effect.elementInstanceId, effect.elementId);
    } else if (effect.type === 'elementChanged' && effect.parentId !== null) {
      if (effect.transition === 'activated') active.set(effect.elementInstanceId, effect.elementId);
      else active.delete(effect.elementInstanceId);
      if (effect.transition === 'completed') completedElements.add(effect.elementId);
      if (effect.transition === 'terminated') terminatedElements.add(effect.elementId);
    }
  }
  return {
    takenFlows,
    activeElements: new Set(active.values()),
    completedElements,
    terminatedElements,
    incidentElements: new Set(incidents.values()),
  };
}
