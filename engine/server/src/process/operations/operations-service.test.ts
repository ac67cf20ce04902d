import { submitTask } from '../../tasks/submit-task.ts';
import { bpmnOf, chain, end, flow, serviceTask, start, userTask } from '../testing/test-bpmn.ts';
import type { OperationsWorld } from './testing/operations-world.ts';
import { createOperationsWorld } from './testing/operations-world.ts';

const HOUR = 3_600_000;
const timer = (id: string, duration: string): string =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:timerEventDefinition id="${id}_d"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${duration}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;

describe('operating running processes', () => {
  let world: OperationsWorld;

  beforeAll(async () => {
    world = await createOperationsWorld();
    const call = `<bpmn:callActivity id="Call"><bpmn:extensionElements><zeebe:calledElement processId="sub" /></bpmn:extensionElements></bpmn:callActivity>`;
    const fork = '<bpmn:parallelGateway id="fork" />';
    const sub = `<bpmn:process id="sub" isExecutable="true"><bpmn:startEvent id="s1" />${timer('Nap', 'PT2H')}${userTask('Rise')}<bpmn:endEvent id="e1" />${chain('s1', 'Nap', 'Rise', 'e1')}</bpmn:process>`;
    await world.publishWorkflow(
      'road',
      bpmnOf(
        start +
          fork +
          userTask('Walk') +
          timer('Wait', 'PT1H') +
          call +
          userTask('Arrive') +
          serviceTask('Tell', 'esocial.notify', { headers: { to: '=whom' } }) +
          end +
          flow('start', 'fork') +
          flow('fork', 'Walk') +
          flow('fork', 'Wait') +
          flow('fork', 'Call') +
          flow('Walk', 'end') +
          flow('Wait', 'Arrive') +
          flow('Arrive', 'end') +
          flow('Call', 'Tell') +
          flow('Tell', 'end'),
        { id: 'road', more: sub },
      ),
    );
  }, 120_000);

  afterAll(() => world.close());

  async function begin() {
    const { caseId, next } = await world.start('road');
    const [rootId, subId] = await world.instanceIds(caseId);
    return { caseId, taskId: next.taskId!, rootId: rootId!, subId: subId! };
  }

  const elementsOf = async (caseId: string) => (await world.openTasks(caseId)).map((task) => task.element_id).sort();
  const anyVersion = (instanceId: string) => ({ instanceId, version: undefined });

  describe('suspending', () => {
    it('lets the instance and all it has called stand still, and keeps what every timer had left', async () => {
      // given
      const { caseId, rootId, subId } = await begin();
      world.clock.advance(HOUR / 2);

      // when
      await world.operate((operations) =>
        operations.suspend(world.administrator, anyVersion(rootId), 'the court stops it'),
      );
      world.clock.advance(10 * HOUR);
      await world.work();

      // then
      expect(await elementsOf(caseId)).toEqual(['Walk']);
      const [root, sub] = [
        await world.instances.get(world.administrator, rootId, 'en'),
        await world.instances.get(world.administrator, subId, 'en'),
      ];
      expect([root.status, root.timers.map(({ remainingSeconds }) => remainingSeconds)]).toEqual(['suspended', [1800]]);
      expect([sub.status, sub.timers.map(({ remainingSeconds }) => remainingSeconds)]).toEqual(['suspended', [5400]]);
      expect(root.suspension).toMatchObject({ reason: 'the court stops it', by: { displayName: 'Admin Ana' } });
      expect(sub.suspension?.reason).toBe('the court stops it');

      // when
      await world.operate((operations) => operations.resume(world.administrator, anyVersion(rootId)));
      world.clock.advance(HOUR / 2 - 1_000);
      await world.work();
      const early = await elementsOf(caseId);
      world.clock.advance(2_000);
      await world.work();
      const later = await elementsOf(caseId);
      world.clock.advance(HOUR);
      await world.work();

      // then
      expect(early).toEqual(['Walk']);
      expect(later).toEqual(['Arrive', 'Walk']);
      expect(await elementsOf(caseId)).toEqual(['Arrive', 'Rise', 'Walk']);
      expect((await world.auditOf(rootId)).map(({ verb, reason }) => [verb, reason])).toContainEqual([
        'process.resumed',
        'the court stops it',
      ]);
    });

    it('refuses to complete its tasks until it goes on', async () => {
      // given
      const { taskId, rootId } = await begin();
      await world.claim(taskId);
      await world.operate((operations) => operations.suspend(world.administrator, anyVersion(rootId), 'stop'));

      // when
      const refused = await world.resubmit(taskId).catch((error: unknown) => error);

      // then
      expect(refused).toMatchObject({ code: 'instance_suspended', status: 409 });

      // when
      await world.operate((operations) => operations.resume(world.administrator, anyVersion(rootId)));

      // then
      expect(await submitTask(world, { actor: world.clerk, taskId, data: { approved: true } })).toHaveProperty(
        'recordId',
      );
    });

    it('is asked of the instance at the top, once', async () => {
      // given
      const { rootId, subId } = await begin();
      const suspend = (id: string) =>
        world
          .operate((operations) => operations.suspend(world.administrator, anyVersion(id), 'stop'))
          .catch((error: unknown) => error);

      // then
      expect(await suspend(subId)).toMatchObject({ code: 'not_the_root', details: { rootId } });
      expect(await suspend(rootId)).toBeUndefined();
      expect(await suspend(rootId)).toMatchObject({ code: 'instance_suspended' });
      expect(
        await world
          .operate((operations) => operations.modify(world.administrator, anyVersion(rootId), { reason: 'x' }))
          .catch((error: unknown) => error),
      ).toMatchObject({ code: 'instance_suspended' });
    });

    it('keeps jobs and signals for when the process goes on', async () => {
      // given
      const hear =
        '<bpmn:boundaryEvent id="Heard" attachedToRef="Stay" cancelActivity="false"><bpmn:signalEventDefinition id="h" signalRef="Alarm" /></bpmn:boundaryEvent>';
      await world.publishWorkflow(
        'stay',
        bpmnOf(
          start +
            '<bpmn:parallelGateway id="fork" />' +
            userTask('Stay') +
            hear +
            userTask('Look') +
            serviceTask('Fail', 'esocial.notify', { headers: { to: 'nobody' }, retries: 9 }) +
            end +
            flow('start', 'fork') +
            flow('fork', 'Stay') +
            flow('fork', 'Fail') +
            flow('Stay', 'end') +
            flow('Fail', 'end') +
            chain('Heard', 'Look', 'end'),
          { id: 'stay', more: '<bpmn:signal id="Alarm" name="alarm" />' },
        ),
      );
      const { caseId } = await world.start('stay');
      const [instanceId] = await world.instanceIds(caseId);
      const jobs = () => world.database.query('select retries, due_at from process_jobs where case_id = $1', [caseId]);
      await world.operate((operations) => operations.suspend(world.administrator, anyVersion(instanceId!), 'stop'));

      // when
      await world.operate(async (operations) => {
        await operations.broadcast(world.administrator, { name: 'alarm', reason: 'a drill' });
      });
      world.clock.advance(HOUR);
      await world.work();

      // then
      expect(await elementsOf(caseId)).toEqual(['Stay']);
      expect(await jobs()).toEqual([{ retries: 8, due_at: Infinity }]);

      // when
      await world.operate((operations) => operations.resume(world.administrator, anyVersion(instanceId!)));
      await world.work();

      // then
      expect(await elementsOf(caseId)).toEqual(['Look', 'Stay']);
      expect(await jobs()).toEqual([{ retries: 8, due_at: new Date(world.clock.now().getTime() + 60_000) }]);
    });
  });

  it('modifying activates elements and terminates others, with its reason in the audit and on the timeline', async () => {
    // given
    const { caseId, taskId, rootId } = await begin();

    // when
    await world.operate((operations) =>
      operations.modify(world.administrator, anyVersion(rootId), {
        activate: [{ elementId: 'Arrive', variables: [{ variables: { whom: 'starter' } }] }],
        terminate: [taskId],
        reason: 'the walk is over',
      }),
    );

    // then
    expect(await elementsOf(caseId)).toEqual(['Arrive']);
    expect(await world.auditOf(rootId)).toEqual([
      expect.objectContaining({ verb: 'process.modified', reason: 'the walk is over' }),
    ]);
    const events = await world.database.query(
      `select event, params from case_events where case_id = $1 and event = 'process.modified'`,
      [caseId],
    );
    expect(events).toEqual([{ event: 'process.modified', params: { activated: ['Arrive'], terminated: 1 } }]);
  });

  it('what does not fit is refused with the sentence of the engine, and nothing happens', async () => {
    // given
    const { caseId, rootId } = await begin();

    // when
    const refused = await world
      .operate((operations) =>
        operations.modify(world.administrator, anyVersion(rootId), {
          activate: [{ elementId: 'Nowhere' }],
          reason: 'x',
        }),
      )
      .catch((error: unknown) => error);

    // then
    expect(refused).toMatchObject({ code: 'command_rejected', status: 409 });
    expect((refused as { details: { detail: string } }).details.detail).toContain('Nowhere');
    expect(await elementsOf(caseId)).toEqual(['Walk']);
    expect(await world.auditOf(rootId)).toEqual([]);
  });

  it('variables are set where they are asked for, named in the audit and shown to those who may see them', async () => {
    // given
    const { taskId, rootId } = await begin();

    // when
    await world.operate(async (operations) => {
      await operations.setVariables(world.administrator, anyVersion(rootId), {
        variables: { whom: 'starter', depth: 2 },
        reason: 'the form was wrong',
      });
      await operations.setVariables(world.administrator, anyVersion(rootId), {
        scopeId: taskId,
        variables: { local: true },
        reason: 'the form was wrong',
      });
    });

    // then
    const { scopes } = await world.instances.getVariables(world.supervisor, rootId, 'en');
    expect(scopes.find(({ scopeId }) => scopeId === rootId)?.variables).toMatchObject({ whom: 'starter', depth: 2 });
    expect(scopes.find(({ scopeId }) => scopeId === taskId)).toMatchObject({
      elementId: 'Walk',
      variables: { local: true },
    });
    expect(await world.auditOf(rootId)).toEqual([
      { verb: 'process.variables-set', reason: 'the form was wrong', fields: ['depth', 'whom'] },
      { verb: 'process.variables-set', reason: 'the form was wrong', fields: ['local'] },
      expect.objectContaining({ verb: 'process.variables-read' }),
    ]);
    await expect(world.instances.getVariables(world.administrator, rootId, 'en')).rejects.toMatchObject({
      status: 403,
    });
    const seen = await world.instances.get(world.administrator, rootId, 'en');
    expect(seen.elements[0]).toMatchObject({ elementType: 'process', variableNames: expect.arrayContaining(['whom']) });
    expect(JSON.stringify(seen)).not.toContain('"starter"');
  });

  it('cancelling ends the instance, what it has called, and the case', async () => {
    // given
    const { caseId, rootId } = await begin();

    // when
    await world.operate((operations) => operations.cancel(world.administrator, anyVersion(rootId), 'opened twice'));

    // then
    expect(await elementsOf(caseId)).toEqual([]);
    expect(
      await world.database.query('select distinct status from process_instances where case_id = $1', [caseId]),
    ).toEqual([{ status: 'terminated' }]);
    expect(await world.database.query('select status from cases where id = $1', [caseId])).toEqual([
      { status: 'closed' },
    ]);
    expect(await world.database.query('select id from process_timers where case_id = $1', [caseId])).toEqual([]);
    expect(
      await world
        .operate((operations) => operations.cancel(world.administrator, anyVersion(rootId), 'again'))
        .catch((error: unknown) => error),
    ).toMatchObject({ code: 'instance_ended' });
  });

  it('a suspended instance can be cancelled', async () => {
    // given
    const { caseId, rootId } = await begin();
    await world.operate((operations) => operations.suspend(world.administrator, anyVersion(rootId), 'stop'));

    // when
    await world.operate((operations) => operations.cancel(world.administrator, anyVersion(rootId), 'no more'));

    // then
    expect(await elementsOf(caseId)).toEqual([]);
    expect((await world.instances.get(world.administrator, rootId, 'en')).suspension).toBeUndefined();
  });

  it('refuses who has seen an older version, and who may not manage processes', async () => {
    // given
    const { rootId } = await begin();

    // then
    await expect(
      world.operate((operations) =>
        operations.cancel(world.administrator, { instanceId: rootId, version: 7 }, 'stale'),
      ),
    ).rejects.toMatchObject({ status: 412 });
    await expect(
      world.operate((operations) => operations.cancel(world.supervisor, anyVersion(rootId), 'mine')),
    ).rejects.toMatchObject({ status: 403 });
    await expect(
      world.operate((operations) => operations.cancel(world.administrator, anyVersion('none'), 'none')),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('two at once: one after the other, each on what the other has left', async () => {
    // given
    const { caseId, rootId, taskId } = await begin();
    await world.claim(taskId);

    // when
    const outcomes = await Promise.allSettled([
      world.resubmit(taskId),
      world.operate((operations) => operations.suspend(world.administrator, anyVersion(rootId), 'stop')),
      world.operate((operations) =>
        operations.setVariables(world.administrator, anyVersion(rootId), { variables: { a: 1 }, reason: 'x' }),
      ),
    ]);

    // then
    expect(outcomes.slice(1).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    const view = await world.instances.get(world.administrator, rootId, 'en');
    expect(view.status).toBe('suspended');
    expect((await elementsOf(caseId)).includes('Walk')).toBe(outcomes[0].status === 'rejected');
  });

  it('the history names every step with who took it', async () => {
    // given
    const { rootId, taskId } = await begin();
    await world.submit(taskId);

    // when
    const first = await world.instances.listSteps(world.administrator, rootId, { limit: '1' });
    const second = await world.instances.listSteps(world.administrator, rootId, { cursor: first.nextCursor ?? '' });

    // then
    expect(first.items).toEqual([
      expect.objectContaining({
        ...{ version: 2, command: 'completeUserTask', completed: ['Walk', 'end'], taken: ['Walk-end'] },
        actor: { id: world.clerk.userId, displayName: 'Clerk Ana' },
      }),
    ]);
    expect(second.items.map(({ command }) => command)).toEqual(['start']);
    expect(second.nextCursor).toBeNull();
  });
});
