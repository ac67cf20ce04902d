import type { Pool } from 'pg';
import type { Benchmark, Measurement } from './benchmark.ts';
import { openPool } from './database.ts';
import { createDesk } from './office/desk.ts';
import type { Desk } from './office/desk.ts';
import { openOffice } from './office/office.ts';
import { chainOfTasks, createBpmnEnginePeer } from './peer-bpmn-engine.ts';
import { bestRound, milliseconds, now, times } from './statistics.ts';

const SMALL = 4;
const LARGE = 60;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = now();
  await work();
  return now() - started;
}

/** Milliseconds of each completion along one case of the chain. */
async function oursAlongChain(desk: Desk, tasks: number): Promise<number[]> {
  const actor = await desk.actor('clerk-0');
  const samples: number[] = [];
  let { next } = await desk.start(`chain-${tasks}`, actor);
  while (next.taskId) {
    const { taskId } = next;
    samples.push(await timed(async () => ({ next } = await desk.submit(taskId, actor))));
  }
  if (samples.length !== tasks) throw new Error(`A chain of ${tasks} took ${samples.length} completions`);
  return samples;
}

async function peerAlongChain(pool: Pool, tasks: number): Promise<number[]> {
  const peer = createBpmnEnginePeer(pool);
  await peer.start(chainOfTasks(tasks));
  const samples: number[] = [];
  for (let index = 0; index < tasks; index += 1) samples.push(await timed(() => peer.step()));
  return samples;
}

interface Costs {
  ours: number;
  peer: number;
}

interface Load {
  tasks: number;
  rounds: number;
  /** Cases in each round. */
  chains: number;
}

async function repeat(chains: number, chain: () => Promise<number[]>): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 0; index < chains; index += 1) samples.push(...(await chain()));
  return samples;
}

/** Median cost of a step in the quickest round, ours and the peer's in turn. */
async function compare(desk: Desk, pool: Pool, { tasks, rounds, chains }: Load): Promise<Costs> {
  const samples: { ours: number[][]; peer: number[][] } = { ours: [], peer: [] };
  await oursAlongChain(desk, LARGE);
  await peerAlongChain(pool, SMALL);
  for (let round = 0; round < rounds; round += 1) {
    samples.ours.push(await repeat(chains, () => oursAlongChain(desk, tasks)));
    samples.peer.push(await repeat(chains, () => peerAlongChain(pool, tasks)));
  }
  return { ours: bestRound(samples.ours).p50, peer: bestRound(samples.peer).p50 };
}

const note =
  'One completion at a time, ours and the peer in turn, median of the quickest round of each; commit on disk in both. Ours is all that a completion does below HTTP: load, access, validation, record, audit, process step, next task with its deadline, timeline. The peer (bpmn-engine) loads its state, recovers, signals and saves it in one row: no form, record, audit, task list or deadline.';

function against({ ours, peer }: Costs, tasks: number, goal: number): Measurement {
  return {
    goal: 'P4',
    what: `a persisted step in a chain of ${tasks} user tasks`,
    ours: milliseconds(ours),
    against: `bpmn-engine ${milliseconds(peer)}`,
    result: times(peer / ours),
    wanted: `≥ ${goal} ×`,
    reached: peer / ours >= goal,
    note,
  };
}

/** A step of the embedded engine against bpmn-engine with its state in PostgreSQL, and how it grows with the process. */
export const p4PersistedStep: Benchmark = {
  name: 'p4',
  async run({ ownerUrl, quick }) {
    const chain = (tasks: number) => ({ key: `chain-${tasks}`, tasks, assignment: 'starter' }) as const;
    const office = await openOffice(ownerUrl, [chain(SMALL), chain(LARGE)]);
    const pool = openPool(ownerUrl, 4);
    try {
      const desk = createDesk(office.database);
      const small = await compare(desk, pool, { tasks: SMALL, rounds: quick ? 3 : 10, chains: 6 });
      const large = await compare(desk, pool, { tasks: LARGE, rounds: quick ? 2 : 8, chains: 1 });
      const growth = large.ours / small.ours;
      return [
        against(small, SMALL, 6),
        against(large, LARGE, 20),
        {
          goal: 'P4',
          what: `cost of a step, ${LARGE} against ${SMALL} tasks`,
          ours: times(growth),
          against: `bpmn-engine ${times(large.peer / small.peer)}`,
          result: times(growth),
          wanted: '≤ 1.15 ×',
          reached: growth <= 1.15,
          note,
        },
      ];
    } finally {
      await pool.end();
      await office.close();
    }
  },
};
