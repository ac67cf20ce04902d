import type { Variables } from '@esocial/process-core/types.ts';
import type { BrokerClient, BrokerFault, BrokerResource } from './broker-client.ts';
import { BrokerError } from './broker-client.ts';
import { createUserTaskClient } from './user-task-client.ts';

export interface BrokerAddresses {
  /** `grpc://host:port` or `grpcs://host:port`. */
  readonly grpcAddress: string;
  readonly restUrl: string;
}

const REQUEST_TIMEOUT_MS = 10_000;

/**
 * Retrying is the command worker's business, and it looks every second whether the broker is back. The SDK's types have
 * its defaults for the only numbers.
 */
const zeebeGrpcSettings: object = {
  ZEEBE_GRPC_CLIENT_RETRY: false,
  GRPC_INITIAL_RECONNECT_BACKOFF_MS: 200,
  GRPC_MAX_RECONNECT_BACKOFF_MS: 1_000,
};

/** The numbers of gRPC statuses that are the broker's verdict; all others mean that it may take the command later. */
const verdicts: Readonly<Record<number, BrokerFault>> = {
  3: 'rejected',
  5: 'not-found',
  6: 'already-exists',
  9: 'rejected',
  11: 'rejected',
  12: 'rejected',
};

/** Connects to a broker. The SDK takes a second and 60 MB to load, so only Zeebe mode does. */
export async function connectBroker({ grpcAddress, restUrl }: BrokerAddresses): Promise<BrokerClient> {
  const { Camunda8 } = await import('@camunda8/sdk');
  const settings = {
    ZEEBE_GRPC_ADDRESS: grpcAddress,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_LOG_LEVEL: 'none',
  } as const;
  const zeebe = new Camunda8({ ...settings, zeebeGrpcSettings }).getZeebeGrpcApiClient();
  const userTasks = createUserTaskClient(restUrl, async () => (await zeebe.topology()).gatewayVersion);
  return {
    async deploy(resources) {
      const answer = await translated(zeebe.deployResources(resources.map(toResource)));
      return processKeys(answer.deployments);
    },
    publishMessage: ({ timeToLiveMs, variables, ...message }) =>
      translate(zeebe.publishMessage({ ...message, timeToLive: timeToLiveMs, variables: json(variables) })),
    completeUserTask: (key, variables) => userTasks.complete(key, variables),
    completeJob: (jobKey, variables) => translate(zeebe.completeJob({ jobKey, variables: json(variables) })),
    failJob: (jobKey, { retries, message, backOffMs }) =>
      translate(zeebe.failJob({ jobKey, retries, errorMessage: message, retryBackOff: backOffMs })),
    updateJobRetries: (jobKey, retries) => translate(zeebe.updateJobRetries({ jobKey, retries })),
    resolveIncident: (incidentKey) => translate(zeebe.resolveIncident({ incidentKey })),
    cancelInstance: (key) => translate(zeebe.cancelProcessInstance(key)),
    setVariables: (elementInstanceKey, variables) =>
      translate(zeebe.setVariables({ elementInstanceKey, variables: json(variables), local: true })),
    broadcastSignal: (signalName, variables) =>
      translate(zeebe.broadcastSignal({ signalName, variables: json(variables) })),
    modifyInstance: (processInstanceKey, { activate, terminate }) =>
      translate(
        zeebe.modifyProcessInstance({
          processInstanceKey,
          activateInstructions: activate.map(({ elementId, ancestorKey, variables }) => ({
            elementId,
            ancestorElementInstanceKey: ancestorKey ?? '-1',
            variableInstructions: variables.map((instruction) => ({ ...instruction })),
          })) as never,
          terminateInstructions: terminate.map((elementInstanceKey) => ({ elementInstanceKey })),
        }),
      ),
    migrateInstance: (processInstanceKey, { targetProcessKey, mapping }) =>
      translate(
        zeebe.migrateProcessInstance({
          processInstanceKey,
          migrationPlan: {
            targetProcessDefinitionKey: targetProcessKey,
            mappingInstructions: Object.entries(mapping).map(([sourceElementId, targetElementId]) => ({
              sourceElementId,
              targetElementId,
            })),
          },
        }),
      ),
    async topology() {
      const { gatewayVersion, brokers } = await zeebe.topology().catch((error: unknown) => {
        throw asBrokerError(error);
      });
      const partitions = brokers.flatMap((broker) => broker.partitions);
      const leaders = partitions.filter(({ role }) => String(role) === 'LEADER').length;
      return { version: gatewayVersion, leaders };
    },
    async close() {
      await zeebe.close();
    },
  };
}

function toResource({ name, content }: BrokerResource) {
  const bytes = Buffer.from(content);
  return name.endsWith('.dmn') ? { name, decision: bytes } : { name, process: bytes };
}

/** The SDK's types of variables know no null; JSON does. */
function json(variables: Variables): Record<string, string> {
  return variables as Record<string, string>;
}

/** The SDK leaves the kinds of deployed resources open. */
function processKeys(deployments: readonly unknown[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const deployment of deployments as { process?: { bpmnProcessId: string; processDefinitionKey: string } }[]) {
    if (deployment.process) keys.set(deployment.process.bpmnProcessId, deployment.process.processDefinitionKey);
  }
  return keys;
}

async function translate(answer: Promise<unknown>): Promise<void> {
  await translated(answer);
}

async function translated<T>(answer: Promise<T>): Promise<T> {
  try {
    return await withTimeout(answer);
  } catch (error) {
    throw asBrokerError(error);
  }
}

function withTimeout<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new BrokerError('away', 'The broker did not answer within 10 seconds')),
      REQUEST_TIMEOUT_MS,
    );
  });
  return Promise.race([answer, timeout]).finally(() => clearTimeout(timer));
}

function asBrokerError(error: unknown): BrokerError {
  if (error instanceof BrokerError) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : NaN;
  const message = error instanceof Error ? error.message : String(error);
  return new BrokerError(verdicts[code] ?? 'away', message, { cause: error });
}
