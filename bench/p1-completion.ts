import type { Pool } from 'pg';
import type { Benchmark, BenchmarkContext, Measurement } from './benchmark.ts';
import { openPool } from './database.ts';
import { completeAtFloor } from './office/completion-floor.ts';
import { completeOverHttp, signInClerks } from './office/completion-load.ts';
import { createDesk } from './office/desk.ts';
import { openOffice } from './office/office.ts';
import type { Office } from './office/office.ts';
import { pickOpenTasks, seedCases } from './office/seed-cases.ts';
import type { OpenTask } from './office/seed-cases.ts';
import { startServer } from './office/server.ts';
import type { HttpClient } from './office/server.ts';
import { perSecond, throughput } from './statistics.ts';

const CLIENTS = 16;
const ROUNDS = 5;

/** Works a list off with as many clients as there are, each its own next item. */
const overHttp = (clients: ReadonlyMap<string, HttpClient>, tasks: readonly OpenTask[]): Promise<number> =>
  throughput(tasks.length, CLIENTS, (index) => completeOverHttp(clients, tasks[index] as OpenTask));

const atFloor = (pool: Pool, tasks: readonly OpenTask[]): Promise<number> =>
  throughput(tasks.length, CLIENTS, (index) => completeAtFloor(pool, tasks[index] as OpenTask));

interface Rates {
  ours: number;
  floor: number;
}

/** Completions per second, ours and the floor's in turn; the quickest round of each. */
async function rates(office: Office, context: BenchmarkContext, pool: Pool): Promise<Rates> {
  const perRound = context.quick ? 400 : 800;
  const tasks = await pickOpenTasks(office, perRound * (ROUNDS + 1) * 2);
  if (tasks.length < perRound * (ROUNDS + 1) * 2) throw new Error(`There are only ${tasks.length} open tasks`);
  const next = (): OpenTask[] => tasks.splice(0, perRound);
  const server = await startServer(office.url);
  try {
    const clients = await signInClerks(server);
    await overHttp(clients, next());
    await atFloor(pool, next());
    const samples: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      samples.ours.push(await overHttp(clients, next()));
      samples.floor.push(await atFloor(pool, next()));
      context.log(
        `  ${samples.ours.at(-1)?.toFixed(0)}/s over HTTP, ${samples.floor.at(-1)?.toFixed(0)}/s at the floor`,
      );
    }
    return { ours: Math.max(...samples.ours), floor: Math.max(...samples.floor) };
  } finally {
    await server.stop();
  }
}

function againstFloor({ ours, floor }: Rates, cases: number): Measurement {
  const share = ours / floor;
  return {
    goal: 'P1',
    what: `completing a task over HTTP, ${cases.toLocaleString('en')} open cases`,
    ours: perSecond(ours),
    against: `floor ${perSecond(floor)}`,
    result: share.toFixed(2),
    wanted: '≥ 0.35',
    reached: share >= 0.35,
    note: `${CLIENTS} clients with sandbox sessions and kept-alive connections in one process, the built server in another, PostgreSQL beside them on the same cores: the clients' own work counts against ours. The floor writes the same rows by one prepared statement through \`pg\` from as many clients, without HTTP, sign-in, validation, process or reading anything first. In turn, the quickest of ${ROUNDS} rounds of each; tasks drawn at random from all cases.`,
  };
}

/** Completing a task over HTTP against the floor, and how it holds with a hundred times the open cases. */
export const p1Completion: Benchmark = {
  name: 'p1',
  async run(context) {
    const { ownerUrl, superuserUrl, quick, log } = context;
    const [few, many] = quick ? [10_000, 50_000] : [10_000, 1_000_000];
    const office = await openOffice(ownerUrl, [{ key: 'chain', tasks: 8, assignment: 'starter' }]);
    const pool = openPool(office.url, CLIENTS);
    try {
      const desk = createDesk(office.database);
      const { caseId } = await desk.start('chain', await desk.actor('clerk-0'));
      const seed = { superuserUrl, templateCaseId: caseId };
      await seedCases(seed, 0, few);
      const small = await rates(office, context, pool);
      log(`  seeding ${many.toLocaleString('en')} cases`);
      await seedCases(seed, few, many);
      const large = await rates(office, context, pool);
      const growth = large.ours / small.ours;
      return [
        againstFloor(small, few),
        againstFloor(large, many),
        {
          goal: 'P1',
          what: `the same, ${many.toLocaleString('en')} against ${few.toLocaleString('en')} open cases`,
          ours: perSecond(large.ours),
          against: `${perSecond(small.ours)} with ${few.toLocaleString('en')}; the floor's own ${(large.floor / small.floor).toFixed(2)}`,
          result: growth.toFixed(2),
          wanted: '≥ 0.75',
          reached: growth >= 0.75,
          note: 'The cases are copies of a started one: case, instance, step, open task, deadline, record, timeline, audit.',
        },
      ];
    } finally {
      await pool.end();
      await office.close();
    }
  },
};
