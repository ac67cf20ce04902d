import { createAudit } from '../audit/audit.ts';
import type { LiveEvent } from '../events/live-events.ts';
import { newId } from '../ids/new-id.ts';
import { createNotificationService } from '../notifications/notification-service.ts';
import { changing } from '../process/changing.ts';
import { bpmnOf, chain, end, start, userTask } from '../process/testing/test-bpmn.ts';
import type { TestWorld } from '../process/testing/test-world.ts';
import { createTestWorld, insertUser } from '../process/testing/test-world.ts';
import type { TaskServices } from './create-task-services.ts';
import { createTaskServices } from './create-task-services.ts';
import { getTaskDetail } from './task-detail.ts';

describe('tasks', () => {
  let world: TestWorld;
  let services: TaskServices;
  const told: LiveEvent[] = [];
  const live = { publish: (events: readonly LiveEvent[]) => void told.push(...events) };

  beforeAll(async () => {
    world = await createTestWorld();
    const { database } = world;
    const notifications = createNotificationService(database, {
      ...live,
      subscribe: () => () => undefined,
      start: () => Promise.resolve(),
    });
    services = createTaskServices({ ...world, audit: createAudit(database), notifications });
    const review = userTask('Task_Review', {
      properties: { deadlineRule: 'review-time' },
      outputs: { approved: '=data.approved' },
    });
    const decide = userTask('Task_Decide', { roles: 'chief', properties: { deadlineRule: 'review-time' } });
    await world.publishWorkflow(
      'road',
      bpmnOf(start + review + decide + end + chain('start', 'Task_Review', 'Task_Decide', 'end')),
      {
        stages: [{ key: 'review', title: 'Examinare', elements: ['Task_Review'] }],
      },
    );
  }, 120_000);

  afterAll(() => world.close());

  const unit = <T>(work: (tell: (event: LiveEvent) => void) => Promise<T>) =>
    changing({ database: world.database, live }, work);
  const newTask = async () => (await world.openTasks((await world.start('road')).caseId))[0]!.id;
  const assigneeOf = async (id: string) =>
    (await world.database.query<{ assignee_id: string }>('select assignee_id from tasks where id = $1', [id]))[0]
      ?.assignee_id;

  describe('claiming', () => {
    it('lets one of two win and tells the other who and when', async () => {
      // given
      const id = await newTask();

      // when
      await unit((tell) => services.tasks.claim(world.clerk, id, tell));
      const second = unit((tell) => services.tasks.claim(world.otherClerk, id, tell));

      // then
      await expect(second).rejects.toMatchObject({
        code: 'task_already_claimed',
        status: 409,
        details: { assignee: { displayName: 'Clerk Ana' }, claimedAt: world.clock.now().toISOString() },
      });
      expect(told.at(-1)).toMatchObject({ type: 'tasks.changed', taskIds: [id], assigneeIds: [world.clerk.userId] });
    });

    it('gives each of many tasks to exactly one of 16 clerks who claim all of them at once', async () => {
      // given
      const clerks = await Promise.all(
        Array.from({ length: 16 }, (_, n) =>
          insertUser(world.database, world.institutionId, `Clerk${n}`, ['clerk'], [...world.clerk.permissions]),
        ),
      );
      const ids: string[] = [];
      for (let n = 0; n < 12; n += 1) ids.push(await newTask());

      // when
      const attempts = clerks.flatMap((clerk) =>
        ids.map(async (id) => {
          await unit((tell) => services.tasks.claim(clerk, id, tell));
          return { id, userId: clerk.userId };
        }),
      );
      const settled = await Promise.allSettled(attempts);

      // then
      const won = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      const codes = new Set(
        settled.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { code: string }).code] : [])),
      );
      expect(won.map(({ id }) => id).sort()).toEqual([...ids].sort());
      expect(codes).toEqual(new Set(['task_already_claimed']));
      for (const { id, userId } of won) expect(await assigneeOf(id)).toBe(userId);
    }, 30_000);

    it('refuses who has none of the candidate roles', async () => {
      // given
      const id = await newTask();
      const guest = await insertUser(
        world.database,
        world.institutionId,
        'Guest',
        ['guest'],
        [...world.clerk.permissions],
      );

      // when
      const claim = unit((tell) => services.tasks.claim(guest, id, tell));

      // then
      await expect(claim).rejects.toMatchObject({ code: 'not_a_candidate', status: 403 });
    });

    it('takes a task back and hands it to a colleague, who is told', async () => {
      // given
      const id = await newTask();
      await unit((tell) => services.tasks.claim(world.clerk, id, tell));

      // when
      await unit((tell) => services.tasks.release(world.clerk, id, tell));
      const released = await assigneeOf(id);
      await unit((tell) =>
        services.tasks.delegate(world.clerk, id, { userId: world.otherClerk.userId, reason: 'On leave' }, tell),
      );

      // then
      expect(released).toBeNull();
      expect(await assigneeOf(id)).toBe(world.otherClerk.userId);
      expect(await world.database.query('select user_id, kind from notifications where task_id = $1', [id])).toEqual([
        { user_id: world.otherClerk.userId, kind: 'task.assigned' },
      ]);
      const audited = await world.database.query<{ verb: string; reason: string | null }>(
        'select verb, reason from audit_events where object_id = $1 order by id',
        [id],
      );
      expect(audited).toEqual([
        { verb: 'task.claimed', reason: null },
        { verb: 'task.released', reason: null },
        { verb: 'task.delegated', reason: 'On leave' },
      ]);
    });

    it('does not hand a task to somebody of no office', async () => {
      // given
      const id = await newTask();

      // when
      const delegate = unit((tell) => services.tasks.delegate(world.clerk, id, { userId: newId(), reason: 'x' }, tell));

      // then
      await expect(delegate).rejects.toMatchObject({ code: 'user_not_eligible', status: 422 });
    });
  });

  describe('submitting', () => {
    it('has one effect when it comes 20 times at once', async () => {
      // given
      const { caseId } = await world.start('road');
      const [task] = await world.openTasks(caseId);
      await world.claim(task!.id);

      // when
      const settled = await Promise.allSettled(Array.from({ length: 20 }, () => world.resubmit(task!.id)));

      // then
      const failures = settled.flatMap((result) =>
        result.status === 'rejected' ? [(result.reason as { code: string }).code] : [],
      );
      expect(failures).toHaveLength(19);
      expect(new Set(failures)).toEqual(new Set(['task_completed']));
      expect(await world.database.query('select id from records where task_id = $1', [task!.id])).toHaveLength(1);
      expect(await world.openTasks(caseId)).toMatchObject([{ element_id: 'Task_Decide' }]);
    }, 30_000);

    it('notes its reply with its effect, for the same request again', async () => {
      // given
      const id = await newTask();
      await world.claim(id);
      const idempotency = {
        userId: world.clerk.userId,
        route: `POST /tasks/${id}`,
        key: 'once',
        bodyDigest: Buffer.from('aa', 'hex'),
      };

      // when
      const reply = await world.resubmit(id, { approved: true }, world.clerk, idempotency);
      const again = world.resubmit(id, { approved: true }, world.clerk, idempotency);

      // then
      await expect(again).rejects.toMatchObject({ status: 409 });
      const [row] = await world.database.query(
        'select status, response, encode(body_digest, $2) as digest from idempotency_keys where key = $1',
        ['once', 'hex'],
      );
      expect(row).toEqual({ status: 201, response: { body: reply, headers: {} }, digest: 'aa' });
    });

    it('is for the assignee only', async () => {
      // given
      const id = await newTask();

      // when
      const unclaimed = world.resubmit(id);
      await expect(unclaimed).rejects.toMatchObject({ code: 'task_not_claimed' });
      await world.claim(id, world.otherClerk);

      // then
      await expect(world.resubmit(id)).rejects.toMatchObject({ code: 'task_not_assigned', status: 409 });
    });

    it('names the fields at fault and changes nothing', async () => {
      // given
      const id = await newTask();
      await world.claim(id);

      // when
      const submit = world.resubmit(id, { approved: 'perhaps', other: 1 });

      // then
      await expect(submit).rejects.toMatchObject({
        status: 422,
        errors: expect.arrayContaining([expect.objectContaining({ path: '/approved', keyword: 'type' })]) as unknown[],
      });
      expect(await world.database.query('select state from tasks where id = $1', [id])).toEqual([{ state: 'open' }]);
    });

    it('puts aside what the person may not write', async () => {
      // given
      const id = await newTask();
      await world.claim(id);

      // when
      const { recordId } = await world.resubmit(id, { approved: true, remark: 'seen', secret: 'forged' });

      // then
      expect(await world.database.query('select data from records where id = $1', [recordId])).toEqual([
        { data: { approved: true, remark: 'seen' } },
      ]);
    });

    it('refuses a person who does not exist', async () => {
      // when
      const started = world.start('road', {
        subject: 'Roof',
        person: { personId: newId(), lastName: 'Nu', firstName: 'Este' },
      });

      // then
      await expect(started).rejects.toMatchObject({ status: 422, errors: [{ path: '/person', keyword: 'person' }] });
    });
  });

  describe('drafts', () => {
    it('are merged by field and end with the submission', async () => {
      // given
      const id = await newTask();
      await world.claim(id);
      const save = (base: number, changes: Record<string, never>) =>
        unit(() => services.tasks.saveDraft(world.clerk, id, { base, changes }));

      // when
      const first = await save(0, { '/approved': true } as never);
      const second = await save(1, { '/remark': 'from one window' } as never);
      const third = await save(1, { '/remark': 'from another', '/approved': false } as never);

      // then
      expect(first).toMatchObject({ version: 1, data: { approved: true } });
      expect(second).toMatchObject({ version: 2, data: { approved: true, remark: 'from one window' } });
      expect(third).toMatchObject({
        version: 3,
        data: { approved: false, remark: 'from one window' },
        conflicts: ['/remark'],
      });

      // when
      await world.resubmit(id);

      // then
      expect(await world.database.query('select 1 from drafts where task_id = $1', [id])).toEqual([]);
    });

    it('belong to the assignee', async () => {
      // given
      const id = await newTask();
      await world.claim(id);

      // when
      const save = unit(() => services.tasks.saveDraft(world.otherClerk, id, { base: 0, changes: {} }));

      // then
      await expect(save).rejects.toMatchObject({ code: 'task_not_assigned' });
    });
  });

  describe('the page of a task', () => {
    it('holds form, case, deadline and what happens next', async () => {
      // given
      const id = await newTask();
      await world.claim(id);
      await unit(() => services.tasks.saveDraft(world.clerk, id, { base: 0, changes: { '/remark': 'half' } }));

      // when
      const detail = await getTaskDetail({ ...world, audit: createAudit(world.database) }, world.clerk, id, 'ro');

      // then
      expect(detail).toMatchObject({
        elementId: 'Task_Review',
        stage: { key: 'review', title: 'Examinare' },
        form: { key: 'review', primaryAction: 'Send' },
        data: { remark: 'half' },
        draft: { version: 1, updatedBy: 'Clerk Ana' },
        fieldClasses: ['public', 'personal', 'special'],
        permissions: { claim: false, release: true, complete: true, delegate: true },
        deadline: {
          ruleTitle: 'Termen de examinare',
          amount: 3,
          unit: 'workingDays',
          state: 'running',
          parameter: { key: 'review-days', act: 'Act 1', needsLegalConfirmation: true },
        },
        nextSteps: [{ text: 'Task Decide, în 3 zile lucrătoare', elementId: 'Task_Decide' }],
      });
      expect(detail.deadline?.steps.map(({ code }) => code)).toEqual([
        'started',
        'counted',
        'skippedHoliday',
        'counted',
        'counted',
        'due',
      ]);
      expect(
        await world.database.query(`select verb from audit_events where object_id = $1 and verb = 'task.read'`, [id]),
      ).toHaveLength(1);
    });

    it('is not for other offices', async () => {
      // given
      const id = await newTask();
      const stranger = { ...world.clerk, institutionId: newId() };

      // when
      const read = getTaskDetail({ ...world, audit: createAudit(world.database) }, stranger, id, 'ro');

      // then
      await expect(read).rejects.toMatchObject({ code: 'forbidden', status: 403 });
    });
  });

  describe('reassigning many', () => {
    it('moves what it may, refuses the rest one by one, and can be taken back', async () => {
      // given
      const [first, second] = [await newTask(), await newTask()];
      const done = await newTask();
      await world.submit(done);
      await world.claim(first);
      const request = {
        taskIds: [first, second, done, newId()] as [string, ...string[]],
        userId: world.otherClerk.userId,
        reason: 'Leave',
      };

      // when
      const reply = await unit((tell) => services.reassignments.reassign(world.chief, request, tell));

      // then
      expect(reply).toMatchObject({
        reassigned: 2,
        refused: [{ taskId: done, code: 'task_completed' }, { code: 'not_found' }],
      });
      expect(await assigneeOf(second)).toBe(world.otherClerk.userId);

      // when
      const undone = await unit((tell) => services.reassignments.undo(world.chief, reply.undoToken ?? '', tell));

      // then
      expect(undone).toMatchObject({ reassigned: 2, refused: [] });
      expect([await assigneeOf(first), await assigneeOf(second)]).toEqual([world.clerk.userId, null]);
      await expect(
        unit((tell) => services.reassignments.undo(world.chief, reply.undoToken ?? '', tell)),
      ).rejects.toMatchObject({ code: 'already_undone' });
    });

    it('needs the permission', async () => {
      // given
      const id = await newTask();

      // when
      const reply = await unit((tell) =>
        services.reassignments.reassign(world.clerk, { taskIds: [id], userId: world.clerk.userId, reason: 'x' }, tell),
      );

      // then
      expect(reply).toEqual({ reassigned: 0, refused: [{ taskId: id, code: 'forbidden' }], undoToken: null });
    });
  });
});
