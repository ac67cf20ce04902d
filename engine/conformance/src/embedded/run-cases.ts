import { CommandRejected } from '@esocial/process-core/types.ts';
import { AppError } from '@esocial/server/errors/app-error.ts';
import { StepConflict } from '@esocial/server/process/process-engine.ts';
import type { TestWorld } from '@esocial/server/process/testing/test-world.ts';
import type { ConformanceCase, Expected, Observed, Step } from '../scenario.ts';
import { beginning } from '../scenario.ts';
import type { Stage } from '../timeline.ts';
import { playTogether } from '../timeline.ts';
import { doStep } from './do-step.ts';
import { observeEnds, observeOpen, observeTrace } from './observe.ts';
import type { EmbeddedCase } from './world.ts';
import { publishCase } from './world.ts';

const slackMs = 1_000;
// The next instant at which something happens by itself.
const nextDue = `select min(due_at) as due from (
  select due_at from process_timers union all select due_at from start_events) as waiting
  where due_at > $1 and due_at <= $2`;

interface PlayedCase {
  readonly on: EmbeddedCase;
  /** How many steps of each instance were seen. */
  readonly known: Map<string, number>;
}

/** Plays many cases on the embedded engine, in a real database. */
export async function playEmbedded(
  world: TestWorld,
  cases: readonly ConformanceCase[],
): Promise<Map<string, Observed>> {
  world.clock.set(beginning);
  const played = new Map<string, PlayedCase>();
  for (const one of cases) played.set(one.id, { on: await publishCase(world, one), known: new Map() });
  await world.work();
  return playTogether(createStage(world, played), cases);
}

function createStage(world: TestWorld, played: ReadonlyMap<string, PlayedCase>): Stage {
  const get = (id: string): PlayedCase => {
    const found = played.get(id);
    if (found === undefined) throw new Error(`the case ${id} is not published`);
    return found;
  };
  return {
    width: 6,
    act: (id, step) => attempt(get(id).on, step),
    async settle() {
      await world.work();
      // No two rounds fall into one instant.
      world.clock.advance(1);
    },
    moveBy: (milliseconds) => moveBy(world, milliseconds + slackMs),
    async look(id) {
      const { on, known } = get(id);
      return { trace: await observeTrace(on, known), ...(await observeOpen(on)) };
    },
    ends: (id) => observeEnds(get(id).on),
  };
}

/** Each timer goes off at its own instant, as the workers of a running server would see to. */
async function moveBy(world: TestWorld, milliseconds: number): Promise<void> {
  const until = new Date(world.clock.now().getTime() + milliseconds);
  for (;;) {
    const [next] = await world.database.query<{ due: Date | null }>(nextDue, [world.clock.now(), until]);
    if (!next?.due) break;
    world.clock.set(next.due.toISOString());
    await world.work();
  }
  world.clock.set(until.toISOString());
  await world.work();
}

async function attempt(on: EmbeddedCase, step: Step): Promise<string | undefined> {
  try {
    await doStep(on, step);
    return undefined;
  } catch (error) {
    if (error instanceof CommandRejected) return error.code;
    if (error instanceof StepConflict) return 'NOT_FOUND';
    if (error instanceof AppError && error.status < 500) return error.status === 404 ? 'NOT_FOUND' : 'INVALID_STATE';
    throw error;
  }
}

/** What the platform's rows say of a task is not what a broker says: its element is compared. */
export function expectedOnPlatform(expected: Expected): Expected {
  const steps = expected.steps.map((snapshot) =>
    snapshot.tasks === undefined
      ? snapshot
      : { ...snapshot, tasks: snapshot.tasks.map((task) => task.split(' ')[0] ?? '').sort() },
  );
  return { ...expected, steps };
}
