import type { TaskReassignmentReply } from '@esocial/contracts/generated/api-supervision-reassignment-reply.ts';
import type { TaskReassignmentRequest } from '@esocial/contracts/generated/api-supervision-reassignment-request.ts';
import type { SupervisionTaskQuery } from '@esocial/contracts/generated/api-supervision-tasks-query.ts';
import type { TaskReassignmentUndoRequest } from '@esocial/contracts/generated/api-supervision-undo-request.ts';
import { contract, defineRoute } from '../http/route.ts';
import type { Route, RouteReply } from '../http/route.ts';
import type { ChangingDependencies } from '../process/changing.ts';
import { changing } from '../process/changing.ts';
import type { ReassignmentService } from '../tasks/reassignment-service.ts';
import type { SupervisionReadModel } from './supervision-read-model.ts';

export interface SupervisionRouteDependencies extends ChangingDependencies {
  readonly supervision: SupervisionReadModel;
  readonly reassignments: ReassignmentService;
}

export function createSupervisionRoutes(dependencies: SupervisionRouteDependencies): Route[] {
  const { supervision, reassignments } = dependencies;
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/supervision/summary',
      operationId: 'getSupervisionSummary',
      summary: 'Overdue, at risk and unclaimed, by worker and office',
      policy: { action: 'supervision.read' },
      responses: { 200: contract('api-supervision-summary') },
      handle: async ({ actor }) => ({ status: 200, body: await supervision.summary(actor) }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/supervision/tasks',
      operationId: 'listSupervisedTasks',
      summary: 'Open tasks of the supervised offices, due first',
      policy: { action: 'supervision.read' },
      query: contract<SupervisionTaskQuery>('api-supervision-tasks-query'),
      responses: { 200: contract('api-tasks-list') },
      handle: async ({ actor, query, language }) => ({
        status: 200,
        body: await supervision.listTasks(actor, query, language),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/task-reassignments',
      operationId: 'reassignTasks',
      summary: 'Gives tasks to a colleague or back to their queues; answers with a token to undo it',
      policy: { action: 'task.reassign' },
      body: contract<TaskReassignmentRequest>('api-supervision-reassignment-request'),
      responses: { 201: contract('api-supervision-reassignment-reply') },
      idempotent: true,
      mayRepeat: ({ actor, body }, earlier) => reassignments.requireReach(actor, reassigned(body, earlier)),
      handle: async ({ actor, body }) => ({
        status: 201,
        body: await changing(dependencies, (tell) => reassignments.reassign(actor, body, tell)),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/task-reassignments/undos',
      operationId: 'undoTaskReassignment',
      summary: 'Takes a reassignment back',
      policy: { action: 'task.reassign' },
      body: contract<TaskReassignmentUndoRequest>('api-supervision-undo-request'),
      responses: { 201: contract('api-supervision-reassignment-reply'), 409: contract('problem') },
      idempotent: true,
      mayRepeat: ({ actor, body }) => reassignments.requireReachOf(actor, body.undoToken),
      handle: async ({ actor, body }) => ({
        status: 201,
        body: await changing(dependencies, (tell) => reassignments.undo(actor, body.undoToken, tell)),
      }),
    }),
  ];
}

/** The tasks of a request that were given away; the others were refused one by one. */
function reassigned({ taskIds }: TaskReassignmentRequest, { body }: RouteReply): string[] {
  const { refused } = body as TaskReassignmentReply;
  return taskIds.filter((id) => !refused.some(({ taskId }) => taskId === id));
}
