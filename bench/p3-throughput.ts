import type { Benchmark, BenchmarkContext, Measurement } from './benchmark.ts';
import { completeOverHttp, signInClerks } from './office/completion-load.ts';
import { createDesk } from './office/desk.ts';
import { openOffice } from './office/office.ts';
import type { Office } from './office/office.ts';
import { pickOpenTasks, seedCases } from './office/seed-cases.ts';
import { startServer } from './office/server.ts';
import { startDbosPeer } from './peer-dbos.ts';
import { notMeasured, unlessMissing } from './peer-missing.ts';
import { RESTATE_VERSION, startRestatePeer } from './peer-restate.ts';
import { perSecond, throughputWithin, times } from './statistics.ts';

const CLIENTS = 16;
const MOST_TASKS = 20_000;
const STEPS_IN_A_ROW = 20;

/** One that completes as often as it can for some seconds; gives completions per second. */
interface Contender {
  round(seconds: number): Promise<number>;
  stop(): Promise<void>;
}

async function ours(office: Office): Promise<Contender> {
  const tasks = await pickOpenTasks(office, MOST_TASKS);
  const server = await startServer(office.url);
  const clients = await signInClerks(server);
  return {
    round: (seconds) =>
      throughputWithin(seconds, CLIENTS, () => {
        const task = tasks.pop();
        if (!task) throw new Error('All tasks are completed; seed more cases');
        return completeOverHttp(clients, task);
      }),
    stop: () => server.stop(),
  };
}

interface DbosContender extends Contender {
  /** Steps per second of workflows that wait for nothing. */
  steps(seconds: number): Promise<number>;
}

async function dbos(databaseUrl: string): Promise<DbosContender> {
  const peer = await startDbosPeer(databaseUrl, CLIENTS);
  const workflows: string[] = [];
  for (let client = 0; client < CLIENTS; client += 1) workflows.push(await peer.start());
  let number = 0;
  return {
    round: (seconds) =>
      throughputWithin(seconds, CLIENTS, (client) => peer.complete(workflows[client] ?? '', (number += 1))),
    steps: async (seconds) =>
      STEPS_IN_A_ROW * (await throughputWithin(seconds, CLIENTS, () => peer.runSteps(STEPS_IN_A_ROW))),
    stop: () => peer.stop(),
  };
}

async function restate(databaseUrl: string): Promise<Contender> {
  const peer = await startRestatePeer(databaseUrl, CLIENTS);
  return {
    round: (seconds) => throughputWithin(seconds, CLIENTS, (client) => peer.complete(`case-${client}`)),
    stop: () => peer.stop(),
  };
}

interface Rates {
  ours: number;
  dbos: number;
  dbosSteps: number;
  restate: number | undefined;
}

/** The quickest round of each, one after the other; the first ones do not count. */
async function race(context: BenchmarkContext, office: Office): Promise<Rates> {
  const { ownerUrl, quick, log } = context;
  const [rounds, seconds] = quick ? [1, 2] : [4, 4];
  const started: Contender[] = [];
  const begin = async <T extends Contender>(contender: Promise<T>): Promise<T> => {
    started.push(await contender);
    return contender;
  };
  try {
    const own = await begin(ours(office));
    const peer = await begin(dbos(ownerUrl));
    const other = await unlessMissing('Restate', log, () => begin(restate(ownerUrl)));
    const rates: Rates = { ours: 0, dbos: 0, dbosSteps: 0, restate: other && 0 };
    for (let round = 0; round <= rounds; round += 1) {
      const counts = round === 0 ? 0 : 1;
      rates.ours = Math.max(rates.ours, counts * (await own.round(seconds)));
      rates.dbos = Math.max(rates.dbos, counts * (await peer.round(seconds)));
      rates.dbosSteps = Math.max(rates.dbosSteps, counts * (await peer.steps(seconds)));
      if (other) rates.restate = Math.max(rates.restate ?? 0, counts * (await other.round(seconds)));
      log(`  best so far: ${JSON.stringify(rates)}`);
    }
    return rates;
  } finally {
    await Promise.allSettled(started.map((contender) => contender.stop()));
  }
}

const load = `${CLIENTS} clients each, some seconds in turn, the quickest round. Ours is the load of P1: over HTTP with sign-in check, form, record, audit, process step, next task and deadline.`;
const notes = {
  dbos: `${load} DBOS runs in the clients' own process: a workflow receives a message, writes one record in a step and waits for the next; no HTTP, sign-in, form, audit, task list or deadline.`,
  steps: `${load} Here the DBOS workflows wait for nobody: ${STEPS_IN_A_ROW} steps in a row, each of which writes one record. That is a batch job, not somebody's completion; it has no goal.`,
  restate: `${load} Restate ${RESTATE_VERSION}: its own server, the service in a process of its own; a virtual object is called over HTTP, writes one record in a step and keeps how far it is. No sign-in, form, audit, task list or deadline. Its server's log is on disk, flushed as its defaults have it.`,
};

function describe(rates: Rates): Measurement[] {
  const what = 'completions over HTTP';
  const own = perSecond(rates.ours);
  const against = (peer: number, goal: number | undefined): Pick<Measurement, 'result' | 'wanted' | 'reached'> => ({
    result: times(rates.ours / peer),
    wanted: goal === undefined ? 'no goal' : `≥ ${goal} ×`,
    reached: goal === undefined || rates.ours / peer >= goal,
  });
  const restateRow = { goal: 'P3', what: `${what} against calls of Restate`, ours: own, note: notes.restate };
  return [
    {
      ...{ goal: 'P3', what: `${what} against completions of DBOS workflows`, ours: own, note: notes.dbos },
      ...{ against: `DBOS ${perSecond(rates.dbos)}`, ...against(rates.dbos, 3) },
    },
    {
      ...{ goal: 'P3', what: `${what} against DBOS steps that wait for nobody`, ours: own, note: notes.steps },
      ...{ against: `DBOS ${perSecond(rates.dbosSteps)}`, ...against(rates.dbosSteps, undefined) },
    },
    rates.restate === undefined
      ? notMeasured({ ...restateRow, wanted: '≥ 5 ×' })
      : { ...restateRow, against: `Restate ${perSecond(rates.restate)}`, ...against(rates.restate, 5) },
  ];
}

/** How many completions there are in a second, against durable workflows that do less. */
export const p3Throughput: Benchmark = {
  name: 'p3',
  async run(context) {
    const { ownerUrl, superuserUrl } = context;
    const office = await openOffice(ownerUrl, [{ key: 'chain', tasks: 8, assignment: 'starter' }]);
    try {
      const desk = createDesk(office.database);
      const { caseId } = await desk.start('chain', await desk.actor('clerk-0'));
      await seedCases({ superuserUrl, templateCaseId: caseId }, 0, context.quick ? 5_000 : MOST_TASKS);
      return describe(await race(context, office));
    } finally {
      await office.close();
    }
  },
};
