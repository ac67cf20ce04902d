import { createAudit } from '../audit/audit.ts';
import { insertCaseEvent } from '../cases/case-events.ts';
import { createCaseReadModel } from '../cases/case-read-model.ts';
import { listTimeline } from '../cases/case-timeline.ts';
import type { LiveEvent } from '../events/live-events.ts';
import { createNotificationService } from '../notifications/notification-service.ts';
import { changing } from '../process/changing.ts';
import { createProcessReadModel } from '../process/process-read-model.ts';
import { bpmnOf, chain, end, start, userTask } from '../process/testing/test-bpmn.ts';
import type { TestWorld } from '../process/testing/test-world.ts';
import { createTestWorld, insertUser } from '../process/testing/test-world.ts';
import { createRecordService } from '../records/record-service.ts';
import { createTaskServices } from '../tasks/create-task-services.ts';
import { getTaskDetail } from '../tasks/task-detail.ts';
import type { Actor, FieldClass } from './actor.ts';

const canary = 'canar-diagnostic';

/** Which texts of an answer the reader must be cleared for. */
const holds = (answer: unknown): boolean => JSON.stringify(answer).includes(canary);

describe('what has a class that the reader does not see', () => {
  let world: TestWorld;
  let caseId: string;
  let taskId: string;
  let recordId: string;
  const readers: Partial<Record<FieldClass, Actor>> = {};
  const live = { publish: (_events: readonly LiveEvent[]) => undefined };

  const reader = (named: string, classes: FieldClass[]) =>
    insertUser(
      world.database,
      world.institutionId,
      named,
      ['clerk'],
      ['task.read', 'task.complete', 'case.read'].map((action) => ({ action, relation: 'institution', classes })),
    );

  beforeAll(async () => {
    world = await createTestWorld();
    readers.personal = await reader('Plain', ['public', 'personal']);
    readers.special = await reader('Cleared', ['public', 'personal', 'special']);
    const remark = { type: 'string', 'x-class': 'special', 'x-prefill': '=records.review.remark' };
    const clinic = { type: 'string', 'x-prefill': '="Clinic 1"' };
    await world.publish('form', 'follow', {
      file: { key: 'follow', title: 'Follow', legalBasis: [], primaryAction: 'Send' },
      schema: { type: 'object', properties: { medical: { type: 'object', properties: { clinic, remark } } } },
      uiSchema: {},
      translations: {},
    });
    const tasks = userTask('Task_Review') + userTask('Task_Follow', { form: 'follow' });
    await world.publishWorkflow(
      'care',
      bpmnOf(start + tasks + end + chain('start', 'Task_Review', 'Task_Follow', 'end')),
      {
        keyFacts: [{ label: 'Remark', value: '=records.review.remark' }],
      },
    );
    const started = await world.start('care');
    caseId = started.caseId;
    world.clock.advance(1000);
    const submitted = await world.submit(started.next.taskId!, { approved: true, remark: canary });
    recordId = submitted.recordId;
    taskId = (await world.openTasks(caseId))[0]!.id;
  }, 120_000);

  afterAll(() => world.close());

  const parts = () => ({ ...world, audit: createAudit(world.database) });
  const services = () => {
    const notifications = createNotificationService(world.database, {
      ...{ ...live, subscribe: () => () => undefined },
      start: () => Promise.resolve(),
    });
    return createTaskServices({ ...parts(), notifications });
  };

  const views: [what: string, read: (actor: Actor) => Promise<unknown>][] = [
    ['record', (actor) => createRecordService(parts()).get(actor, recordId)],
    [
      'case with its key facts',
      (actor) =>
        createCaseReadModel({ ...parts(), processes: createProcessReadModel(world.database) }).get(actor, caseId, 'en'),
    ],
    ['task, its proposals and its case', (actor) => getTaskDetail(parts(), actor, taskId, 'en')],
    [
      'draft that somebody else began',
      async (actor) => {
        await world.claim(taskId, actor);
        const change = { base: 0, changes: { '/medical/clinic': actor.displayName } };
        return changing({ database: world.database, live }, () => services().tasks.saveDraft(actor, taskId, change));
      },
    ],
  ];

  it('is personal where it is free text: the reasons of events and of a task given back', async () => {
    // given
    const stranger = await reader('Stranger', ['public']);
    await insertCaseEvent(world.database, {
      ...{ caseId, at: new Date(), actorId: stranger.userId, kind: 'task', event: 'task.delegated' },
      params: { userId: stranger.userId, reason: canary },
    });
    await world.database.query('update tasks set return_note = $2 where id = $1', [taskId, canary]);
    const timeline = (classes: FieldClass[]) => listTimeline(world.database, caseId, {}, classes);
    const note = async (actor: Actor) => (await getTaskDetail(parts(), actor, taskId, 'en')).returnNote;

    // then
    expect(holds(await timeline(['personal']))).toBe(true);
    expect(holds(await timeline(['public']))).toBe(false);
    expect((await timeline(['public'])).items[0]?.params).toEqual({ userId: stranger.userId });
    expect([await note(readers.personal!), await note(stranger)]).toEqual([canary, undefined]);
    await world.database.query('update tasks set return_note = null where id = $1', [taskId]);
  });

  it('is not written by them either, and stays as it was', async () => {
    // given
    await world.claim(taskId, readers.personal);
    const change = { base: 0, changes: { '/medical/remark': 'altceva', '/medical/clinic': 'Clinica 2' } };

    // when
    await changing({ database: world.database, live }, () =>
      services().tasks.saveDraft(readers.personal!, taskId, change),
    );

    // then
    const [draft] = await world.database.query<{ data: object }>('select data from drafts where task_id = $1', [
      taskId,
    ]);
    expect(draft?.data).toMatchObject({ medical: { remark: canary, clinic: 'Clinica 2' } });
  });

  it.each(views)('is not in the %s', async (_what, read) => {
    // then
    expect(holds(await read(readers.special!))).toBe(true);
    expect(holds(await read(readers.personal!))).toBe(false);
  });
});
