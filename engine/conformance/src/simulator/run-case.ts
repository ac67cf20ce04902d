import { evaluateDecision } from '@esocial/process-core/dmn/evaluate.ts';
import { parseDmn } from '@esocial/process-core/dmn/parse-dmn.ts';
import { parseBpmn } from '@esocial/process-core/model/parse-bpmn.ts';
import { createSimulation } from '@esocial/process-core/simulate/simulation.ts';
import { CommandRejected } from '@esocial/process-core/types.ts';
import type { ConformanceCase, Observed, Snapshot } from '../scenario.ts';
import { beginning, normalise } from '../scenario.ts';
import { doStep } from './do-step.ts';
import { createEventStarts } from './event-starts.ts';
import { createMessageBuffer } from './message-buffer.ts';
import { observeEnds, observeOpen, traceOf } from './observe.ts';
import type { SimulatedWorld } from './world.ts';

/** Plays a case in the simulator: the pure core with a virtual clock. */
export async function simulateCase({ bpmn, dmn, scenario }: ConformanceCase): Promise<Observed> {
  const models = await parseBpmn(bpmn);
  const decisions = dmn === null ? null : await parseDmn(dmn);
  const simulation = createSimulation(models, {
    startAt: beginning,
    evaluateDecision: (decisionId, variables, now) => {
      if (decisions === null) throw Object.assign(new Error(`no decision "${decisionId}"`), { code: 'NOT_FOUND' });
      return evaluateDecision(decisions, decisionId, variables, { now });
    },
  });
  const world: SimulatedWorld = {
    simulation,
    models,
    messages: createMessageBuffer(simulation, models),
    starts: createEventStarts(simulation, models),
    seen: new Map(),
  };
  const steps: Snapshot[] = [];
  for (const step of scenario.steps) {
    const before = simulation.log.length;
    const rejected = attempt(() => doStep(world, step));
    world.messages.deliver();
    // What is due already goes off, as by the worker of a server.
    world.starts.advanceTime('PT0S', () => world.messages.deliver());
    const trace = traceOf(simulation.log.slice(before));
    steps.push(normalise({ ...(rejected === null ? {} : { rejected }), trace, ...observeOpen(world) }));
  }
  return { steps, instances: observeEnds(simulation) };
}

function attempt(act: () => void): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof CommandRejected) return error.code;
    throw error;
  }
}
