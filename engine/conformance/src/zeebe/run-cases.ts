import { setTimeout as delay } from 'node:timers/promises';
import type { ConformanceCase, Observed } from '../scenario.ts';
import { beginning } from '../scenario.ts';
import type { Stage } from '../timeline.ts';
import { playTogether } from '../timeline.ts';
import type { Broker } from './broker.ts';
import type { BrokerCase } from './commands.ts';
import { command, refusalOf } from './commands.ts';
import { observeEnds, observeOpen } from './observe.ts';
import type { RecordView } from './record-view.ts';
import { hasDueTimers } from './record-view.ts';

/** A timer that has not gone off by then never does: the comparison shows it. */
const maxLooks = 100;

interface PlayedCase extends BrokerCase {
  /** Where its trace goes on. */
  traced: number;
  /** Why the broker refused its files. */
  refused: string | null;
}

/** Plays many cases on one broker. A case whose files the broker refuses fails at its first step. */
export async function playOnBroker(
  broker: Broker,
  view: RecordView,
  cases: readonly ConformanceCase[],
): Promise<Map<string, Observed>> {
  await broker.moveBy(Date.parse(beginning) - (await broker.now()));
  const played = new Map(cases.map((one) => [one.id, { ...createCase(broker, view, one) }]));
  await deploy(broker, played, cases);
  await broker.settle();
  return playTogether(createStage(broker, view, played), cases);
}

function createCase(broker: Broker, view: RecordView, { bpmn }: ConformanceCase): PlayedCase {
  const processes = [...bpmn.matchAll(/<bpmn:process [^>]*?\bid="([^"]+)"/g)].map((match) => match[1] ?? '');
  return { broker, view, processes, seen: new Map(), traced: 0, refused: null };
}

function createStage(broker: Broker, view: RecordView, played: ReadonlyMap<string, PlayedCase>): Stage {
  const get = (id: string): PlayedCase => {
    const found = played.get(id);
    if (found === undefined) throw new Error(`the case ${id} is not deployed`);
    return found;
  };
  return {
    width: 24,
    settle: () => settle(broker, view),
    async moveBy(milliseconds) {
      await broker.moveBy(milliseconds);
      await settle(broker, view);
    },
    async act(id, step) {
      const on = get(id);
      if (on.refused !== null) throw new Error(`the broker refuses the file: ${on.refused}`);
      return command(on, step).then(() => undefined, refusalOrThrow);
    },
    look(id) {
      const on = get(id);
      const trace = view.trace.slice(on.traced).filter(({ process }) => on.processes.includes(process));
      on.traced = view.trace.length;
      const open = observeOpen(view, new Set(on.processes));
      return Promise.resolve({ trace: trace.map(({ text }) => text), ...open });
    },
    ends: (id) => Promise.resolve(observeEnds(view, new Set(get(id).processes))),
  };
}

/** Timers go off a little after they are due: at rest is a broker that has none left. */
async function settle(broker: Broker, view: RecordView): Promise<void> {
  await broker.settle();
  for (let look = 0; look < maxLooks && hasDueTimers(view, await broker.now()); look += 1) {
    await delay(50);
    await broker.settle();
  }
}

function refusalOrThrow(error: unknown): string {
  const refusal = refusalOf(error);
  if (refusal === undefined) throw error;
  return refusal;
}

/** All files at once, which is quick; when one is refused, one by one, to know which. */
async function deploy(
  broker: Broker,
  played: ReadonlyMap<string, PlayedCase>,
  cases: readonly ConformanceCase[],
): Promise<void> {
  try {
    await broker.client.deployResources(cases.flatMap(resourcesOf));
  } catch {
    for (const one of cases) {
      const refused = await findRefusal(broker, one);
      const play = played.get(one.id);
      if (play !== undefined) play.refused = refused;
    }
  }
}

/** Why the broker refuses the files of a case; null when it takes them. */
export async function findRefusal(broker: Broker, one: ConformanceCase): Promise<string | null> {
  try {
    await broker.client.deployResources(resourcesOf(one));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function resourcesOf({ id, bpmn, dmn }: ConformanceCase) {
  const name = id.replaceAll('/', '-');
  const process = { name: `${name}.bpmn`, process: Buffer.from(bpmn) };
  return dmn === null ? [process] : [process, { name: `${name}.dmn`, decision: Buffer.from(dmn) }];
}
