import { requireCase } from '../../cases/case-access.ts';
import type { Database } from '../../database/database.ts';
import { contract, defineRoute } from '../../http/route.ts';
import type { Route } from '../../http/route.ts';
import type { BrokerHealth } from './broker-health.ts';
import { createNextTaskReadModel } from './next-task-read-model.ts';

export interface BrokerRouteDependencies {
  readonly database: Database;
  /** Undefined: the embedded engine alone, which is never away. */
  readonly health: BrokerHealth | undefined;
}

const embedded = { engine: 'embedded', state: 'ready', commandsWaiting: 0, partitions: [] } as const;

/** What screens ask while a broker decides. */
export function createBrokerRoutes({ database, health }: BrokerRouteDependencies): Route[] {
  const nextTasks = createNextTaskReadModel(database);
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/process-engine',
      operationId: 'getProcessEngine',
      summary: 'Whether the process engine can be reached, and how far its stream has come',
      policy: 'signed-in',
      responses: { 200: contract('api-process-engine') },
      handle: async () => ({
        status: 200,
        body: health ? { engine: 'zeebe', ...(await health.status()) } : embedded,
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/cases/:id/next-task',
      operationId: 'getNextTask',
      summary: 'The task of a case with which the person can go on',
      policy: { action: 'case.read' },
      responses: { 200: contract('api-cases-next-task') },
      async handle({ actor, params }) {
        await requireCase(database, actor, params.id, 'case.read');
        return { status: 200, body: { ...(await nextTasks.find(actor, params.id)) } };
      },
    }),
  ];
}
