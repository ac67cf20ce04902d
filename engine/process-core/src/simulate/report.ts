import { findTakenPath } from '../history/path.ts';
import type { IncidentKind, InstanceState, Variables } from '../types.ts';
import type { Simulation } from './simulation.ts';

/** What happened in a simulated scenario, and whether it is what was expected. */
export interface SimulationReport {
  readonly name: string;
  readonly passed: boolean;
  /** Sentences, one for each thing that is not as expected. */
  readonly failures: readonly string[];
  readonly status: InstanceState['status'];
  /** Element ids of all instances in the order in which they became active. */
  readonly path: readonly string[];
  readonly takenFlows: readonly string[];
  readonly activeElements: readonly string[];
  /** Process variables at the end. */
  readonly variables: Variables;
  readonly timings: readonly ElementTiming[];
  readonly incidents: readonly { elementId: string; kind: IncidentKind; message: string }[];
  readonly openTasks: readonly string[];
  readonly coverage: readonly ProcessCoverage[];
}

export interface ElementTiming {
  readonly elementId: string;
  readonly elementInstanceId: string;
  readonly activatedAt: string;
  /** Null while it is active. */
  readonly leftAt: string | null;
}

export interface ProcessCoverage {
  readonly processId: string;
  readonly visited: number;
  readonly total: number;
  readonly missing: readonly string[];
}

export function createReport(
  name: string,
  simulation: Simulation,
  rootId: string | null,
  failures: readonly string[],
): SimulationReport {
  const root = rootId === null ? undefined : simulation.instances.get(rootId);
  const effects = simulation.log.map((entry) => entry.effect);
  const { takenFlows, activeElements } = findTakenPath(effects);
  return {
    name,
    passed: failures.length === 0,
    failures,
    status: root?.state.status ?? 'terminated',
    path: pathOf(simulation),
    takenFlows: [...takenFlows],
    activeElements: [...activeElements],
    variables: root === undefined ? {} : (root.result ?? root.state.variables[root.instanceId] ?? {}),
    timings: timingsOf(simulation),
    incidents: [...simulation.open.incidents.values()].map(({ elementId, kind, message }) => ({
      elementId,
      kind,
      message,
    })),
    openTasks: [...simulation.open.tasks.values()].map((task) => task.elementId),
    coverage: coverageOf(simulation),
  };
}

/** Elements in the order in which they became active; the processes themselves are left out. */
export function pathOf(simulation: Simulation): string[] {
  return simulation.log.flatMap(({ effect }) =>
    effect.type === 'elementChanged' && effect.transition === 'activated' && effect.parentId !== null
      ? [effect.elementId]
      : [],
  );
}

function timingsOf(simulation: Simulation): ElementTiming[] {
  const timings = new Map<string, ElementTiming>();
  for (const { at, effect } of simulation.log) {
    if (effect.type !== 'elementChanged') continue;
    const { elementId, elementInstanceId } = effect;
    const known = timings.get(elementInstanceId) ?? { elementId, elementInstanceId, activatedAt: at, leftAt: null };
    timings.set(elementInstanceId, effect.transition === 'activated' ? known : { ...known, leftAt: at });
  }
  return [...timings.values()];
}

function coverageOf(simulation: Simulation): ProcessCoverage[] {
  const visited = new Set(pathOf(simulation));
  const models = new Map([...simulation.instances.values()].map(({ model }) => [model.id, model]));
  return [...models.values()].map((model) => {
    const missing = [...model.elements.keys()].filter((id) => !visited.has(id));
    return {
      processId: model.id,
      visited: model.elements.size - missing.length,
      total: model.elements.size,
      missing,
    };
  });
}
