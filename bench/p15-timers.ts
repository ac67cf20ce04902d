import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '@esocial/server/clock/clock.ts';
import type { Database } from '@esocial/server/database/database.ts';
import { takeDueTimers } from '@esocial/server/process/embedded/due-work-store.ts';
import { untilDueWork } from '@esocial/server/process/embedded/process-worker.ts';
import type { Benchmark, BenchmarkContext, Measurement } from './benchmark.ts';
import { createDesk } from './office/desk.ts';
import type { Desk } from './office/desk.ts';
import { openOffice } from './office/office.ts';
import type { Office } from './office/office.ts';
import { seedCases } from './office/seed-cases.ts';
import { prepareTimers, seedWaitingTimers, setTimers } from './office/seed-timers.ts';
import { expectStatus, startServer } from './office/server.ts';
import type { BenchmarkServer, HttpClient } from './office/server.ts';
import { measureBest, milliseconds, now, summarise, times } from './statistics.ts';
import type { Summary } from './statistics.ts';

const SERVERS = 2;
const ROUNDS = 5;
const DRAINED_WITHIN_S = 60;
/** After this long it is said how many are left. */
const GIVE_UP_S = 120;
/** As many timers as a server takes at a time. */
const BATCH = 50;
/** Between the pages of somebody who looks at the list all the time. */
const LOOK_EVERY_MS = 25;

interface Load {
  few: number;
  many: number;
  due: number;
  runs: number;
  /** Seconds from before the timers are set to when the first is due. */
  ahead: number;
}

interface Polls {
  /** Looking for due timers. */
  timers: Summary;
  /** All that a server looks for: timers, jobs, messages, signals, and when the next is due. */
  all: Summary;
}

/** What it costs to look for work when nothing is due. */
async function idlePolls(desk: Desk, database: Database, runs: number): Promise<Polls> {
  const nothing = (count: number): void => {
    if (count > 0) throw new Error('Something was due already');
  };
  const timers = async (): Promise<void> => nothing((await takeDueTimers(database, new Date(), BATCH)).length);
  const all = async (): Promise<void> => {
    nothing(await desk.doDueWork());
    await untilDueWork({ database, clock: systemClock });
  };
  return { timers: await measureBest(ROUNDS, runs, timers), all: await measureBest(ROUNDS, runs, all) };
}

/** Looks at a page of the task list again and again until told to end; gives how long each took. */
async function lookAtList(client: HttpClient, isOver: () => boolean): Promise<number[]> {
  const samples: number[] = [];
  while (!isOver()) {
    const started = now();
    expectStatus(await client.get('/api/v1/tasks?queue=unclaimed&limit=50'), 200);
    samples.push(now() - started);
    await delay(LOOK_EVERY_MS);
  }
  return samples;
}

interface Drain {
  seconds: number;
  left: number;
  fired: number;
  list: Summary;
}

/** From the first due timer until none is left, with somebody looking at a list meanwhile. */
async function drain({ database }: Office, client: HttpClient, due: { from: Date; to: Date }): Promise<Drain> {
  const count = async (text: string, values: readonly unknown[] = []): Promise<number> =>
    (await database.query<{ count: number }>(`select count(*)::int from ${text}`, [...values]))[0]?.count ?? 0;
  const countLeft = () => count('process_timers where due_at <= $1', [due.to]);
  await delay(due.from.getTime() - Date.now());
  let over = false;
  const looking = lookAtList(client, () => over);
  // Its failure is thrown at the end.
  looking.catch(() => undefined);
  const seconds = (): number => (Date.now() - due.from.getTime()) / 1000;
  let left = await countLeft();
  while (left > 0 && seconds() < GIVE_UP_S) {
    await delay(500);
    left = await countLeft();
  }
  over = true;
  const needed = seconds();
  const list = summarise(await looking);
  const fired = await count("case_events where event = 'timer.fired'");
  return { seconds: needed, left, fired, list };
}

interface Results {
  load: Load;
  few: Polls;
  many: Polls;
  quiet: Summary;
  drained: Drain;
}

async function withServers<T>(url: string, work: (servers: readonly BenchmarkServer[]) => Promise<T>): Promise<T> {
  const servers: BenchmarkServer[] = [];
  try {
    for (let index = 0; index < SERVERS; index += 1) servers.push(await startServer(url));
    return await work(servers);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

async function measureTimers(context: BenchmarkContext, office: Office, load: Load): Promise<Results> {
  const { superuserUrl, log } = context;
  const desk = createDesk(office.database);
  const { caseId } = await desk.start('reminded', await desk.actor('clerk-0'));
  await seedCases({ superuserUrl, templateCaseId: caseId }, 0, load.due);
  await prepareTimers(superuserUrl, caseId);
  await seedWaitingTimers(superuserUrl, load.few);
  const few = await idlePolls(desk, office.database, load.runs);
  log(`  looking for timers among ${load.few} ${milliseconds(few.timers.p50)}, for all ${milliseconds(few.all.p50)}`);
  await seedWaitingTimers(superuserUrl, load.many - load.few);
  const many = await idlePolls(desk, office.database, load.runs);
  log(
    `  looking for timers among ${load.many} ${milliseconds(many.timers.p50)}, for all ${milliseconds(many.all.p50)}`,
  );
  return withServers(office.url, async ([server]) => {
    const client = await (server as BenchmarkServer).signIn('clerk-0');
    const until = now() + 3_000;
    const quiet = summarise((await lookAtList(client, () => now() > until)).slice(10));
    const due = await setTimers(superuserUrl, load.ahead);
    const drained = await drain(office, client, due);
    log(`  drained in ${drained.seconds.toFixed(1)} s, ${drained.left} left`);
    return { load, few, many, quiet, drained };
  });
}

const amount = (value: number): string => value.toLocaleString('en');

function describe({ load, few, many, quiet, drained }: Results): Measurement[] {
  const common = { goal: 'P15' };
  const pollNote = `Median of the quickest of ${ROUNDS} rounds. Each server polls once a second when nothing is due, and when it is woken. Looking for timers is the server's own statement; all that it does at such a moment is in seven statements, among them those for jobs, messages and signals. These timers are rows alone, whose instances nobody looks at before they are due.`;
  const drainNote = `${amount(load.due)} timers besides ${amount(load.many)} pending ones: reminders at open user tasks (timers that leave the task open), all due within one second, worked off by ${SERVERS} server processes as in production, on the same cores as PostgreSQL and the one who looks at the list; from the first due one until none is left. Each is a step of its process with history, timeline and audit.`;
  const slower = drained.list.p50 / quiet.p50;
  const growth = many.timers.p50 / few.timers.p50;
  const isDrained = drained.left === 0 && drained.fired === load.due;
  return [
    {
      ...common,
      what: `looking for due timers when none is, ${amount(load.many)} pending`,
      ours: milliseconds(many.timers.p50),
      against: 'the limit',
      result: milliseconds(many.timers.p50),
      wanted: '≤ 1 ms',
      reached: many.timers.p50 <= 1,
      note: pollNote,
    },
    {
      ...common,
      what: `the same, ${amount(load.many)} against ${amount(load.few)} pending`,
      ours: milliseconds(many.timers.p50),
      against: milliseconds(few.timers.p50),
      result: times(growth),
      wanted: 'flat (≤ 1.25 ×)',
      reached: growth <= 1.25,
      note: pollNote,
    },
    {
      ...common,
      what: `all that an idle server looks for, ${amount(load.many)} timers pending`,
      ours: milliseconds(many.all.p50),
      against: `${milliseconds(few.all.p50)} with ${amount(load.few)}`,
      result: times(many.all.p50 / few.all.p50),
      wanted: 'no goal',
      reached: true,
      note: pollNote,
    },
    {
      ...common,
      what: `${amount(load.due)} timers due in one second`,
      ours: `${drained.seconds.toFixed(1)} s, ${amount(Math.round((load.due - drained.left) / drained.seconds))}/s, ${amount(drained.fired)} fired`,
      against: 'the limit',
      result: isDrained ? `${drained.seconds.toFixed(1)} s` : `${amount(drained.left)} left`,
      wanted: `≤ ${DRAINED_WITHIN_S} s, each once`,
      reached: isDrained && drained.seconds <= DRAINED_WITHIN_S,
      note: drainNote,
    },
    {
      ...common,
      what: 'a page of the task list over HTTP meanwhile',
      ours: `p50 ${milliseconds(drained.list.p50)}, p99 ${milliseconds(drained.list.p99)}`,
      against: `at rest p50 ${milliseconds(quiet.p50)}, p99 ${milliseconds(quiet.p99)}`,
      result: times(slower),
      wanted: '≤ 3 ×',
      reached: slower <= 3,
      note: `${drainNote} The list is asked from one of these servers, a page every ${LOOK_EVERY_MS} ms after the last; the medians are compared.`,
    },
  ];
}

/** A million pending timers, and very many that come due at once. */
export const p15Timers: Benchmark = {
  name: 'p15',
  async run(context) {
    const load = context.quick
      ? { few: 1_000, many: 50_000, due: 2_000, runs: 20, ahead: 5 }
      : { few: 10_000, many: 1_000_000, due: 100_000, runs: 100, ahead: 15 };
    const office = await openOffice(context.ownerUrl, [
      { key: 'reminded', tasks: 1, assignment: 'clerk', reminder: 'P30D' },
    ]);
    try {
      return describe(await measureTimers(context, office, load));
    } finally {
      await office.close();
    }
  },
};
