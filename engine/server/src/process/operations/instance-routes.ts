import type { ProcessInstanceQuery } from '@esocial/contracts/generated/api-process-instances-query.ts';
import type { ProcessStepQuery } from '@esocial/contracts/generated/api-process-instances-steps-query.ts';
import type { ProcessSummaryQuery } from '@esocial/contracts/generated/api-process-instances-summary-query.ts';
import { contract, defineRoute } from '../../http/route.ts';
import type { Route } from '../../http/route.ts';
import type { createInstanceListReadModel } from './instance-list-read-model.ts';
import type { InstanceReadModel } from './instance-read-model.ts';
import type { createSummaryReadModel } from './summary-read-model.ts';

export interface InstanceRouteDependencies {
  readonly instances: InstanceReadModel;
  readonly instanceList: ReturnType<typeof createInstanceListReadModel>;
  readonly summary: ReturnType<typeof createSummaryReadModel>;
}

/** Where processes are. */
export function createInstanceRoutes({ instances, instanceList, summary }: InstanceRouteDependencies): Route[] {
  const policy = { action: 'process.read' };
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/process-instances',
      operationId: 'listProcessInstances',
      summary: 'Process instances by workflow version, state, element and incidents, the newest first',
      policy,
      query: contract<ProcessInstanceQuery>('api-process-instances-query'),
      responses: { 200: contract('api-process-instances-list') },
      handle: async ({ actor, query, language }) => ({
        status: 200,
        body: await instanceList.list(actor, query, language),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/process-instances/summary',
      operationId: 'summariseProcessInstances',
      summary: 'How many process instances there are by workflow version, and by element of one version',
      policy,
      query: contract<ProcessSummaryQuery>('api-process-instances-summary-query'),
      responses: { 200: contract('api-process-instances-summary') },
      handle: async ({ actor, query, language }) => ({
        status: 200,
        body: await summary.summarise(actor, query, language),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/process-instances/:id',
      operationId: 'getProcessInstance',
      summary: 'Where a process instance is and what it waits for',
      policy,
      responses: { 200: contract('api-process-instances-view') },
      async handle({ actor, params, language }) {
        const body = await instances.get(actor, params.id, language);
        return { status: 200, body, etag: body.version };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/process-instances/:id/steps',
      operationId: 'listProcessSteps',
      summary: 'The steps of a process instance, the newest first',
      policy,
      query: contract<ProcessStepQuery>('api-process-instances-steps-query'),
      responses: { 200: contract('api-process-instances-steps') },
      handle: async ({ actor, params, query }) => ({
        status: 200,
        body: await instances.listSteps(actor, params.id, query),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/process-instances/:id/variables',
      operationId: 'getProcessVariables',
      summary: 'The variables of a process instance by scope',
      policy: { action: 'process.variables' },
      responses: { 200: contract('api-process-instances-variables') },
      async handle({ actor, params, language }) {
        const body = await instances.getVariables(actor, params.id, language);
        return { status: 200, body, etag: body.version };
      },
    }),
  ];
}
