import type { Pool } from 'pg';
import type { Actor } from '@esocial/server/access/actor.ts';
import { systemClock } from '@esocial/server/clock/clock.ts';
import type { Database } from '@esocial/server/database/database.ts';
import { encodeCursor } from '@esocial/server/ids/keyset-cursor.ts';
import { createTaskReadModel } from '@esocial/server/tasks/task-read-model.ts';
import type { Benchmark, BenchmarkContext, Measurement } from './benchmark.ts';
import { openPool } from './database.ts';
import { createDesk } from './office/desk.ts';
import { openOffice } from './office/office.ts';
import type { Office } from './office/office.ts';
import { seedQueues } from './office/seed-queues.ts';
import type { QueueWorker } from './office/seed-queues.ts';
import { expectStatus, startServer } from './office/server.ts';
import { copyTasksToPeer, listPeerTasks } from './peer-task-query.ts';
import { bestRound, measureBest, milliseconds, now, times } from './statistics.ts';
import type { Summary } from './statistics.ts';

const ROUNDS = 5;

interface Page {
  readonly worker: QueueWorker;
  readonly cursor?: string;
  readonly offset: number;
}

/** Pages of all workers: the first one of each, or some somewhere within their lists. */
async function choosePages(database: Database, workers: readonly QueueWorker[], deep: number): Promise<Page[]> {
  if (deep === 0) return workers.map((worker) => ({ worker, offset: 0 }));
  const pages: Page[] = [];
  for (const worker of workers) {
    const rows = await database.query<{ due_at: Date; id: string; place: number }>(
      `select due_at, id, place from (
         select due_at, id, row_number() over (order by due_at, id)::int as place, count(*) over () as total
         from tasks where queue_id = any ($1) and state = 'open') t
       where place % greatest(1, total / $2) = 0 order by place`,
      [worker.queueIds, deep],
    );
    for (const { due_at, id, place } of rows.slice(0, -1))
      pages.push({ worker, cursor: encodeCursor(due_at.toISOString(), id), offset: place });
  }
  return pages;
}

interface Places {
  first: Summary;
  deep: Summary;
}

/** Times of the list's own statement, as the read model sends it; with the audit row that it leaves, on disk. */
async function oursInDatabase(office: Office, workers: readonly QueueWorker[], runs: number): Promise<Places> {
  const samples: number[] = [];
  const database: Database = {
    ...office.database,
    async prepared(statement, values) {
      const started = now();
      const rows = await office.database.prepared(statement, values);
      samples.push(now() - started);
      return rows as never;
    },
  };
  const desk = createDesk(office.database);
  const reader = createTaskReadModel({ database, definitions: desk.definitions, clock: systemClock });
  const actors = new Map<string, Actor>();
  for (const { persona } of workers) actors.set(persona, await desk.actor(persona));
  const timed = async (pages: readonly Page[]): Promise<Summary> => {
    const read = async (index: number): Promise<void> => {
      const { worker, cursor } = pages[index % pages.length] as Page;
      const actor = actors.get(worker.persona) as Actor;
      const { items } = await reader.list(
        actor,
        { queue: 'unclaimed', limit: '50', ...(cursor ? { cursor } : {}) },
        'en',
      );
      if (items.length === 0) throw new Error('The page is empty');
    };
    for (let index = 0; index < 30; index += 1) await read(index);
    samples.length = 0;
    for (let index = 0; index < runs * ROUNDS; index += 1) await read(index);
    return bestRound(Array.from({ length: ROUNDS }, (_, round) => samples.slice(round * runs, (round + 1) * runs)));
  };
  return {
    first: await timed(await choosePages(office.database, workers, 0)),
    deep: await timed(await choosePages(office.database, workers, 20)),
  };
}

async function oursOverHttp(office: Office, workers: readonly QueueWorker[], runs: number): Promise<Summary> {
  const server = await startServer(office.url);
  try {
    const client = await server.signIn(workers[0]?.persona ?? '');
    const pages = [
      ...(await choosePages(office.database, workers.slice(0, 1), 0)),
      ...(await choosePages(office.database, workers.slice(0, 1), 20)),
    ];
    return await measureBest(ROUNDS, runs, async (index) => {
      const { cursor } = pages[index % pages.length] as Page;
      const query = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      expectStatus(await client.get(`/api/v1/tasks?queue=unclaimed&limit=50${query}`), 200);
    });
  } finally {
    await server.stop();
  }
}

async function peer(pool: Pool, database: Database, workers: readonly QueueWorker[], runs: number): Promise<Places> {
  const timed = (pages: readonly Page[]): Promise<Summary> =>
    measureBest(ROUNDS, runs, async (index) => {
      const { worker, offset } = pages[index % pages.length] as Page;
      if ((await listPeerTasks(pool, worker.queueIds, offset)) === 0) throw new Error('The page is empty');
    });
  return {
    first: await timed(await choosePages(database, workers, 0)),
    deep: await timed(await choosePages(database, workers, 20)),
  };
}

const show = ({ p50, p99 }: Summary): string => `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`;
const note = `A page of 50 of the unclaimed tasks of three queues, due first; p50 and p99 are those of the quickest of ${ROUNDS} rounds, of ours and of the peer. Ours is the read model's own statement: whose queues, rows with names of assignee and place, and the audit row of the reading, committed to disk. The peer is the SQL of Camunda 7's task query on its tables and indexes with the same tasks, without its REST layer, authorisation and audit. The peer's later pages are by offset, ours by keyset.`;

interface Layout {
  name: string;
  queues: number;
  goal: number;
}

async function measureLayout(
  context: BenchmarkContext,
  office: Office,
  pool: Pool,
  layout: Layout,
): Promise<Measurement[]> {
  const { quick, superuserUrl, log } = context;
  const [few, many] = quick ? [10_000, 100_000] : [10_000, 1_000_000];
  const runs = quick ? 50 : 200;
  const seeding = { database: office.database, superuserUrl };
  const small = await oursInDatabase(office, await seedQueues(seeding, few, layout.queues), runs);
  const workers = await seedQueues(seeding, many, layout.queues);
  const large = await oursInDatabase(office, workers, runs);
  const http = await oursOverHttp(office, workers, runs);
  log(`  ${layout.name}: ours first ${show(large.first)}, deep ${show(large.deep)}, over HTTP ${show(http)}`);
  await copyTasksToPeer(pool);
  const theirs = await peer(pool, office.database, workers, quick ? 2 : 5);
  const common = { goal: 'P7', note };
  const size = `${many.toLocaleString('en')} tasks in ${layout.name}`;
  const ratio = theirs.first.p50 / large.first.p50;
  const worst = Math.max(large.first.p99, large.deep.p99);
  const growth = large.first.p50 / small.first.p50;
  return [
    {
      ...common,
      what: `page of the task list, ${size}`,
      ours: `first ${show(large.first)}; later ${show(large.deep)}`,
      against: `Camunda 7's query: first p50 ${milliseconds(theirs.first.p50)}, later p50 ${milliseconds(theirs.deep.p50)}`,
      result: `${times(ratio)}, later pages ${times(theirs.deep.p50 / large.deep.p50)}`,
      wanted: `≥ ${layout.goal} ×`,
      reached: ratio >= layout.goal,
    },
    {
      ...common,
      what: `slowest pages in the database, ${layout.name}`,
      ours: `p99 ${milliseconds(worst)}`,
      against: 'the limit',
      result: milliseconds(worst),
      wanted: 'p99 ≤ 5 ms',
      reached: worst <= 5,
    },
    {
      ...common,
      what: `pages over HTTP, ${layout.name}`,
      ours: show(http),
      against: 'the limit',
      result: milliseconds(http.p99),
      wanted: 'p99 ≤ 50 ms',
      reached: http.p99 <= 50,
    },
    {
      ...common,
      what: `${many.toLocaleString('en')} against ${few.toLocaleString('en')} tasks, ${layout.name}`,
      ours: milliseconds(large.first.p50),
      against: milliseconds(small.first.p50),
      result: times(growth),
      wanted: '≤ 2 ×',
      reached: growth <= 2,
    },
  ];
}

/** A page of the task list at a million open tasks, against the query of Camunda 7 on the same tasks. */
export const p7TaskList: Benchmark = {
  name: 'p7',
  async run(context) {
    const office = await openOffice(context.ownerUrl, [{ key: 'chain', tasks: 8, assignment: 'starter' }]);
    const pool = openPool(context.ownerUrl, 2);
    try {
      const teams: Layout = { name: '200 queues of teams', queues: 200, goal: 20 };
      const departments: Layout = { name: '10 queues of departments', queues: 10, goal: 200 };
      return [
        ...(await measureLayout(context, office, pool, teams)),
        ...(await measureLayout(context, office, pool, departments)),
      ];
    } finally {
      await pool.end();
      await office.close();
    }
  },
};
