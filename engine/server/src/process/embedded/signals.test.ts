import { newId } from '../../ids/new-id.ts';
import { bpmnOf, chain, end, flow, start, userTask } from '../testing/test-bpmn.ts';
import type { TestWorld } from '../testing/test-world.ts';
import { createTestWorld } from '../testing/test-world.ts';

const signal = '<bpmn:signal id="Alarm" name="alarm" />';
const waitFor = (id: string): string =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:signalEventDefinition id="${id}_d" signalRef="Alarm" /></bpmn:intermediateCatchEvent>`;
const throwing = (id: string): string =>
  `<bpmn:intermediateThrowEvent id="${id}"><bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=&quot;fire&quot;" target="cause" /></zeebe:ioMapping></bpmn:extensionElements><bpmn:signalEventDefinition id="${id}_d" signalRef="Alarm" /></bpmn:intermediateThrowEvent>`;

describe('signals on the embedded engine', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestWorld();
    await world.publishWorkflow(
      'listener',
      bpmnOf(start + waitFor('Wait') + userTask('Act') + end + chain('start', 'Wait', 'Act', 'end'), {
        id: 'listener',
        more: signal,
      }),
    );
    await world.publishWorkflow(
      'caller',
      bpmnOf(start + userTask('Decide') + throwing('Call') + end + chain('start', 'Decide', 'Call', 'end'), {
        id: 'caller',
        more: signal,
      }),
    );
  }, 120_000);

  afterAll(() => world.close());

  const broadcast = async (name = 'alarm', variables = {}) =>
    world.engine.broadcastSignal({ id: newId(), name, variables });
  const elementsOf = async (caseId: string) => (await world.openTasks(caseId)).map((task) => task.element_id);
  const count = async (table: string) =>
    Number((await world.database.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n);

  it('goes to every instance that waits when it is thrown, each in a step of its own', async () => {
    // given
    const waiting = [await world.start('listener'), await world.start('listener')];
    const thrower = await world.start('caller');

    // when
    await world.submit(thrower.next.taskId!);
    const late = await world.start('listener');
    await world.work();

    // then
    for (const { caseId } of waiting) expect(await elementsOf(caseId)).toEqual(['Act']);
    expect(await elementsOf(late.caseId)).toEqual([]);
    expect(await count('signal_subscriptions')).toBe(1);
    expect(await count('signal_deliveries')).toBe(0);
    const [state] = await world.database.query<{ cause: string }>(
      `select state#>>array['variables', id::text, 'cause'] as cause from process_instances where case_id = $1`,
      [waiting[0]!.caseId],
    );
    expect(state?.cause).toBe('fire');
  });

  it('comes from outside with variables, and tells how many it goes to', async () => {
    // given
    await broadcast();
    await world.work();
    const one = await world.start('listener');

    // when
    const subscriptions = await broadcast('alarm', { level: 3 });
    await world.work();

    // then
    expect(subscriptions).toBe(1);
    expect(await elementsOf(one.caseId)).toEqual(['Act']);
    expect(await broadcast('nobody-waits')).toBe(0);
  });

  it('is kept until workers have handed it on, and is forgotten after', async () => {
    // given
    const one = await world.start('listener');
    await broadcast();

    // then
    expect(await count('signal_deliveries')).toBe(1);
    expect(await elementsOf(one.caseId)).toEqual([]);

    // when
    await world.work();
    await world.work();

    // then
    expect(await elementsOf(one.caseId)).toEqual(['Act']);
    expect(await count('signals')).toBe(0);
  });

  it('goes to nobody who no longer waits', async () => {
    // given
    const one = await world.start('listener');
    await broadcast();
    const [instance] = await world.database.query<{ id: string }>(
      'select id from process_instances where case_id = $1',
      [one.caseId],
    );

    // when
    await world.engine.cancelInstance({ instanceId: instance!.id, actorId: null });
    await world.work();

    // then
    expect(await elementsOf(one.caseId)).toEqual([]);
    expect(await count('signal_deliveries')).toBe(0);
    expect(world.errors).toEqual([]);
  });

  it('is heard twice by what does not end with it', async () => {
    // given
    const event = `<bpmn:boundaryEvent id="Heard" attachedToRef="Work" cancelActivity="false"><bpmn:signalEventDefinition id="h" signalRef="Alarm" /></bpmn:boundaryEvent>`;
    const elements = start + userTask('Work') + event + userTask('Look') + end + '<bpmn:endEvent id="end2" />';
    await world.publishWorkflow(
      'both',
      bpmnOf(elements + chain('start', 'Work', 'end') + flow('Heard', 'Look') + flow('Look', 'end2'), {
        id: 'both',
        more: signal,
      }),
    );
    const { caseId } = await world.start('both');

    // when
    await Promise.all([broadcast(), broadcast()]);
    await Promise.all([world.work(), world.work()]);
    world.clock.advance(30_000);
    await world.work();

    // then
    expect((await elementsOf(caseId)).sort()).toEqual(['Look', 'Look', 'Work']);
  });

  it('reaches another branch of the process that throws it', async () => {
    // given
    const fork = '<bpmn:parallelGateway id="fork" />';
    const elements = start + fork + waitFor('Hear') + throwing('Say') + userTask('After') + end;
    const flows =
      flow('start', 'fork') +
      flow('fork', 'Hear') +
      flow('fork', 'Say') +
      chain('Hear', 'After', 'end') +
      flow('Say', 'end');
    await world.publishWorkflow('echo', bpmnOf(elements + flows, { id: 'echo', more: signal }));

    // when
    const { caseId } = await world.start('echo');
    await world.work();

    // then
    expect(await elementsOf(caseId)).toEqual(['After']);
  });

  it('starts the cases that begin with it, once a broadcast and a version', async () => {
    // given
    const begin = `<bpmn:startEvent id="Begin"><bpmn:signalEventDefinition id="b" signalRef="Flood" /></bpmn:startEvent>`;
    await world.publishWorkflow(
      'flood',
      bpmnOf(begin + userTask('Rescue') + end + chain('Begin', 'Rescue', 'end'), {
        id: 'flood',
        more: '<bpmn:signal id="Flood" name="flood" />',
      }),
      { startInstitution: 'office' },
    );
    await world.work();

    // when
    await broadcast('flood', { river: 'Nistru' });
    await Promise.all([world.eventStarts.startDue(), world.eventStarts.startDue()]);
    await world.work();

    // then
    const cases = await world.database.query(`select id from cases where workflow_key = 'flood'`);
    expect(cases).toHaveLength(1);
    expect(world.errors).toEqual([]);
  });

  it('becomes an incident of the one case in which it cannot be carried out', async () => {
    // given
    const [good, bad] = [await world.start('listener'), await world.start('listener')];
    await world.database.query(`update process_instances set process_id = 'gone' where case_id = $1`, [bad.caseId]);

    // when
    await broadcast();
    for (let round = 0; round < 6; round += 1) {
      await world.work();
      world.clock.advance(600_000);
    }

    // then
    expect(await elementsOf(good.caseId)).toEqual(['Act']);
    const incidents = await world.database.query<{ id: string; held_kind: string }>(
      'select id, held_kind from incidents where case_id = $1',
      [bad.caseId],
    );
    expect(incidents).toEqual([expect.objectContaining({ held_kind: 'signal' })]);

    // when
    await world.database.query(`update process_instances set process_id = 'listener' where case_id = $1`, [bad.caseId]);
    await world.engine.retryIncident({ incidentId: incidents[0]!.id, actorId: null });
    await world.work();

    // then
    expect(await elementsOf(bad.caseId)).toEqual(['Act']);
  });
});
