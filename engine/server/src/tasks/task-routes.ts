import type { TaskDelegationRequest } from '@esocial/contracts/generated/api-tasks-delegation-request.ts';
import type { TaskDraftRequest } from '@esocial/contracts/generated/api-tasks-draft-request.ts';
import type { TaskListQuery } from '@esocial/contracts/generated/api-tasks-query.ts';
import type { TaskSubmissionRequest } from '@esocial/contracts/generated/api-tasks-submission-request.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import { contract, defineRoute } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { ChangingDependencies } from '../process/changing.ts';
import { changing } from '../process/changing.ts';
import type { ProcessEngine } from '../process/process-engine.ts';
import { submitTask } from './submit-task.ts';
import type { TaskDetailDependencies } from './task-detail.ts';
import { getTaskDetail } from './task-detail.ts';
import type { DraftChange } from './merge-draft.ts';
import type { TaskReadModel } from './task-read-model.ts';
import type { TaskService } from './task-service.ts';

export interface TaskRouteDependencies extends TaskDetailDependencies, ChangingDependencies {
  readonly definitions: DefinitionReader;
  readonly engine: ProcessEngine;
  readonly tasks: TaskService;
  readonly taskReader: TaskReadModel;
}

export function createTaskRoutes(dependencies: TaskRouteDependencies): Route[] {
  const { tasks, taskReader } = dependencies;
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/tasks',
      operationId: 'listTasks',
      summary: 'A page of a queue of tasks, due first',
      policy: { action: 'task.list' },
      query: contract<TaskListQuery>('api-tasks-query'),
      responses: { 200: contract('api-tasks-list') },
      handle: async ({ actor, query, language }) => ({
        status: 200,
        body: await taskReader.list(actor, query, language),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/tasks/counters',
      operationId: 'countTasks',
      summary: 'How many tasks are in each queue, up to a cap',
      policy: { action: 'task.list' },
      responses: { 200: contract('api-tasks-counters') },
      handle: async ({ actor }) => ({ status: 200, body: await taskReader.counters(actor) }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/tasks/:id',
      operationId: 'getTask',
      summary: 'A task with its form, prefilled data, draft, case and deadline',
      policy: { action: 'task.read' },
      responses: { 200: contract('api-tasks-detail') },
      async handle({ actor, params, language }) {
        const body = await getTaskDetail(dependencies, actor, params.id, language);
        return { status: 200, body, etag: body.version };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/tasks/:id/claims',
      operationId: 'claimTask',
      summary: 'Takes an unclaimed task; 409 names who was first',
      policy: { action: 'task.claim' },
      responses: { 200: contract('api-tasks-item'), 409: contract('problem') },
      async handle({ actor, params, language }) {
        await changing(dependencies, (tell) => tasks.claim(actor, params.id, tell));
        const body = await taskReader.getItem(params.id, language);
        return { status: 200, body, etag: body.version };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/v1/tasks/:id/claims',
      operationId: 'releaseTask',
      summary: 'Gives a task back to its queue',
      policy: { action: 'task.release' },
      responses: { 200: contract('api-tasks-item') },
      async handle({ actor, params, language }) {
        await changing(dependencies, (tell) => tasks.release(actor, params.id, tell));
        const body = await taskReader.getItem(params.id, language);
        return { status: 200, body, etag: body.version };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/tasks/:id/delegations',
      operationId: 'delegateTask',
      summary: 'Hands a task to a colleague, with a reason',
      policy: { action: 'task.delegate' },
      body: contract<TaskDelegationRequest>('api-tasks-delegation-request'),
      responses: { 201: contract('api-tasks-item') },
      idempotent: true,
      mayRepeat: ({ actor, params }) => tasks.requireReadable(actor, params.id),
      async handle({ actor, params, body: request, language }) {
        await changing(dependencies, (tell) => tasks.delegate(actor, params.id, request, tell));
        const body = await taskReader.getItem(params.id, language);
        return { status: 201, body, etag: body.version };
      },
    }),
    ...draftRoutes(dependencies),
    defineRoute({
      method: 'post',
      path: '/api/v1/tasks/:id/submissions',
      operationId: 'submitTask',
      summary: 'Completes a task with its form',
      policy: { action: 'task.complete' },
      body: contract<TaskSubmissionRequest>('api-tasks-submission-request'),
      responses: { 201: contract('api-tasks-submission-reply'), 409: contract('problem'), 422: contract('problem') },
      idempotent: 'in-statement',
      async handle({ actor, params, body, idempotency }) {
        const submitted = await submitTask(dependencies, {
          actor,
          taskId: params.id,
          data: body.data as JsonObject,
          idempotency,
        });
        return { status: 201, body: submitted };
      },
    }),
  ];
}

function draftRoutes(dependencies: TaskRouteDependencies): Route[] {
  const { tasks } = dependencies;
  return [
    defineRoute({
      method: 'patch',
      path: '/api/v1/tasks/:id/draft',
      operationId: 'saveTaskDraft',
      summary: 'Saves what was typed, field by field; the assignee only',
      policy: { action: 'task.complete' },
      body: contract<TaskDraftRequest>('api-tasks-draft-request'),
      responses: { 200: contract('api-tasks-draft'), 409: contract('problem') },
      async handle({ actor, params, body }) {
        const saved = await changing(dependencies, () => tasks.saveDraft(actor, params.id, body as DraftChange));
        return { status: 200, body: saved };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/v1/tasks/:id/draft',
      operationId: 'removeTaskDraft',
      summary: 'Forgets what was typed',
      policy: { action: 'task.complete' },
      responses: { 204: null },
      async handle({ actor, params }) {
        await changing(dependencies, () => tasks.removeDraft(actor, params.id));
        return { status: 204 };
      },
    }),
  ];
}
