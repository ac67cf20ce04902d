import { request } from 'node:http';
import type { Benchmark, Measurement } from './benchmark.ts';
import { stepData } from './office/chain-content.ts';
import { createDesk } from './office/desk.ts';
import { openOffice } from './office/office.ts';
import type { Office } from './office/office.ts';
import { pickOpenTasks, seedCases } from './office/seed-cases.ts';
import { expectStatus, startServer } from './office/server.ts';
import type { BenchmarkServer, HttpClient } from './office/server.ts';
import { milliseconds, summarise } from './statistics.ts';

const CLIENTS = 4;

interface ListedTasks {
  items: { id: string; caseId: string }[];
}

interface LiveEvent {
  type: string;
  caseId?: string;
}

/** Wall-clock milliseconds, finer than Date.now(). */
const wallClock = (): number => performance.timeOrigin + performance.now();

/** Keeps a stream of server-sent events open; notes when each case was first told of. */
async function listen(
  server: BenchmarkServer,
  cookie: string,
): Promise<{ heard: Map<string, number>; close: () => void }> {
  const heard = new Map<string, number>();
  return new Promise((resolve, reject) => {
    const sent = request(`${server.address}/api/v1/events`, { headers: { cookie } }, (response) => {
      let rest = '';
      response.on('data', (chunk: Buffer) => {
        const at = wallClock();
        const lines = (rest + chunk.toString()).split('\n\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          if (!line.startsWith('data: ')) continue;
          const event = JSON.parse(line.slice(6)) as LiveEvent;
          if (event.type === 'tasks.changed' && event.caseId && !heard.has(event.caseId)) heard.set(event.caseId, at);
        }
      });
      response.on('error', () => undefined);
      resolve({ heard, close: () => sent.destroy() });
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Completes every task and, with the answer in hand, looks into the other people's list; gives how often it was stale. */
async function completeAndLook(server: BenchmarkServer, office: Office, total: number): Promise<number> {
  const tasks = await pickOpenTasks(office, total);
  if (tasks.length < total) throw new Error(`There are only ${tasks.length} open tasks`);
  const clerks = new Map<string, HttpClient>();
  for (const persona of new Set(tasks.map((task) => task.persona))) clerks.set(persona, await server.signIn(persona));
  const reviewers = await Promise.all(
    Array.from({ length: CLIENTS }, (_, index) => server.signIn(`reviewer-${index + 1}`)),
  );
  let stale = 0;
  const work = async (reviewer: HttpClient): Promise<void> => {
    for (let task = tasks.pop(); task; task = tasks.pop()) {
      const { caseId, taskId, persona } = task;
      const clerk = clerks.get(persona) as HttpClient;
      expectStatus(await clerk.post(`/api/v1/tasks/${taskId}/submissions`, { data: stepData }), 201);
      const list = await reviewer.get<ListedTasks>('/api/v1/tasks?queue=unclaimed&sort=-due&limit=20');
      if (!expectStatus(list, 200).items.some((item) => item.caseId === caseId)) stale += 1;
    }
  };
  await Promise.all(reviewers.map(work));
  return stale;
}

async function commitTimes({ database }: Office): Promise<Map<string, number>> {
  const rows = await database.query<{ caseId: string; at: string }>(
    `select case_id as "caseId", (extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000)::text as at
     from tasks where element_id = 'Task_1'`,
  );
  return new Map(rows.map(({ caseId, at }) => [caseId, Number(at)]));
}

/** The next task is in the next person's list with the answer, and their open screen is told soon after. */
export const p6NextTask: Benchmark = {
  name: 'p6',
  async run({ ownerUrl, superuserUrl, quick }): Promise<Measurement[]> {
    const total = quick ? 1_000 : 10_000;
    const office = await openOffice(ownerUrl, [{ key: 'relay', tasks: 2, assignment: 'alternating' }]);
    const desk = createDesk(office.database);
    const { caseId } = await desk.start('relay', await desk.actor('clerk-0'));
    await seedCases({ superuserUrl, templateCaseId: caseId }, 0, total);
    const server = await startServer(office.url);
    try {
      const { heard, close } = await listen(server, (await server.signIn('reviewer-0')).cookie);
      const stale = await completeAndLook(server, office, total);
      await new Promise((resolve) => setTimeout(resolve, 500));
      close();
      const committed = [...(await commitTimes(office))];
      const delays = committed.flatMap(([id, at]) => (heard.has(id) ? [(heard.get(id) as number) - at] : []));
      const { p50, p99 } = summarise(delays);
      const lost = committed.length - delays.length;
      const note = `${CLIENTS} pairs of a clerk who completes and a reviewer who looks at the unclaimed tasks, the newest due first, as soon as the clerk has the answer. The time begins at PostgreSQL's commit timestamp, which is before the flush to disk.`;
      return [
        {
          goal: 'P6',
          what: `next task missing in the next person's list, ${total.toLocaleString('en')} completions`,
          ours: `${stale} stale`,
          against: 'the answer of the completion',
          result: String(stale),
          wanted: '0',
          reached: stale === 0,
          note,
        },
        {
          goal: 'P6',
          what: 'from commit to the event on an open screen',
          ours: `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}, ${lost} not heard`,
          against: 'the limit',
          result: milliseconds(p99),
          wanted: 'p99 ≤ 25 ms',
          reached: p99 <= 25 && lost === 0,
          note,
        },
      ];
    } finally {
      await server.stop();
      await office.close();
    }
  },
};
