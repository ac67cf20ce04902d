import type { DefinitionReader } from '../../../definitions/definition-reader.ts';
import type { BrokerClient, BrokerResource } from '../commands/broker-client.ts';
import { BrokerError } from '../commands/broker-client.ts';
import { bpmnOf, chain, end, start } from '../../testing/test-bpmn.ts';
import { createDeployer } from './deployer.ts';

const version = '0198aaaa-0000-7000-8000-00000000000a';
const workflow = {
  file: { key: 'request' },
  bpmn: bpmnOf(start + end + chain('start', 'end')),
  decisions: {
    risk: '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d"><decision id="risk" /></definitions>',
  },
  processes: new Map([['request', {}]]),
  versionId: version,
};
const definitions = { compiledWorkflow: () => Promise.resolve(workflow) } as unknown as DefinitionReader;

describe('deploying workflow versions', () => {
  let deployed: (readonly BrokerResource[])[] = [];
  let failing = false;
  const client = {
    deploy: (resources: readonly BrokerResource[]) => {
      if (failing) return Promise.reject(new BrokerError('away', 'no connection'));
      deployed.push(resources);
      return Promise.resolve(new Map([[`request_v_${version}`, '2251799813685249']]));
    },
  } as unknown as BrokerClient;

  beforeEach(() => {
    deployed = [];
    failing = false;
  });

  it('brings process and decisions together, under ids of the version', async () => {
    await createDeployer(definitions, client).ensure([version]);
    expect(deployed[0]?.map(({ name }) => name)).toEqual([`request_v_${version}.bpmn`, `risk_v_${version}.dmn`]);
    expect(deployed[0]?.[0]?.content).toContain(`id="request_v_${version}"`);
    expect(deployed[0]?.[1]?.content).toContain(`id="risk_v_${version}"`);
  });

  it("knows the broker's key of a process, and what a version does not have", async () => {
    const deployer = createDeployer(definitions, client);
    expect(await deployer.processKey(version, 'request')).toBe('2251799813685249');
    await expect(deployer.processKey(version, 'other')).rejects.toMatchObject({ fault: 'rejected' });
    expect(deployed).toHaveLength(1);
  });

  it('happens once, also when it is asked for at the same time', async () => {
    const deployer = createDeployer(definitions, client);
    await Promise.all([deployer.ensure([version]), deployer.ensure([version])]);
    await deployer.ensure([version, version]);
    expect(deployed).toHaveLength(1);
  });

  it('is tried again when the broker was away', async () => {
    // given
    const deployer = createDeployer(definitions, client);
    failing = true;
    await expect(deployer.ensure([version])).rejects.toThrow('no connection');

    // when
    failing = false;
    await deployer.ensure([version]);

    // then
    expect(deployed).toHaveLength(1);
  });
});
