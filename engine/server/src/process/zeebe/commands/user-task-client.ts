import type { Variables } from '@esocial/process-core/types.ts';
import { BrokerError } from './broker-client.ts';
import type { BrokerFault } from './broker-client.ts';

const REQUEST_TIMEOUT_MS = 10_000;

const faults: Readonly<Record<number, BrokerFault>> = { 400: 'rejected', 404: 'not-found', 409: 'rejected' };

/** Completes native user tasks over REST, the only way there is: `/v1` on Zeebe 8.5, `/v2` from 8.6 on. */
export function createUserTaskClient(restUrl: string, gatewayVersion: () => Promise<string>) {
  let base: string | undefined;

  async function basePath(): Promise<string> {
    base ??= /^8\.[0-5]\./.test(await gatewayVersion()) ? '/v1' : '/v2';
    return base;
  }

  return {
    async complete(userTaskKey: string, variables: Variables): Promise<void> {
      const response = await ask(async () =>
        fetch(`${restUrl}${await basePath()}/user-tasks/${userTaskKey}/completion`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ variables }),
          signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
        }),
      );
      if (response.ok) {
        await response.arrayBuffer();
        return;
      }
      const answer = await response.text();
      throw new BrokerError(faults[response.status] ?? 'away', `The broker answered ${response.status}: ${answer}`);
    },
  };
}

async function ask(request: () => Promise<Response>): Promise<Response> {
  try {
    return await request();
  } catch (error) {
    throw new BrokerError('away', 'The broker cannot be reached over REST', { cause: error });
  }
}
