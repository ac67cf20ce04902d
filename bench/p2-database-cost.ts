import { Client } from 'pg';
import type { Pool } from 'pg';
import type { Benchmark, Measurement } from './benchmark.ts';
import { openPool } from './database.ts';
import { stepData } from './office/chain-content.ts';
import { completeAtFloor } from './office/completion-floor.ts';
import { createDesk } from './office/desk.ts';
import { openOffice } from './office/office.ts';
import type { Office } from './office/office.ts';
import { pickOpenTasks, seedCases } from './office/seed-cases.ts';
import type { OpenTask } from './office/seed-cases.ts';
import { expectStatus, startServer } from './office/server.ts';
import type { HttpClient } from './office/server.ts';
import { databaseUse, idleStatements } from './office/wal.ts';
import type { DatabaseUse } from './office/wal.ts';
import { startDbosPeer } from './peer-dbos.ts';

const LONG = 60;

interface Submitted {
  next: { taskId?: string };
}

async function submit(client: HttpClient, taskId: string): Promise<string | undefined> {
  const reply = await client.post<Submitted>(`/api/v1/tasks/${taskId}/submissions`, { data: stepData });
  return expectStatus(reply, 201).next.taskId;
}

const perStep = (use: DatabaseUse, steps: number): DatabaseUse => ({
  roundTrips: use.roundTrips / steps,
  commits: use.commits / steps,
  bytes: use.bytes / steps,
});

/** The server that is measured: its database, its people, and what it sends by itself. */
interface Site {
  superuser: Client;
  clients: Map<string, HttpClient>;
  idle: readonly string[];
}

/** One completion after the other, each by the client of its assignee. */
async function ours({ superuser, clients, idle }: Site, tasks: readonly OpenTask[]): Promise<DatabaseUse> {
  const work = async (): Promise<void> => {
    for (const { taskId, persona } of tasks) await submit(clients.get(persona) as HttpClient, taskId);
  };
  return perStep(await databaseUse(superuser, work, idle), tasks.length);
}

async function floor(superuser: Client, pool: Pool, tasks: readonly OpenTask[]): Promise<DatabaseUse> {
  const work = async (): Promise<void> => {
    for (const task of tasks) await completeAtFloor(pool, task);
  };
  return perStep(await databaseUse(superuser, work), tasks.length);
}

/** What the first and the last ten steps of some long processes cost. */
async function alongChains({ superuser, clients, idle }: Site, firstTasks: readonly string[]): Promise<DatabaseUse[]> {
  const client = clients.get('clerk-0') as HttpClient;
  const next = [...firstTasks];
  const stretch = async (steps: number): Promise<DatabaseUse> => {
    const work = async (): Promise<void> => {
      for (let step = 0; step < steps; step += 1)
        for (const [index, taskId] of next.entries()) next[index] = (await submit(client, taskId)) ?? '';
    };
    return perStep(await databaseUse(superuser, work, idle), steps * next.length);
  };
  await stretch(1);
  const early = await stretch(10);
  await stretch(LONG - 22);
  return [early, await stretch(10)];
}

async function peer(superuser: Client, ownerUrl: string, steps: number): Promise<DatabaseUse> {
  const dbos = await startDbosPeer(ownerUrl);
  try {
    const id = await dbos.start();
    for (let index = 0; index < 5; index += 1) await dbos.complete(id, index);
    const work = async (): Promise<void> => {
      for (let index = 0; index < steps; index += 1) await dbos.complete(id, 10 + index);
    };
    return perStep(await databaseUse(superuser, work), steps);
  } finally {
    await dbos.stop();
  }
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} kB`;
const count = (value: number): string => value.toFixed(2);
const note =
  'Per completion, one after the other over HTTP, after the session check. Round trips are the statements that PostgreSQL counted without those that the idle server sends too (of DBOS all are counted), commits those that wrote something (read from the write-ahead log, notifications included), bytes without full-page images. The third round trip asks whether another server process has to be told. DBOS receives a message and writes one record in a step: no form, audit, task list or deadline.';

interface Results {
  ours: DatabaseUse;
  floor: DatabaseUse;
  dbos: DatabaseUse;
  early: DatabaseUse;
  late: DatabaseUse;
}

function describe({ ours: own, floor: least, dbos, early, late }: Results): Measurement[] {
  const shared = { goal: 'P2', note };
  const growth = late.bytes / early.bytes;
  return [
    {
      ...shared,
      what: 'round trips of a completion',
      ours: count(own.roundTrips),
      against: `DBOS ${count(dbos.roundTrips)}`,
      result: count(own.roundTrips),
      wanted: '≤ 3',
      reached: own.roundTrips <= 3,
    },
    {
      ...shared,
      what: 'commits of a completion',
      ours: count(own.commits),
      against: `DBOS ${count(dbos.commits)}`,
      result: count(own.commits),
      wanted: '1',
      reached: own.commits < 1.05,
    },
    {
      ...shared,
      what: 'write-ahead log of a completion',
      ours: kilobytes(own.bytes),
      against: `floor ${kilobytes(least.bytes)}, DBOS ${kilobytes(dbos.bytes)}`,
      result: `${(own.bytes / least.bytes).toFixed(2)} ×`,
      wanted: '≤ 1.5 ×',
      reached: own.bytes <= 1.5 * least.bytes,
    },
    {
      ...shared,
      what: `log of the last ten of ${LONG} steps against the first ten, five cases`,
      ours: kilobytes(late.bytes),
      against: kilobytes(early.bytes),
      result: `${growth.toFixed(2)} ×, round trips ${count(late.roundTrips)} and ${count(early.roundTrips)}`,
      wanted: 'constant (≤ 1.1 ×)',
      reached: growth <= 1.1,
    },
  ];
}

async function measureOffice(office: Office, superuser: Client, steps: number, longTasks: string[]) {
  const tasks = await pickOpenTasks(office, steps * 4);
  const pool = openPool(office.url, 1);
  const server = await startServer(office.url);
  try {
    const clients = new Map<string, HttpClient>();
    for (const persona of new Set(['clerk-0', ...tasks.map((task) => task.persona)]))
      clients.set(persona, await server.signIn(persona));
    const site: Site = { superuser, clients, idle: await idleStatements(superuser, 6_000) };
    await ours(site, tasks.splice(0, steps));
    await floor(superuser, pool, tasks.splice(0, steps));
    const own = await ours(site, tasks.splice(0, steps));
    const least = await floor(superuser, pool, tasks.splice(0, steps));
    const [early, late] = await alongChains(site, longTasks);
    return { ours: own, floor: least, early: early as DatabaseUse, late: late as DatabaseUse };
  } finally {
    await server.stop();
    await pool.end();
  }
}

/** Round trips, commits and log of a completion, against DBOS and against the same rows by one statement. */
export const p2DatabaseCost: Benchmark = {
  name: 'p2',
  async run({ ownerUrl, superuserUrl, quick }) {
    const steps = quick ? 100 : 500;
    const office = await openOffice(ownerUrl, [
      { key: 'chain', tasks: 8, assignment: 'starter' },
      { key: 'long', tasks: LONG, assignment: 'starter' },
    ]);
    const superuser = new Client({ connectionString: superuserUrl });
    await superuser.connect();
    try {
      const desk = createDesk(office.database);
      const actor = await desk.actor('clerk-0');
      const { caseId } = await desk.start('chain', actor);
      const long: string[] = [];
      for (let index = 0; index < 5; index += 1) long.push((await desk.start('long', actor)).next.taskId ?? '');
      await seedCases({ superuserUrl, templateCaseId: caseId }, 0, 5_000);
      const measured = await measureOffice(office, superuser, steps, long);
      const dbos = await peer(superuser, ownerUrl, steps);
      return describe({ ...measured, dbos });
    } finally {
      await superuser.end();
      await office.close();
    }
  },
};
