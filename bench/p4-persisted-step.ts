import type { Pool } from 'pg';
import type { Benchmark, Measurement } from './benchmark.ts';
import { openPool } from './database.ts';
import { createDesk } from './office/desk.ts';
import type { Desk, OpenStep } from './office/desk.ts';
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

/** Milliseconds of each step of the process engine along one case of the chain. */
async function stepsAlongChain(desk: Desk, tasks: number): Promise<number[]> {
  const actor = await desk.actor('clerk-0');
  const samples: number[] = [];
  const { next } = await desk.start(`plain-${tasks}`, actor);
  let open: OpenStep | undefined = next.taskId ? await desk.openStep(next.taskId) : undefined;
  while (open) {
    const current: OpenStep = open;
    samples.push(await timed(async () => (open = await desk.step(current, actor))));
  }
  if (samples.length !== tasks) throw new Error(`A chain of ${tasks} took ${samples.length} steps`);
  return samples;
}

/** Milliseconds of each whole completion along one case of the chain. */
async function completionsAlongChain(desk: Desk, tasks: number): Promise<number[]> {
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

/** Milliseconds of one row inserted and committed: no durable step can be quicker. */
async function bareCommits(pool: Pool): Promise<number[]> {
  await pool.query('create table if not exists bare_commit (id uuid primary key, state jsonb not null)');
  const insert = { name: 'bare', text: 'insert into bare_commit values ($1, $2)' };
  return repeat(100, async () => [await timed(() => pool.query({ ...insert, values: [crypto.randomUUID(), '{}'] }))]);
}

interface Costs {
  /** The engine's step. */
  step: number;
  /** The whole completion below HTTP. */
  completion: number;
  peer: number;
  /** One row, committed. */
  floor: number;
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

/** Median cost in the quickest round of each, measured in turn. */
async function compare(desk: Desk, pool: Pool, { tasks, rounds, chains }: Load): Promise<Costs> {
  const samples: Record<keyof Costs, number[][]> = { step: [], completion: [], peer: [], floor: [] };
  await completionsAlongChain(desk, LARGE);
  await stepsAlongChain(desk, LARGE);
  await peerAlongChain(pool, SMALL);
  for (let round = 0; round < rounds; round += 1) {
    samples.step.push(await repeat(chains, () => stepsAlongChain(desk, tasks)));
    samples.peer.push(await repeat(chains, () => peerAlongChain(pool, tasks)));
    samples.completion.push(await repeat(chains, () => completionsAlongChain(desk, tasks)));
    samples.floor.push(await bareCommits(pool));
  }
  return {
    step: bestRound(samples.step).p50,
    completion: bestRound(samples.completion).p50,
    peer: bestRound(samples.peer).p50,
    floor: bestRound(samples.floor).p50,
  };
}

const notes = {
  step: 'One step at a time, ours and the peer in turn, median of the quickest round of each; commit on disk in both. Ours loads the instance with its case, advances it and commits state, history, the completed and the next task; these tasks have no deadline. The peer (bpmn-engine) loads its state, recovers, signals and saves it in one row: no task list, no history.',
  completion:
    'The same chain through everything that a completion does below HTTP: access, validation, record, audit, deadlines and timeline besides the step. The peer does none of these.',
};

function against(kind: 'step' | 'completion', costs: Costs, tasks: number, goal: number): Measurement {
  const ratio = costs.peer / costs[kind];
  return {
    goal: 'P4',
    what: `a ${kind === 'step' ? 'persisted process step' : 'whole completion'} in a chain of ${tasks} user tasks`,
    ours: milliseconds(costs[kind]),
    against: `bpmn-engine ${milliseconds(costs.peer)}, one bare commit ${milliseconds(costs.floor)}`,
    result: times(ratio),
    wanted: kind === 'step' ? `≥ ${goal} ×` : 'no goal',
    reached: kind === 'step' ? ratio >= goal : true,
    note: notes[kind],
  };
}

/** A step of the embedded engine against bpmn-engine with its state in PostgreSQL, and how it grows with the process. */
export const p4PersistedStep: Benchmark = {
  name: 'p4',
  async run({ ownerUrl, quick }) {
    const chain = (tasks: number) => ({ key: `chain-${tasks}`, tasks, assignment: 'starter' }) as const;
    const plain = (tasks: number) => ({ ...chain(tasks), key: `plain-${tasks}`, unlimited: true });
    const office = await openOffice(
      ownerUrl,
      [SMALL, LARGE].flatMap((tasks) => [chain(tasks), plain(tasks)]),
    );
    const pool = openPool(ownerUrl, 4);
    try {
      const desk = createDesk(office.database);
      const small = await compare(desk, pool, { tasks: SMALL, rounds: quick ? 3 : 10, chains: 6 });
      const large = await compare(desk, pool, { tasks: LARGE, rounds: quick ? 2 : 8, chains: 1 });
      const growth = large.step / small.step;
      return [
        against('step', small, SMALL, 6),
        against('step', large, LARGE, 20),
        against('completion', small, SMALL, 6),
        against('completion', large, LARGE, 20),
        {
          goal: 'P4',
          what: `cost of a step, ${LARGE} against ${SMALL} tasks`,
          ours: times(growth),
          against: `bpmn-engine ${times(large.peer / small.peer)}`,
          result: times(growth),
          wanted: '≤ 1.15 ×',
          reached: growth <= 1.15,
          note: notes.step,
        },
      ];
    } finally {
      await pool.end();
      await office.close();
    }
  },
};
