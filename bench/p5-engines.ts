import type { Benchmark, BenchmarkContext, Measurement } from './benchmark.ts';
import { completeOverHttp, signInClerks } from './office/completion-load.ts';
import { createDesk } from './office/desk.ts';
import { openOffice } from './office/office.ts';
import type { Office } from './office/office.ts';
import { pickOpenTasks, seedCases } from './office/seed-cases.ts';
import { startServer } from './office/server.ts';
import { buildJavaEngines, measureJavaEngine } from './peer-java-engines.ts';
import type { EngineLoad, History, JavaEngine } from './peer-java-engines.ts';
import { notMeasured, unlessMissing } from './peer-missing.ts';
import { startZeebePeer, ZEEBE_VERSION } from './peer-zeebe.ts';
import { perSecond, throughputWithin, times } from './statistics.ts';

const CLIENTS = [1, 8, 32] as const;
const TASKS = 8;

/** Completions per second by the number of clients. */
type Rates = ReadonlyMap<number, number>;

async function ours(office: Office, { instances, seconds }: EngineLoad): Promise<Rates> {
  const tasks = await pickOpenTasks(office, instances * (CLIENTS.length + 1));
  const server = await startServer(office.url);
  try {
    const people = await signInClerks(server);
    const rate = (clients: number): Promise<number> => {
      const stretch = tasks.splice(0, instances);
      return throughputWithin(seconds, clients, () => {
        const task = stretch.pop();
        return task && completeOverHttp(people, task);
      });
    };
    await rate(8);
    const rates = new Map<number, number>();
    for (const clients of CLIENTS) rates.set(clients, await rate(clients));
    return rates;
  } finally {
    await server.stop();
  }
}

async function zeebe({ instances, seconds }: EngineLoad): Promise<Rates> {
  const peer = await startZeebePeer({ tasks: TASKS, instances });
  try {
    for (let round = 0; round < 2; round += 1) await peer.rate(8, seconds);
    const rates = new Map<number, number>();
    for (const clients of CLIENTS) rates.set(clients, await peer.rate(clients, seconds));
    return rates;
  } finally {
    await peer.stop();
  }
}

const best = (rates: Rates): number => Math.max(...rates.values());
const show = (rates: Rates): string =>
  `${perSecond(best(rates))} (${[...rates].map(([clients, rate]) => `${clients}: ${rate.toFixed(0)}`).join(', ')})`;

interface Peer {
  readonly name: string;
  readonly goal: number;
  readonly note: string;
  readonly measure: () => Promise<Rates>;
}

const load = `A chain of ${TASKS} user tasks; completions per second with 1, 8 and 32 clients for some seconds each, the best counts, after a warm-up that does not; the clients work on the same cores. Ours is all of P1: over HTTP with sign-in check, form, record, audit, process step, next task and deadline, the better of a run before the peers and one after them.`;
const javaNote = (history: History): string =>
  `${load} The peer is embedded in a Java program whose threads call its task service, with connections from HikariCP to the same PostgreSQL, history level \`${history}\`: no HTTP, sign-in, form, record, deadline or audit of who read what.`;

function peersOf(context: BenchmarkContext, load_: EngineLoad): Peer[] {
  let program: string | undefined;
  const measure = (engine: JavaEngine, history: History) => async () =>
    measureJavaEngine((program ??= buildJavaEngines()), context, { engine, history, load: load_ });
  const java = (name: string, engine: JavaEngine): Peer[] => [
    { name: `${name}, history audit`, goal: 3, note: javaNote('audit'), measure: measure(engine, 'audit') },
    { name: `${name}, no history`, goal: 1.5, note: javaNote('none'), measure: measure(engine, 'none') },
  ];
  return [
    {
      name: `Zeebe ${ZEEBE_VERSION}`,
      goal: 3,
      measure: () => zeebe(load_),
      note: `${load} The peer is one broker with one partition and 512 MB of heap; native user tasks completed over REST on kept-alive connections, its exporter sends the user tasks on, as any task list needs: no sign-in, form, record, audit or deadline, and what a task list shows comes later.`,
    },
    ...java('Camunda 7.24', 'camunda'),
    ...java('Flowable 8.0', 'flowable'),
  ];
}

function describe({ name, goal, note }: Peer, own: Rates, theirs: Rates | undefined): Measurement {
  const row = {
    goal: 'P5',
    what: `user-task completions against ${name}`,
    ours: show(own),
    wanted: `≥ ${goal} ×`,
    note,
  };
  if (!theirs) return notMeasured(row);
  const ratio = best(own) / best(theirs);
  return { ...row, against: show(theirs), result: times(ratio), reached: ratio >= goal };
}

/** The same process and load on other engines, with ours doing all of a completion. */
export const p5Engines: Benchmark = {
  name: 'p5',
  async run(context) {
    const { ownerUrl, superuserUrl, quick, log } = context;
    const ownLoad = { tasks: TASKS, instances: quick ? 600 : 3_000, seconds: quick ? 1 : 3 };
    const peerLoad = { ...ownLoad, instances: quick ? 300 : 2_000 };
    const office = await openOffice(ownerUrl, [{ key: 'chain', tasks: TASKS, assignment: 'starter' }]);
    try {
      const desk = createDesk(office.database);
      const { caseId } = await desk.start('chain', await desk.actor('clerk-0'));
      await seedCases({ superuserUrl, templateCaseId: caseId }, 0, ownLoad.instances * (CLIENTS.length + 1) * 2);
      const before = await ours(office, ownLoad);
      log(`  ours ${show(before)}`);
      const measured: [Peer, Rates | undefined][] = [];
      for (const peer of peersOf(context, peerLoad)) {
        const rates = await unlessMissing(peer.name, log, peer.measure);
        if (rates) log(`  ${peer.name} ${show(rates)}`);
        measured.push([peer, rates]);
      }
      const after = await ours(office, ownLoad);
      log(`  ours ${show(after)}`);
      const own = best(after) > best(before) ? after : before;
      return measured.map(([peer, rates]) => describe(peer, own, rates));
    } finally {
      await office.close();
    }
  },
};
