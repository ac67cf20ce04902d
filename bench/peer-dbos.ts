import { DBOS } from '@dbos-inc/dbos-sdk';
import { Pool } from 'pg';
import { countingClient } from './counting-client.ts';
import type { StatementCounts } from './counting-client.ts';

const silent = { info: () => undefined, debug: () => undefined, warn: () => undefined, error: () => undefined };

export interface DbosPeer {
  readonly counts: StatementCounts;
  /** Starts a workflow that waits for its first completion; returns its id. */
  start(): Promise<string>;
  /** Sends a completion and waits until the workflow has written its row. */
  complete(workflowId: string, number: number): Promise<void>;
  /** Runs a workflow of as many steps in a row that each write their row; it waits for nothing. */
  runSteps(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** DBOS doing the least that compares: receive a completion, write one record in a step, wait for the next. */
export async function startDbosPeer(databaseUrl: string, connections = 10): Promise<DbosPeer> {
  const counts: StatementCounts = { statements: 0 };
  const data = new Pool({ connectionString: databaseUrl, max: connections });
  await data.query('create table dbos_records (id uuid primary key, workflow text, data jsonb)');
  const waiting = new Map<string, () => void>();

  async function writeRecord(submission: object): Promise<void> {
    counts.statements += 1;
    await data.query('insert into dbos_records values ($1, $2, $3)', [
      crypto.randomUUID(),
      DBOS.workflowID,
      JSON.stringify(submission),
    ]);
  }

  async function procedure(): Promise<void> {
    for (;;) {
      const submission = await DBOS.recv<{ number: number; last?: boolean }>('completion', 3600);
      if (!submission || submission.last) return;
      await DBOS.runStep(() => writeRecord(submission), { name: 'record' });
      waiting.get(`${DBOS.workflowID}:${submission.number}`)?.();
    }
  }

  async function steps(count: number): Promise<void> {
    for (let number = 0; number < count; number += 1)
      await DBOS.runStep(() => writeRecord({ number }), { name: 'record' });
  }

  const workflow = DBOS.registerWorkflow(procedure, { name: 'procedure' });
  const stretch = DBOS.registerWorkflow(steps, { name: 'steps' });
  const system = new Pool({ connectionString: databaseUrl, max: connections, Client: countingClient(counts) });
  system.on('error', () => undefined);
  DBOS.setConfig({ name: 'peer', systemDatabaseUrl: databaseUrl, systemDatabasePool: system, logger: silent });
  await DBOS.launch();
  const started: string[] = [];

  return {
    counts,
    async start() {
      const handle = await DBOS.startWorkflow(workflow)();
      started.push(handle.workflowID);
      return handle.workflowID;
    },
    async complete(workflowId, number) {
      const done = new Promise<void>((resolve) => waiting.set(`${workflowId}:${number}`, resolve));
      await DBOS.send(workflowId, { number }, 'completion');
      await done;
    },
    async runSteps(count) {
      await (await DBOS.startWorkflow(stretch)(count)).getResult();
    },
    async stop() {
      for (const id of started) await DBOS.send(id, { last: true }, 'completion');
      await DBOS.shutdown();
      await data.end();
    },
  };
}
