import fc from 'fast-check';
import { advance } from './advance.ts';
import type { ProcessModel } from './model/model.ts';
import { parseBpmn } from './model/parse-bpmn.ts';
import { allCapabilities } from './model/rules/capability-rules.ts';
import { findModelFaults } from './model/validate-model.ts';
import { createOpenWork, track } from './simulate/open-work.ts';
import { arbitraryBlock, toBpmn } from './testing/arbitrary-process.ts';
import type { Command, Effect, InstanceState } from './types.ts';

interface Run {
  state: InstanceState;
  effects: Effect[];
  open: ReturnType<typeof createOpenWork>;
}

/** Drives an instance by a list of choices; `between` is what happens to the state between two steps. */
function drive(model: ProcessModel, choices: readonly number[], between: (state: InstanceState) => InstanceState): Run {
  let ids = 0;
  const context = {
    now: '2026-01-05T08:00:00.000Z',
    newId: () => `id-${(ids += 1)}`,
    evaluateDecision: () => ({ output: null, matchedRules: [] }),
  };
  const open = createOpenWork();
  const effects: Effect[] = [];
  const step = (state: InstanceState | null, command: Command): InstanceState => {
    if (command.type === 'completeJob') open.jobs.delete(command.elementInstanceId);
    const result = advance(model, state, command, context);
    for (const effect of result.effects) track(open, result.state.instanceId, effect);
    if (command.type === 'triggerTimer') open.timers.delete(command.timerId);
    effects.push(...result.effects);
    return between(result.state);
  };
  let state = step(null, { type: 'start', variables: {} });
  for (let turn = 0; state.status === 'active'; turn += 1) {
    const commands = possibleCommands(open);
    // After the choices are used up, tasks are completed in order: a loop-free process then ends.
    const command = commands[(choices[turn] ?? 0) % commands.length];
    if (command === undefined) break;
    state = step(state, command);
  }
  return { state, effects, open };
}

function possibleCommands(open: Run['open']): Command[] {
  return [
    ...[...open.tasks.keys()].map((elementInstanceId): Command => ({
      type: 'completeUserTask',
      elementInstanceId,
      data: {},
    })),
    ...[...open.jobs.keys()].map((elementInstanceId): Command => ({
      type: 'completeJob',
      elementInstanceId,
      variables: {},
    })),
    ...[...open.signals.keys()].map((subscriptionId): Command => ({
      type: 'triggerSignal',
      subscriptionId,
      variables: {},
    })),
    ...[...open.timers.keys()].map((timerId): Command => ({ type: 'triggerTimer', timerId })),
  ];
}

const choices = fc.array(fc.nat(20), { maxLength: 40 });

describe('random processes on random paths', () => {
  it('always come to an end and leave nothing open', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBlock, choices, async (block, path) => {
        // given
        const [model] = await parseBpmn(toBpmn(block));
        if (model === undefined) throw new Error('no process');
        expect(findModelFaults(model, allCapabilities)).toEqual([]);

        // when
        const { state, open } = drive(model, path, (same) => same);

        // then
        expect(state).toMatchObject({ status: 'completed', elements: {}, incidents: {} });
        expect([open.tasks.size, open.jobs.size, open.signals.size]).toEqual([0, 0, 0]);
        expect([open.timers.size, open.incidents.size]).toEqual([0, 0]);
      }),
      { numRuns: 300 },
    );
  });

  it('end equally when the state is written and read between all steps, and change no state they were given', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBlock, choices, async (block, path) => {
        // given
        const [model] = await parseBpmn(toBpmn(block));
        if (model === undefined) throw new Error('no process');

        // when
        const straight = drive(model, path, deepFreeze);
        const stored = drive(model, path, (state) => JSON.parse(JSON.stringify(state)) as InstanceState);

        // then
        expect(stored.state).toEqual(straight.state);
        expect(stored.effects).toEqual(straight.effects);
      }),
      { numRuns: 200 },
    );
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
