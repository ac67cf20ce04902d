import type { Variables } from '@esocial/process-core/types.ts';
import { brokerId, PINS_VARIABLE, startMessageName } from '../deployment/broker-ids.ts';
import type { Deployer } from '../deployment/deployer.ts';
import { keyOfId } from '../view/broker-key.ts';
import type { BrokerClient } from './broker-client.ts';
import { BrokerError } from './broker-client.ts';
import type { StoredCommand, ZeebeCommand } from './zeebe-command.ts';

/** A start that is repeated within this time starts nothing more. */
const START_REMEMBERED_MS = 24 * 3_600_000;
const JOB_BACK_OFF_MS = 60_000;

export interface CommandDependencies {
  readonly client: BrokerClient;
  readonly deployer: Deployer;
  /** The broker's key of an instance, as soon as the stream has told it. */
  readonly findKey: (instanceId: string) => Promise<string | null>;
  /** Whether the stream has told that an earlier attempt came through; for commands that are not idempotent. */
  readonly hasHappened: (command: StoredCommand) => Promise<boolean>;
}

/** `done`: the broker has it. `gone`: what it was about is no more, and the stream tells what became of it. */
export type CommandOutcome = 'done' | 'gone';

/**
 * Sends a command to the broker. Sent again after an answer was lost it has no second effect: starts and messages carry
 * an id, answers to tasks, jobs and incidents find nothing any more, and a modification, migration or signal is looked for in
 * the stream first. Throws BrokerError.
 */
export async function executeCommand(
  dependencies: CommandDependencies,
  stored: StoredCommand,
): Promise<CommandOutcome> {
  if (stored.attempts > 1 && (await dependencies.hasHappened(stored))) return 'done';
  try {
    await send(dependencies, stored.command, stored.instanceId);
    return 'done';
  } catch (error) {
    if (error instanceof BrokerError && error.fault === 'already-exists') return 'done';
    if (error instanceof BrokerError && error.fault === 'not-found') return 'gone';
    throw error;
  }
}

async function send(
  { client, deployer, findKey }: CommandDependencies,
  command: ZeebeCommand,
  instanceId: string | null,
): Promise<void> {
  const instanceKey = async (): Promise<string> => {
    const key = await findKey(instanceId ?? '');
    if (key === null) throw new BrokerError('early', `The broker has not told yet that it started ${instanceId}`);
    return key;
  };
  switch (command.kind) {
    case 'start':
      return start({ client, deployer }, command, instanceId ?? '');
    case 'completeUserTask':
      return client.completeUserTask(command.userTaskKey, command.variables);
    case 'completeJob':
      return client.completeJob(command.jobKey, command.variables);
    case 'failJob':
      return client.failJob(command.jobKey, { ...command, backOffMs: JOB_BACK_OFF_MS });
    case 'publishMessage':
      return client.publishMessage(command);
    case 'broadcastSignal':
      return client.broadcastSignal(command.name, command.variables);
    case 'resolveIncident':
      if (command.jobKey !== null) await client.updateJobRetries(command.jobKey, 1);
      return client.resolveIncident(command.incidentKey);
    case 'cancel':
      return client.cancelInstance(await instanceKey());
    case 'setVariables':
      return client.setVariables(command.scopeKey ?? (await instanceKey()), command.variables);
    case 'modify':
      return client.modifyInstance(await instanceKey(), {
        activate: command.activate.map(({ elementId, ancestorId, variables = [] }) => ({
          elementId,
          ancestorKey: ancestorId === undefined ? null : (keyOfId(ancestorId) ?? null),
          variables: variables.map(({ variables: values, scopeElementId = '' }) => ({
            variables: values,
            scopeId: scopeElementId,
          })),
        })),
        terminate: command.terminate.flatMap((id) => keyOfId(id) ?? []),
      });
    case 'migrate':
      return migrate({ client, deployer }, command, await instanceKey());
  }
}

/** What the instance calls from now on is told first; the elements that go over may be waiting to call it. */
async function migrate(
  { client, deployer }: Pick<CommandDependencies, 'client' | 'deployer'>,
  { versionId, processId, versions, mapping }: Extract<ZeebeCommand, { kind: 'migrate' }>,
  instanceKey: string,
): Promise<void> {
  await deployer.ensure(Object.values(versions));
  const targetProcessKey = await deployer.processKey(versionId, processId);
  if (Object.keys(versions).length > 0) await client.setVariables(instanceKey, pinsOf(versions));
  await client.migrateInstance(instanceKey, { targetProcessKey, mapping });
}

/** The variable by which call activities find the versions that the case is pinned to. */
function pinsOf(versions: Readonly<Record<string, string>>): Variables {
  return {
    [PINS_VARIABLE]: Object.fromEntries(
      Object.entries(versions).map(([key, version]) => [key, brokerId(key, version)]),
    ),
  };
}

/** The message's id and key are our instance id: so it starts one instance, and the stream tells which. */
async function start(
  { client, deployer }: Pick<CommandDependencies, 'client' | 'deployer'>,
  command: Extract<ZeebeCommand, { kind: 'start' }>,
  instanceId: string,
): Promise<void> {
  const { versionId, processId, startElementId, versions, variables } = command;
  await deployer.ensure([versionId, ...Object.values(versions)]);
  await client.publishMessage({
    name: startMessageName(brokerId(processId, versionId), startElementId),
    correlationKey: instanceId,
    messageId: instanceId,
    timeToLiveMs: START_REMEMBERED_MS,
    variables: Object.keys(versions).length > 0 ? { ...variables, ...pinsOf(versions) } : variables,
  });
}
