import fc from 'fast-check';
import { advance } from './advance.ts';
import { migrateInstance } from './migration/migrate-instance.ts';
import { planMigration } from './migration/plan-migration.ts';
import { proposeMapping } from './migration/propose-mapping.ts';
import type { ProcessModel } from './model/model.ts';
import { parseBpmn } from './model/parse-bpmn.ts';
import { allCapabilities } from './model/rules/capability-rules.ts';
import { findModelFaults } from './model/validate-model.ts';
import { createOpenWork, track } from './simulate/open-work.ts';
import { arbitraryBlock, toBpmn } from './testing/arbitrary-process.ts';
import type { AdvanceContext, AdvanceResult, Command, Effect, InstanceState } from './types.ts';

/** `RANDOM_RUNS=10000` is the whole of it; `RANDOM_SEED` repeats a run that failed. */
const numRuns = Number(process.env['RANDOM_RUNS'] ?? 300);
const seed = Number(process.env['RANDOM_SEED'] ?? Date.now() % 2 ** 31);

interface Run {
  state: InstanceState;
  effects: Effect[];
  open: ReturnType<typeof createOpenWork>;
}

/** How a driver takes a step: at once, or by way of the disk and through crashes. */
type Take = (
  step: (state: InstanceState | null) => AdvanceResult,
  state: InstanceState | null,
  turn: number,
) => AdvanceResult;

const atOnce: Take = (step, state) => step(state);
const frozen: Take = (step, state) => deepFreeze(step(deepFreeze(state)));

/** The state is read from the disk for every step; crashes lose steps that were taken and not written. */
const crashing =
  (crashes: readonly boolean[]): Take =>
  (step, state, turn) => {
    if (crashes[turn % crashes.length]) step(fromDisk(state));
    return fromDisk(step(fromDisk(state)));
  };

/** At some steps the instance is carried over to the same process, read anew, wherever no token waits at a join. */
const migrating =
  (source: ProcessModel, target: ProcessModel, when: readonly boolean[]): Take =>
  (step, state, turn) => {
    const result = step(state);
    const mapping = proposeMapping(source, target);
    const isMeant = when[turn % when.length] === true && result.state.status === 'active';
    if (!isMeant || planMigration(source, target, mapping, result.state).faults.length > 0) return result;
    const migrated = migrateInstance(source, target, mapping, result.state, neverAsked);
    return { state: migrated.state, effects: [...result.effects, ...migrated.effects] };
  };

/** Nothing is opened anew, so that a migration to the same process needs neither ids nor decisions. */
const neverAsked: AdvanceContext = {
  now: '2026-01-05T08:00:00.000Z',
  newId: () => {
    throw new Error('no id is needed');
  },
  evaluateDecision: () => {
    throw new Error('no decision is needed');
  },
};

function fromDisk<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Drives an instance by a list of choices until it has ended. */
function drive(model: ProcessModel, choices: readonly number[], take: Take): Run {
  let ids = 0;
  const context = {
    now: '2026-01-05T08:00:00.000Z',
    newId: () => `id-${(ids += 1)}`,
    evaluateDecision: () => ({ output: null, matchedRules: [] }),
  };
  const open = createOpenWork();
  const effects: Effect[] = [];
  let turn = 0;
  const step = (state: InstanceState | null, command: Command): InstanceState => {
    const result = take((before) => advance(model, before, command, context), state, (turn += 1));
    if (command.type === 'completeJob' || command.type === 'failJob') open.jobs.delete(command.elementInstanceId);
    if (command.type === 'triggerTimer') open.timers.delete(command.timerId);
    for (const effect of result.effects) track(open, result.state.instanceId, effect);
    effects.push(...result.effects);
    return result.state;
  };
  let state = step(null, { type: 'start', variables: {} });
  for (let at = 0; state.status === 'active'; at += 1) {
    const choice = choices[at];
    const commands = possibleCommands(open, state, choice !== undefined);
    // After the choices are used up, work is completed in order: a loop-free process then ends.
    const command = commands[(choice ?? 0) % commands.length];
    if (command === undefined) break;
    state = step(state, command);
  }
  return { state, effects, open };
}

/** What may happen next; `alsoBad`: what fails, or holds the instance up, too. */
function possibleCommands(open: Run['open'], state: InstanceState, alsoBad: boolean): Command[] {
  if (state.suspendedAt !== undefined) return [{ type: 'resume' }];
  const jobs = [...open.jobs.keys()];
  const good: Command[] = [
    ...[...open.incidents.keys()].map((incidentId): Command => ({ type: 'resolveIncident', incidentId })),
    ...[...open.tasks.keys()].map((elementInstanceId): Command => ({
      type: 'completeUserTask',
      elementInstanceId,
      data: {},
    })),
    ...jobs.map((elementInstanceId): Command => ({
      type: 'completeJob',
      elementInstanceId,
      variables: { done: true },
    })),
    ...[...open.signals.keys()].map((subscriptionId): Command => ({
      type: 'triggerSignal',
      subscriptionId,
      variables: {},
    })),
    ...[...open.subscriptions.keys()].map((subscriptionId): Command => ({
      type: 'correlateMessage',
      subscriptionId,
      variables: { came: 1 },
    })),
    ...[...open.timers.keys()].map((timerId): Command => ({ type: 'triggerTimer', timerId })),
  ];
  if (!alsoBad) return good;
  const failures = jobs.flatMap((elementInstanceId): Command[] => [
    { type: 'failJob', elementInstanceId, retries: 1, message: 'again' },
    { type: 'failJob', elementInstanceId, retries: 0, message: 'no more' },
  ]);
  return [...good, ...failures, { type: 'suspend' }];
}

/** Ids by the order in which they appear: a lost step has drawn some that nobody sees again. */
function withoutIds(run: Run): unknown {
  const names = new Map<string, string>();
  const happened = run.effects.filter(({ type }) => !type.endsWith('Migrated'));
  const text = JSON.stringify([happened, run.state]);
  return JSON.parse(
    text.replace(/id-\d+/g, (id) => {
      if (!names.has(id)) names.set(id, `#${names.size}`);
      return names.get(id) ?? id;
    }),
  );
}

const choices = fc.array(fc.nat(20), { maxLength: 40 });
const crashes = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });

async function modelOf(xml: string): Promise<ProcessModel> {
  const [model] = await parseBpmn(xml);
  if (model === undefined) throw new Error('no process');
  return model;
}

describe(`random processes on random paths (seed ${seed})`, () => {
  it('always come to an end and leave nothing open', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBlock, choices, async (block, path) => {
        // given
        const model = await modelOf(toBpmn(block));
        expect(findModelFaults(model, allCapabilities)).toEqual([]);

        // when
        const { state, open } = drive(model, path, frozen);

        // then
        expect(state).toMatchObject({ status: 'completed', elements: {}, incidents: {} });
        expect(Object.values(open).map((table: { size: number }) => table.size)).toEqual([0, 0, 0, 0, 0, 0, 0]);
      }),
      { numRuns, seed },
    );
  });

  it('crashed and resumed at random steps, end as without the crash', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBlock, choices, crashes, async (block, path, lost) => {
        // given
        const model = await modelOf(toBpmn(block));

        // when
        const straight = drive(model, path, atOnce);
        const crashed = drive(model, path, crashing(lost));

        // then
        expect(withoutIds(crashed)).toEqual(withoutIds(straight));
      }),
      { numRuns, seed },
    );
  });
});

describe('migrating at random steps', () => {
  it('to the same process changes nothing of the way it goes', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBlock, choices, crashes, async (block, path, when) => {
        // given
        const [source, target] = [await modelOf(toBpmn(block)), await modelOf(toBpmn(block))];

        // when
        const straight = drive(source, path, atOnce);
        const migrated = drive(source, path, migrating(source, target, when));

        // then
        expect(withoutIds(migrated)).toEqual(withoutIds(straight));
      }),
      { numRuns, seed },
    );
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
