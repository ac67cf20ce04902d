import { bpmnOf, chain, end, flow, serviceTask, start, userTask } from '../testing/test-bpmn.ts';
import type { TestWorld } from '../testing/test-world.ts';
import { createTestWorld } from '../testing/test-world.ts';

const DAY_MS = 86_400_000;

describe('the embedded engine', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestWorld();
  }, 120_000);

  afterAll(() => world.close());

  const statusOf = async (caseId: string) =>
    (
      await world.database.query<{ status: string; outcome: string | null }>(
        'select status, outcome from cases where id = $1',
        [caseId],
      )
    )[0];

  const rowsOf = (table: string, caseId: string) =>
    world.database.query(`select * from ${table} where case_id = $1`, [caseId]);

  describe('on the road', () => {
    it('carries a case from its form through two tasks to its end', async () => {
      // given
      const review = userTask('Task_Review', {
        properties: { deadlineRule: 'review-time' },
        outputs: { approved: '=data.approved' },
      });
      const close = serviceTask('Close', 'esocial.case.close', {
        headers: { outcome: '=if approved then &quot;granted&quot; else &quot;refused&quot;' },
      });
      const elements = start + review + userTask('Task_Decide', { roles: 'chief' }) + close + end;
      await world.publishWorkflow(
        'road',
        bpmnOf(elements + chain('start', 'Task_Review', 'Task_Decide', 'Close', 'end')),
      );

      // when
      const started = await world.start('road');
      const [first] = await world.openTasks(started.caseId);
      const submitted = await world.submit(first!.id);
      const [second] = await world.openTasks(started.caseId);
      await world.submit(second!.id, { approved: true }, world.chief);

      // then
      expect(started).toMatchObject({
        number: 'REQ-6400-2026-000001',
        next: { state: 'ready', taskId: first!.id, name: 'Task Review' },
      });
      expect(first).toMatchObject({ element_id: 'Task_Review', due_at: new Date('2026-01-09T15:00:00Z') });
      expect(submitted.next).toEqual({ state: 'none' });
      expect(await world.openTasks(started.caseId)).toEqual([]);
      expect(await statusOf(started.caseId)).toEqual({ status: 'closed', outcome: 'granted' });
      const steps = await world.database.query(
        'select version, command, changes from process_steps where instance_id in (select id from process_instances where case_id = $1) order by version',
        [started.caseId],
      );
      expect(steps).toMatchObject([
        { version: 1, command: 'start' },
        { version: 2, changes: { c: ['Task_Review'] } },
        { version: 3 },
      ]);
    });

    it('opens nine hundred tasks in one step, each with its deadline, and withdraws them in one', async () => {
      // given
      const many = userTask('Task_Many', { properties: { deadlineRule: 'review-time' } }).replace(
        '</bpmn:extensionElements>',
        `</bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>
         <zeebe:loopCharacteristics inputCollection="=for i in 1..900 return i" inputElement="item" />
         </bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`,
      );
      await world.publishWorkflow('many', bpmnOf(start + many + end + chain('start', 'Task_Many', 'end')));

      // when
      const { caseId } = await world.start('many');
      const opened = await world.openTasks(caseId);
      const deadlines = await rowsOf('deadlines', caseId);
      const [instance] = await world.database.query<{ id: string }>(
        'select id from process_instances where case_id = $1',
        [caseId],
      );
      await world.engine.cancelInstance({ instanceId: instance!.id, actorId: null });

      // then
      expect(opened).toHaveLength(900);
      expect(opened[899]).toMatchObject({ due_at: opened[0]!.due_at });
      expect(deadlines).toHaveLength(900);
      expect(await world.openTasks(caseId)).toEqual([]);
    });

    it('closes a case whose process ends without saying so', async () => {
      // given
      await world.publishWorkflow('short', bpmnOf(start + end + chain('start', 'end')));

      // when
      const { caseId, next } = await world.start('short');

      // then
      expect(next).toEqual({ state: 'none' });
      expect(await statusOf(caseId)).toEqual({ status: 'closed', outcome: null });
    });

    it('makes who has acted the manager, and gives the manager the tasks that say so', async () => {
      // given
      const manage = serviceTask('Manage', 'esocial.case.assign-manager', {
        inputs: { assignee: '=&quot;previous&quot;' },
      });
      const elements =
        start +
        userTask('Task_First') +
        manage +
        userTask('Task_Second', { properties: { assignTo: 'caseManager' } }) +
        end;
      await world.publishWorkflow(
        'managed',
        bpmnOf(elements + chain('start', 'Task_First', 'Manage', 'Task_Second', 'end')),
      );
      const { caseId } = await world.start('managed');
      const [first] = await world.openTasks(caseId);

      // when
      const { next } = await world.submit(first!.id);

      // then
      const [second] = await world.openTasks(caseId);
      expect(second).toMatchObject({ element_id: 'Task_Second', assignee_id: world.clerk.userId });
      expect(next).toMatchObject({ state: 'ready', taskId: second!.id });
    });

    it('starts a called process as an instance of its own and takes its result back', async () => {
      // given
      const call = `<bpmn:callActivity id="Call"><bpmn:extensionElements><zeebe:calledElement processId="inner" propagateAllChildVariables="false" />
        <zeebe:ioMapping><zeebe:output source="=answer" target="result" /></zeebe:ioMapping></bpmn:extensionElements></bpmn:callActivity>`;
      const inner = `<bpmn:process id="inner" isExecutable="true"><bpmn:startEvent id="innerStart" />${userTask('Task_Inner', { outputs: { answer: '=data.approved' } })}
        <bpmn:endEvent id="innerEnd" />${chain('innerStart', 'Task_Inner', 'innerEnd')}</bpmn:process>`;
      const close = serviceTask('Close', 'esocial.case.close', { headers: { outcome: '=string(result)' } });
      await world.publishWorkflow(
        'calling',
        bpmnOf(start + call + close + end + chain('start', 'Call', 'Close', 'end'), { id: 'outer', more: inner }),
      );
      const { caseId } = await world.start('calling');
      const [task] = await world.openTasks(caseId);

      // when
      await world.submit(task!.id);

      // then
      expect(await statusOf(caseId)).toEqual({ status: 'closed', outcome: 'true' });
      const instances = await world.database.query(
        'select process_id, status, version from process_instances where case_id = $1 order by started_at, process_id desc',
        [caseId],
      );
      expect(instances).toEqual([
        { process_id: 'outer', status: 'completed', version: 2 },
        { process_id: 'inner', status: 'completed', version: 2 },
      ]);
    });
  });

  describe('with timers', () => {
    const boundary = `<bpmn:boundaryEvent id="Late" attachedToRef="Task_Review"><bpmn:timerEventDefinition id="t">
      <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P2D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;

    it('fires a due timer once and withdraws the task it interrupts', async () => {
      // given
      const elements =
        start +
        userTask('Task_Review', { properties: { deadlineRule: 'review-time' } }) +
        boundary +
        userTask('Task_Chase') +
        end;
      await world.publishWorkflow(
        'timed',
        bpmnOf(
          elements +
            chain('start', 'Task_Review', 'end') +
            chain('Late', 'Task_Chase', 'end').replace('id="Task_Chase-end"', 'id="x"'),
        ),
      );
      const { caseId } = await world.start('timed');
      const [review] = await world.openTasks(caseId);
      await world.claim(review!.id);
      const before = await world.work();

      // when
      world.clock.advance(2 * DAY_MS);
      await Promise.all([world.work(), world.work()]);

      // then
      expect(before).toBe(0);
      expect(await world.openTasks(caseId)).toMatchObject([{ element_id: 'Task_Chase' }]);
      expect(await rowsOf('process_timers', caseId)).toEqual([]);
      expect(await world.database.query('select state from tasks where id = $1', [review!.id])).toEqual([
        { state: 'withdrawn' },
      ]);
      expect(await rowsOf('deadlines', caseId)).toMatchObject([{ state: 'cancelled', next_alert_at: null }]);
      await expect(world.submit(review!.id)).rejects.toMatchObject({ code: 'task_withdrawn', status: 409 });
    });

    it('drains many timers with several workers, each once', async () => {
      // given
      const wait = `<bpmn:intermediateCatchEvent id="Wait"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;
      await world.publishWorkflow(
        'waiting',
        bpmnOf(start + wait + userTask('Task_After') + end + chain('start', 'Wait', 'Task_After', 'end')),
      );
      const cases: string[] = [];
      for (let n = 0; n < 60; n += 1) cases.push((await world.start('waiting')).caseId);

      // when
      world.clock.advance(3_600_000);
      const done = await Promise.all([world.work(), world.work(), world.work()]);

      // then
      expect(done.reduce((sum, count) => sum + count, 0)).toBe(60);
      const counts = await world.database.query<{ count: number }>(
        'select count(*) as count from tasks where case_id = any($1) group by case_id',
        [cases],
      );
      expect(counts.map(({ count }) => count)).toEqual(cases.map(() => 1));
    });
  });

  describe('with messages', () => {
    const message =
      '<bpmn:message id="m" name="papers"><bpmn:extensionElements><zeebe:subscription correlationKey="=caseId" /></bpmn:extensionElements></bpmn:message>';
    const receive = `<bpmn:intermediateCatchEvent id="Receive"><bpmn:messageEventDefinition id="d" messageRef="m" /></bpmn:intermediateCatchEvent>`;

    beforeAll(async () => {
      const close = serviceTask('Close', 'esocial.case.close', { headers: { outcome: '=paper' } });
      const elements = start + userTask('Task_First') + receive + close + end;
      await world.publishWorkflow(
        'mailed',
        bpmnOf(elements + chain('start', 'Task_First', 'Receive', 'Close', 'end'), { more: message }),
      );
    });

    it('delivers a message to the case that waits for it', async () => {
      // given
      const { caseId } = await world.start('mailed');
      await world.submit((await world.openTasks(caseId))[0]!.id);

      // when
      await world.engine.publishMessage({ name: 'papers', correlationKey: caseId, variables: { paper: 'birth' } });

      // then
      expect(await statusOf(caseId)).toEqual({ status: 'closed', outcome: 'birth' });
    });

    it('keeps a message that came too early, and delivers it once', async () => {
      // given
      const { caseId } = await world.start('mailed');
      const message = { name: 'papers', correlationKey: caseId, variables: { paper: 'early' }, messageId: 'one' };
      await world.engine.publishMessage(message);
      await world.engine.publishMessage({ ...message, variables: { paper: 'twice' } });
      await world.submit((await world.openTasks(caseId))[0]!.id);

      // when
      await Promise.all([world.work(), world.work()]);

      // then
      expect(await statusOf(caseId)).toEqual({ status: 'closed', outcome: 'early' });
    });

    it('takes a message id once while the message is kept, and again when its time is over', async () => {
      // given
      const publish = () =>
        world.engine.publishMessage({
          ...{ name: 'unique', correlationKey: 'one', messageId: 'id', variables: {}, timeToLiveMs: 1_000 },
        });
      const messages = () => world.database.query(`select published_at from messages where name = 'unique'`);

      // when
      await Promise.all([publish(), publish()]);
      const [kept] = await messages();
      await publish();

      // then
      expect(await messages()).toEqual([kept]);

      // when
      world.clock.advance(2_000);
      await publish();

      // then
      expect(await messages()).toEqual([{ published_at: world.clock.now() }]);
      await world.database.query(`delete from messages where name = 'unique'`);
    });

    it('forgets a message when its time to live is over', async () => {
      // given
      const { caseId } = await world.start('mailed');
      await world.engine.publishMessage({ name: 'papers', correlationKey: caseId, variables: {}, timeToLiveMs: 1000 });
      await world.submit((await world.openTasks(caseId))[0]!.id);

      // when
      world.clock.advance(2000);
      await world.work();

      // then
      expect(await statusOf(caseId)).toMatchObject({ status: 'active' });
      expect(await world.database.query('select id from messages where expires_at <= $1', [world.clock.now()])).toEqual(
        [],
      );
    });
  });

  describe('when something fails', () => {
    it('raises an incident of the case and goes on after the retry', async () => {
      // given: a gateway none of whose conditions hold
      const gateway = '<bpmn:exclusiveGateway id="Gate" />';
      const elements =
        start +
        userTask('Task_Review', { outputs: { approved: '=data.approved' } }) +
        gateway +
        userTask('Task_Next') +
        end;
      const flows =
        chain('start', 'Task_Review', 'Gate') + flow('Gate', 'Task_Next', '=approved') + chain('Task_Next', 'end');
      await world.publishWorkflow('gated', bpmnOf(elements + flows));
      const { caseId } = await world.start('gated');
      const [review] = await world.openTasks(caseId);

      // when
      await world.submit(review!.id, { approved: false });

      // then
      const incidents = (await rowsOf('incidents', caseId)) as { id: string; instance_id: string }[];
      expect(incidents).toMatchObject([{ element_id: 'Gate', resolved_at: null, held_id: null }]);

      // when
      const { id, instance_id: instanceId } = incidents[0]!;
      await world.engine.stepInstance(
        instanceId,
        { do: 'command', instanceId, command: { type: 'setVariables', variables: { approved: true } } },
        {},
      );
      await world.engine.retryIncident({ incidentId: id, actorId: world.chief.userId });

      // then
      expect(await world.openTasks(caseId)).toMatchObject([{ element_id: 'Task_Next' }]);
      expect(await rowsOf('incidents', caseId)).toMatchObject([{ resolved_by: world.chief.userId }]);
      await expect(world.engine.retryIncident({ incidentId: id, actorId: null })).rejects.toMatchObject({
        code: 'not_found',
      });
    });

    it('tries a failing job again, later, and raises an incident when its retries are used up', async () => {
      // given
      const job = serviceTask('Status', 'esocial.case.set-status', { headers: { status: 'unknown' }, retries: 2 });
      await world.publishWorkflow('failing', bpmnOf(start + job + end + chain('start', 'Status', 'end')));

      // when
      const { caseId } = await world.start('failing');
      const waiting = await rowsOf('process_jobs', caseId);
      world.clock.advance(61_000);
      await world.work();

      // then
      expect(waiting).toMatchObject([{ retries: 1, job_type: 'esocial.case.set-status' }]);
      expect(await rowsOf('process_jobs', caseId)).toEqual([]);
      expect(await rowsOf('incidents', caseId)).toMatchObject([{ kind: 'JOB_NO_RETRIES', element_id: 'Status' }]);
    });

    it('holds a poisoned timer after five tries and lets the others through', async () => {
      // given
      const { caseId } = await world.start('waiting');
      const { caseId: healthy } = await world.start('waiting');
      await world.database.query('update process_instances set workflow_version_id = $2 where case_id = $1', [
        caseId,
        caseId,
      ]);
      world.errors.length = 0;

      // when
      for (let round = 0; round < 8; round += 1) {
        world.clock.advance(3_600_000);
        await world.work();
      }

      // then
      expect(world.errors).toHaveLength(5);
      expect(await world.openTasks(healthy)).toHaveLength(1);
      expect(await rowsOf('incidents', caseId)).toMatchObject([{ held_kind: 'timer', resolved_at: null }]);

      // when
      const [incident] = (await rowsOf('incidents', caseId)) as { id: string }[];
      await world.engine.retryIncident({ incidentId: incident!.id, actorId: world.chief.userId });

      // then
      expect(await rowsOf('process_timers', caseId)).toMatchObject([{ failures: 0, due_at: world.clock.now() }]);
    });
  });

  describe('under concurrency and crashes', () => {
    it('lets two tasks of one instance be completed at once', async () => {
      // given
      const fork = '<bpmn:parallelGateway id="Fork" /><bpmn:parallelGateway id="Join" />';
      const elements = start + fork + userTask('Task_A') + userTask('Task_B') + end;
      await world.publishWorkflow(
        'forked',
        bpmnOf(elements + chain('start', 'Fork', 'Task_A', 'Join', 'end') + chain('Fork', 'Task_B', 'Join')),
      );
      const { caseId } = await world.start('forked');
      const [a, b] = await world.openTasks(caseId);

      // when
      await Promise.all([world.submit(a!.id), world.submit(b!.id, { approved: true }, world.otherClerk)]);

      // then
      expect(await statusOf(caseId)).toMatchObject({ status: 'closed' });
      expect(await rowsOf('records', caseId)).toHaveLength(3);
    });

    it('writes nothing of a step whose last row fails', async () => {
      // given
      const { caseId } = await world.start('road');
      const [task] = await world.openTasks(caseId);
      const events = (await rowsOf('case_events', caseId)).length;
      const broken = { ...world.clerk, sessionId: 'no uuid' };

      // when
      const attempt = world.submit(task!.id, { approved: true }, broken);

      // then
      await expect(attempt).rejects.toThrow('uuid');
      expect(await world.openTasks(caseId)).toMatchObject([{ id: task!.id }]);
      expect(await rowsOf('records', caseId)).toHaveLength(1);
      expect(await rowsOf('case_events', caseId)).toHaveLength(events);
      expect(await rowsOf('process_instances', caseId)).toMatchObject([{ version: 1 }]);
      await expect(world.submit(task!.id)).resolves.toMatchObject({ recordId: expect.any(String) as string });
    });

    it('takes over the timer of a worker that died before it committed', async () => {
      // given
      const { caseId } = await world.start('waiting');
      world.clock.advance(3_600_000);
      const dead = await world.database.query(
        'update process_timers set locked_until = $2 where case_id = $1 returning id',
        [caseId, new Date(world.clock.now().getTime() + 20_000)],
      );

      // when
      await world.work();
      const early = await world.openTasks(caseId);
      world.clock.advance(20_001);
      await world.work();

      // then
      expect([dead.length, early]).toEqual([1, []]);
      expect(await world.openTasks(caseId)).toHaveLength(1);
    });
  });
});
