import type { CaseMessageRequest } from '@esocial/contracts/generated/api-cases-message-request.ts';
import type { MessagePublishRequest } from '@esocial/contracts/generated/api-messages-publish-request.ts';
import type { Variables } from '@esocial/process-core/types.ts';
import { contract, defineRoute } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { ChangingDependencies } from '../process/changing.ts';
import { changing } from '../process/changing.ts';
import { requireCase } from './case-access.ts';
import type { MessageService } from './message-service.ts';

export interface MessageRouteDependencies extends ChangingDependencies {
  readonly messages: MessageService;
}

export function createMessageRoutes(dependencies: MessageRouteDependencies): Route[] {
  const { messages } = dependencies;
  const policy = { action: 'message.publish' };
  return [
    defineRoute({
      method: 'post',
      path: '/api/v1/messages',
      operationId: 'publishMessage',
      summary: 'Publishes a message to the procedures that wait for it or begin with it',
      policy,
      body: contract<MessagePublishRequest>('api-messages-publish-request'),
      responses: { 201: contract('api-messages-published') },
      idempotent: true,
      handle: async ({ actor, body }) => ({
        status: 201,
        body: await changing(dependencies, () => messages.publish(actor, body)),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/cases/:id/messages',
      operationId: 'sendCaseMessage',
      summary: 'Sends a message that the procedure of a case waits for',
      policy,
      body: contract<CaseMessageRequest>('api-cases-message-request'),
      responses: { 201: contract('api-messages-published'), 409: contract('problem') },
      idempotent: true,
      mayRepeat: ({ actor, params }) => requireCase(dependencies.database, actor, params.id, 'message.publish'),
      handle: async ({ actor, params, body: { name, variables } }) => ({
        status: 201,
        body: await changing(dependencies, () =>
          messages.sendToCase(actor, params.id, { name, variables: variables as Variables | undefined }),
        ),
      }),
    }),
  ];
}
