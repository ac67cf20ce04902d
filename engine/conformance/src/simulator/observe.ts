import type { SimulatedEffect, Simulation } from '@esocial/process-core/simulate/simulation.ts';
import type { Variables } from '@esocial/process-core/types.ts';
import type { InstanceEnd, Snapshot } from '../scenario.ts';
import { jobLine, line, localsLine, tenMinutes, taskLine } from '../snapshot-text.ts';
import type { SimulatedWorld } from './world.ts';

/** What happened, in the words of a trace. */
export function traceOf(log: readonly SimulatedEffect[]): string[] {
  return log.flatMap(({ effect }) => {
    if (effect.type === 'elementChanged') return [`${effect.transition} ${effect.elementId}`];
    return effect.type === 'sequenceFlowTaken' ? [`taken ${effect.flowId}`] : [];
  });
}

/** What is open after a step. */
export function observeOpen({ simulation }: SimulatedWorld): Snapshot {
  const { open } = simulation;
  return {
    tasks: [...open.tasks.values()].map(taskLine),
    jobs: [...open.jobs.values()].map(jobLine),
    timers: [...open.timers.values()].map(({ elementId, dueAt }) => line(elementId, { due: tenMinutes(dueAt) })),
    messages: [...open.subscriptions.values()].map(({ elementId, messageName, correlationKey }) =>
      line(elementId, { name: messageName, key: correlationKey }),
    ),
    signals: [...open.signals.values()].map(({ elementId, signalName }) => line(elementId, { name: signalName })),
    incidents: [...open.incidents.values()].map(({ elementId, kind }) => `${kind} at ${elementId}`),
    locals: observeLocals(simulation),
  };
}

function observeLocals(simulation: Simulation): string[] {
  return [...simulation.instances.values()].flatMap(({ instanceId, state }) =>
    state.status === 'active' ? localsIn(instanceId, state) : [],
  );
}

/** Local variables of the active elements of an instance; those at its root are part of its end. */
export function localsIn(
  rootId: string,
  state: { elements: Record<string, { elementId: string }>; variables: Record<string, Variables> },
): string[] {
  return Object.entries(state.variables).flatMap(([scopeId, variables]) => {
    const elementId = state.elements[scopeId]?.elementId;
    const isShown = scopeId !== rootId && elementId !== undefined && Object.keys(variables).length > 0;
    return isShown ? [localsLine(elementId, variables)] : [];
  });
}

export function observeEnds(simulation: Simulation): InstanceEnd[] {
  return [...simulation.instances.values()].map(({ instanceId, model, state, result }) => ({
    process: model.id,
    state: state.status,
    variables: state.status === 'terminated' ? {} : (result ?? state.variables[instanceId] ?? {}),
  }));
}
