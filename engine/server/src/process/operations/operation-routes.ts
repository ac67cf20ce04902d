import type { ProcessModificationRequest } from '@esocial/contracts/generated/api-process-instances-modification-request.ts';
import type { ProcessReasonRequest } from '@esocial/contracts/generated/api-process-instances-reason-request.ts';
import type { ProcessVariablesRequest } from '@esocial/contracts/generated/api-process-instances-variables-request.ts';
import type { SignalBroadcastRequest } from '@esocial/contracts/generated/api-signals-broadcast-request.ts';
import { contract, defineRoute } from '../../http/route.ts';
import type { Route, RouteReply, RouteRequest } from '../../http/route.ts';
import type { ChangingDependencies } from '../changing.ts';
import { changing } from '../changing.ts';
import type { InstanceReadModel } from './instance-read-model.ts';
import type { OperationsService, Target } from './operations-service.ts';

export interface OperationRouteDependencies extends ChangingDependencies {
  readonly instances: InstanceReadModel;
  readonly operations: OperationsService;
}

type InstanceRequest<Body> = RouteRequest<{ readonly id: string }, unknown, Body>;

/** What people may do to running processes; each answers with where the instance is after it. */
export function createOperationRoutes(dependencies: OperationRouteDependencies): Route[] {
  const { instances, operations } = dependencies;
  const policy = { action: 'process.manage' };
  const edits = { policy, ifMatch: 'required' } as const;
  const view = contract('api-process-instances-view');
  const problems = { 409: contract('problem'), 412: contract('problem') };
  const made = { 201: view, ...problems };
  const posts = { idempotent: true, mayRepeat } as const;
  const because = contract<ProcessReasonRequest>('api-process-instances-reason-request');

  function mayRepeat({ actor, params, language }: InstanceRequest<unknown>): Promise<unknown> {
    return instances.get(actor, params.id, language);
  }

  /** One unit of work: the change, and how the instance stands then. */
  async function change<Body>(
    { actor, params, ifMatch, language, body }: InstanceRequest<Body>,
    status: number,
    work: (target: Target, body: Body) => Promise<void>,
  ): Promise<RouteReply> {
    return changing(dependencies, async () => {
      await work({ instanceId: params.id, version: ifMatch }, body);
      const after = await instances.get(actor, params.id, language);
      return { status, body: after, etag: after.version };
    });
  }

  return [
    defineRoute({
      ...{ method: 'post', path: '/api/v1/process-instances/:id/modifications', operationId: 'modifyProcessInstance' },
      summary: 'Activates and terminates elements of a process instance',
      ...edits,
      body: contract<ProcessModificationRequest>('api-process-instances-modification-request'),
      responses: made,
      ...posts,
      handle: (request) => change(request, 201, (target, body) => operations.modify(request.actor, target, body)),
    }),
    defineRoute({
      ...{ method: 'post', path: '/api/v1/process-instances/:id/cancellations', operationId: 'cancelProcessInstance' },
      summary: 'Ends a process instance and everything in it',
      ...edits,
      body: because,
      responses: made,
      ...posts,
      handle: (request) =>
        change(request, 201, (target, { reason }) => operations.cancel(request.actor, target, reason)),
    }),
    defineRoute({
      ...{ method: 'post', path: '/api/v1/process-instances/:id/suspensions', operationId: 'suspendProcessInstance' },
      summary: 'Lets a process and all that it has called stand still; its timers keep the time they have left',
      ...edits,
      body: because,
      responses: made,
      ...posts,
      handle: (request) =>
        change(request, 201, (target, { reason }) => operations.suspend(request.actor, target, reason)),
    }),
    defineRoute({
      ...{ method: 'delete', path: '/api/v1/process-instances/:id/suspensions', operationId: 'resumeProcessInstance' },
      summary: 'Lets a process that was suspended go on',
      ...edits,
      responses: { 200: view, ...problems },
      handle: (request) => change(request, 200, (target) => operations.resume(request.actor, target)),
    }),
    defineRoute({
      ...{ method: 'patch', path: '/api/v1/process-instances/:id/variables', operationId: 'setProcessVariables' },
      summary: 'Sets variables in one scope of a process instance',
      ...edits,
      body: contract<ProcessVariablesRequest>('api-process-instances-variables-request'),
      responses: { 200: view, ...problems },
      handle: (request) => change(request, 200, (target, body) => operations.setVariables(request.actor, target, body)),
    }),
    defineRoute({
      ...{ method: 'post', path: '/api/v1/signals', operationId: 'broadcastSignal' },
      summary: 'Broadcasts a signal to all procedures that wait for it or begin with it',
      policy: { action: 'signal.broadcast' },
      body: contract<SignalBroadcastRequest>('api-signals-broadcast-request'),
      responses: { 201: contract('api-signals-broadcast') },
      idempotent: true,
      handle: async ({ actor, body }) => ({
        status: 201,
        body: await changing(dependencies, () => operations.broadcast(actor, body)),
      }),
    }),
  ];
}
