import type { DefinitionReader } from '../../../definitions/definition-reader.ts';
import type { CompiledWorkflow } from '../../../definitions/definition.ts';
import type { BrokerClient, BrokerResource } from '../commands/broker-client.ts';
import { BrokerError } from '../commands/broker-client.ts';
import { brokerId } from './broker-ids.ts';
import { transformBpmn } from './transform-bpmn.ts';
import { transformDmn } from './transform-dmn.ts';

export interface Deployer {
  /** Sees to it that the broker has these workflow versions. Throws BrokerError. */
  ensure(versionIds: readonly string[]): Promise<void>;
  /** The broker's key of a process of a workflow version, which is deployed if it has to be. Throws BrokerError. */
  processKey(versionId: string, processId: string): Promise<string>;
}

/**
 * Deploys workflow versions when they are needed, once in the life of this server process: the broker itself knows
 * what it has already, and a broker that was set up anew gets everything again.
 */
export function createDeployer(definitions: DefinitionReader, client: BrokerClient): Deployer {
  const deployed = new Map<string, Promise<ReadonlyMap<string, string>>>();

  async function deploy(versionId: string): Promise<ReadonlyMap<string, string>> {
    return client.deploy(resourcesOf(await definitions.compiledWorkflow(versionId)));
  }

  function ensureOne(versionId: string): Promise<ReadonlyMap<string, string>> {
    const known = deployed.get(versionId);
    if (known) return known;
    const deployment = deploy(versionId).catch((error: unknown) => {
      deployed.delete(versionId);
      throw error;
    });
    deployed.set(versionId, deployment);
    return deployment;
  }

  return {
    async ensure(versionIds) {
      for (const versionId of versionIds) await ensureOne(versionId);
    },
    async processKey(versionId, processId) {
      const key = (await ensureOne(versionId)).get(brokerId(processId, versionId));
      if (key === undefined) throw new BrokerError('rejected', `The version ${versionId} has no process ${processId}`);
      return key;
    },
  };
}

/** The files of a workflow version as the broker takes them. */
export function resourcesOf({ file, bpmn, decisions, processes, versionId }: CompiledWorkflow): BrokerResource[] {
  const suffix = brokerId('', versionId);
  const names = Object.fromEntries([...processes.keys()].map((id) => [id, brokerId(id, versionId)]));
  return [
    { name: `${file.key}${suffix}.bpmn`, content: transformBpmn(bpmn, { processes: names, decisionSuffix: suffix }) },
    ...Object.entries(decisions).map(([name, xml]) => ({
      name: `${name}${suffix}.dmn`,
      content: transformDmn(xml, suffix),
    })),
  ];
}
