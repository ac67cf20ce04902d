import type { CaseActivityRequest } from '@esocial/contracts/generated/api-cases-activity-request.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import { contract, defineRoute } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { ChangingDependencies } from '../process/changing.ts';
import { changing } from '../process/changing.ts';
import type { ProcessEngine } from '../process/process-engine.ts';
import { requireCase } from './case-access.ts';
import { startActivity } from './case-activities.ts';

export interface ActivityRouteDependencies extends ChangingDependencies {
  readonly definitions: DefinitionReader;
  readonly engine: ProcessEngine;
}

export function createActivityRoutes(dependencies: ActivityRouteDependencies): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/v1/cases/:id/activities',
      operationId: 'startCaseActivity',
      summary: 'Starts an activity that an ad-hoc sub-process of the case offers',
      policy: { action: 'task.complete' },
      body: contract<CaseActivityRequest>('api-cases-activity-request'),
      responses: { 201: contract('api-cases-activity'), 409: contract('problem') },
      idempotent: true,
      mayRepeat: ({ actor, params }) => requireCase(dependencies.database, actor, params.id, 'task.complete'),
      handle: async ({ actor, params, body }) => ({
        status: 201,
        body: await changing(dependencies, () => startActivity(dependencies, actor, params.id, body)),
      }),
    }),
  ];
}
