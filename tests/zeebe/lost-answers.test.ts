import { bpmnOf, chain, end, serviceTask, start, userTask } from '@esocial/server/process/testing/test-bpmn.ts';
import { BrokerError } from '@esocial/server/process/zeebe/commands/broker-client.ts';
import type { BrokerClient } from '@esocial/server/process/zeebe/commands/broker-client.ts';
import { connectBroker } from '@esocial/server/process/zeebe/commands/connect-broker.ts';
import { replayView } from '@esocial/server/process/zeebe/replay/replay-view.ts';
import { createZeebeWorld } from './zeebe-world.ts';
import type { ZeebeWorld } from './zeebe-world.ts';

jest.setTimeout(120_000);

const receive = `<bpmn:intermediateCatchEvent id="paid"><bpmn:messageEventDefinition messageRef="m" /></bpmn:intermediateCatchEvent>`;
const message = `<bpmn:message id="m" name="paid"><bpmn:extensionElements><zeebe:subscription correlationKey="=caseId" />
  </bpmn:extensionElements></bpmn:message>`;
const procedure = bpmnOf(
  start +
    userTask('review') +
    serviceTask('tell', 'esocial.notify', { headers: { to: 'starter', template: 'Reviewed' } }) +
    receive +
    userTask('decide') +
    serviceTask('close', 'esocial.case.close', { headers: { outcome: 'DONE' } }) +
    end +
    chain('start', 'review', 'tell', 'paid', 'decide', 'close', 'end'),
  { more: message },
);

/** Where the connection is cut: before a command arrives, or after, when only the answer is lost. */
type Cut = 'before' | 'after';

/** Cuts the first attempt of every command of the broker; what is sent again goes through. */
function cutting(client: BrokerClient, cuts: { where: Cut; cut: string[] }): BrokerClient {
  const seen = new Set<string>();
  return new Proxy(client, {
    get(target, name: keyof BrokerClient) {
      const command = Reflect.get(target, name) as ((...values: unknown[]) => Promise<unknown>) | undefined;
      // A promise is looked for a method then.
      if (!command) return undefined;
      if (name === 'topology' || name === 'close' || name === 'deploy') return command.bind(target);
      return async (...values: unknown[]) => {
        const what = `${name} ${JSON.stringify(values)}`;
        if (seen.has(what)) return command.apply(target, values);
        seen.add(what);
        cuts.cut.push(name);
        if (cuts.where === 'after') await command.apply(target, values);
        throw new BrokerError('away', 'the connection was cut');
      };
    },
  });
}

describe('commands whose connection is cut', () => {
  const cuts: { where: Cut; cut: string[] } = { where: 'before', cut: [] };
  let office: ZeebeWorld;

  beforeAll(async () => {
    office = await createZeebeWorld({}, async (settings) => cutting(await connectBroker(settings), cuts));
    await office.publishWorkflow('request', procedure);
  });

  afterAll(async () => {
    await office?.close();
  });

  it.each(['before', 'after'] as const)('have their effect once: cut %s they arrive', async (where) => {
    // given
    cuts.where = where;
    cuts.cut = [];

    // when
    const { caseId } = await office.start('request');
    await office.submit((await office.taskAt(caseId, 'review')).id);
    await office.eventually('select 1 from zeebe_subscriptions where case_id = $1', [caseId]);
    await office.zeebe.engine.publishMessage({ name: 'paid', correlationKey: caseId, variables: { amount: 5 } });
    await office.submit((await office.taskAt(caseId, 'decide')).id);
    await office.untilClosed(caseId);

    // then
    expect([...new Set(cuts.cut)].sort()).toEqual(['completeJob', 'completeUserTask', 'publishMessage']);
    const [counts] = await office.database.query(
      `select (select count(*)::int from zeebe_instances where case_id = $1) as instances,
         (select count(*)::int from tasks where case_id = $1 and state = 'completed') as completed,
         (select count(*)::int from tasks where case_id = $1) as tasks,
         (select count(*)::int from records where case_id = $1) as records,
         (select count(*)::int from records where case_id = $1 and not_applied) as refused,
         (select count(*)::int from notifications where case_id = $1 and kind = 'process.message') as told,
         (select count(*)::int from case_events where case_id = $1 and event = 'message.received') as received,
         (select count(*)::int from incidents where case_id = $1) as incidents`,
      [caseId],
    );
    expect(counts).toEqual({
      ...{ instances: 1, tasks: 2, completed: 2, records: 3, refused: 0 },
      ...{ told: 1, received: 1, incidents: 0 },
    });
    expect(office.errors).toEqual([]);
  });

  it('leave a view that can be computed again from the records', async () => {
    const report = await replayView(
      { database: office.database, definitions: office.world.definitions },
      { rebuild: false },
    );
    expect(report).toEqual({ instances: 2, differences: [] });
  });

  it('a view that was spoilt is written anew from the records', async () => {
    // given
    await office.database.query(`update process_instances set state = jsonb_set(state, '{variables}', '{}')`);
    const parts = { database: office.database, definitions: office.world.definitions };

    // when
    const first = await replayView(parts, { rebuild: true });
    const second = await replayView(parts, { rebuild: false });

    // then
    expect(first.differences.map(({ parts: differing, rewritten }) => [differing, rewritten])).toEqual([
      [['variables'], true],
      [['variables'], true],
    ]);
    expect(second.differences).toEqual([]);
  });
});
