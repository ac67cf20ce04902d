import { addDuration } from '@esocial/process-core/execution/iso-time.ts';
import type { ConformanceCase, InstanceEnd, Observed, Snapshot, Step } from './scenario.ts';
import { beginning, normalise } from './scenario.ts';

/** An engine on which many cases are played side by side. */
export interface Stage {
  /** Commands that may be sent at once. */
  readonly width: number;
  /** Carries out a step; gives why it was refused. */
  act(id: string, step: Step): Promise<string | undefined>;
  /** Returns when the engine has come to rest. */
  settle(): Promise<void>;
  /** Moves the engine's clock on by a little more than that: it has run on since the last move. */
  moveBy(milliseconds: number): Promise<void>;
  /** What has happened in the case since the last look, and what is open. */
  look(id: string): Promise<Snapshot>;
  ends(id: string): Promise<InstanceEnd[]>;
}

/** A case that is being played. */
interface Play {
  readonly id: string;
  readonly steps: readonly Step[];
  readonly snapshots: Snapshot[];
  /** Virtual instant of the case; all cases begin at the same one. */
  now: string;
  instances: InstanceEnd[];
  failure: string | null;
}

/**
 * Each round does the next step of every case that does not wait for time; then the clock moves to the nearest instant
 * that a case waits for.
 */
export async function playTogether(stage: Stage, cases: readonly ConformanceCase[]): Promise<Map<string, Observed>> {
  const plays = cases.map(({ id, scenario }): Play => ({
    ...{ id, steps: scenario.steps, snapshots: [], now: beginning, instances: [], failure: null },
  }));
  let now = beginning;
  for (;;) {
    const ready = plays.filter((play) => isOpen(play) && !('advanceTime' in nextStep(play)));
    if (ready.length > 0) {
      await playRound(stage, ready);
      continue;
    }
    const waiting = plays.filter(isOpen);
    if (waiting.length === 0) break;
    const instant = waiting.map(targetOf).sort()[0] ?? now;
    await stage.moveBy(Date.parse(instant) - Date.parse(now));
    now = instant;
    for (const play of waiting.filter((one) => targetOf(one) === instant)) {
      play.now = instant;
      await takeSnapshot(stage, play, undefined);
    }
  }
  return new Map(plays.map((play) => [play.id, observedOf(play)]));
}

function isOpen(play: Play): boolean {
  return play.failure === null && play.snapshots.length < play.steps.length;
}

function nextStep(play: Play): Step {
  return play.steps[play.snapshots.length] ?? { advanceTime: 'PT0S' };
}

function targetOf(play: Play): string {
  const step = nextStep(play);
  return 'advanceTime' in step ? (addDuration(play.now, step.advanceTime) ?? play.now) : play.now;
}

async function playRound(stage: Stage, plays: readonly Play[]): Promise<void> {
  const refusals = new Map<Play, string | undefined>();
  const queue = [...plays];
  const send = async (): Promise<void> => {
    for (let play = queue.shift(); play !== undefined; play = queue.shift()) {
      refusals.set(play, await attempt(stage, play));
    }
  };
  await Promise.all(Array.from({ length: stage.width }, send));
  await stage.settle();
  for (const play of plays) if (play.failure === null) await takeSnapshot(stage, play, refusals.get(play));
}

async function attempt(stage: Stage, play: Play): Promise<string | undefined> {
  try {
    return await stage.act(play.id, nextStep(play));
  } catch (error) {
    play.failure = error instanceof Error ? error.message : String(error);
    return undefined;
  }
}

async function takeSnapshot(stage: Stage, play: Play, rejected: string | undefined): Promise<void> {
  const seen = await stage.look(play.id);
  play.snapshots.push(normalise(rejected === undefined ? seen : { rejected, ...seen }));
  if (!isOpen(play)) play.instances = await stage.ends(play.id);
}

function observedOf({ snapshots, instances, failure }: Play): Observed {
  const failed: Snapshot[] = failure === null ? [] : [{ rejected: `could not be played: ${failure}` }];
  return { steps: [...snapshots, ...failed], instances };
}
