import { createAudit } from '../audit/audit.ts';
import type { LiveEvent } from '../events/live-events.ts';
import { newId } from '../ids/new-id.ts';
import { changing } from '../process/changing.ts';
import { bpmnOf, chain, end, start, userTask } from '../process/testing/test-bpmn.ts';
import type { TestWorld } from '../process/testing/test-world.ts';
import { createTestWorld } from '../process/testing/test-world.ts';
import { checkReferences } from './form-references.ts';
import type { RecordService } from './record-service.ts';
import { createRecordService } from './record-service.ts';

describe('records', () => {
  let world: TestWorld;
  let records: RecordService;
  const told: LiveEvent[] = [];

  beforeAll(async () => {
    world = await createTestWorld();
    records = createRecordService({ ...world, audit: createAudit(world.database) });
    await world.publishWorkflow('road', bpmnOf(start + userTask('Task_One') + end + chain('start', 'Task_One', 'end')));
  }, 120_000);

  afterAll(() => world.close());

  const correct = (recordId: string, data: Record<string, string>, version?: number, actor = world.chief) =>
    changing({ database: world.database, live: { publish: (events) => told.push(...events) } }, (tell) =>
      records.correct(actor, { recordId, data, reason: 'Typing error', version }, tell),
    );

  it('keeps every version of a correction, with who, when and why', async () => {
    // given
    const { caseId, recordId } = await world.start('road', { subject: 'Rof' });

    // when
    const corrected = await correct(recordId, { subject: 'Roof' }, 1);

    // then
    expect(corrected.version).toBe(2);
    const [series] = (await records.listByCase(world.clerk, caseId, 'ro')).items;
    expect(series).toMatchObject({
      ...{ formKey: 'request', title: 'Form request' },
      versions: [
        { id: corrected.recordId, version: 2, submittedBy: 'Chief Ana' },
        { id: recordId, version: 1, submittedBy: 'Clerk Ana' },
      ],
    });
    expect(await records.get(world.clerk, recordId)).toMatchObject({
      data: { subject: 'Rof' },
      latest: false,
      version: 1,
    });
    expect(await records.get(world.chief, corrected.recordId)).toMatchObject({
      data: { subject: 'Roof' },
      latest: true,
      reason: 'Typing error',
      permissions: { correct: true },
    });
    expect(told).toContainEqual({ type: 'case.changed', caseId, institutionId: world.institutionId });
    const [audited] = await world.database.query(
      `select fields, reason from audit_events where verb = 'record.corrected' and object_id = $1`,
      [corrected.recordId],
    );
    expect(audited).toEqual({ fields: ['subject'], reason: 'Typing error' });
  });

  it('takes one of two corrections of the same version', async () => {
    // given
    const { recordId } = await world.start('road');

    // when
    const settled = await Promise.allSettled([
      correct(recordId, { subject: 'One' }, 1),
      correct(recordId, { subject: 'Two' }, 1),
    ]);

    // then
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(settled.find((result) => result.status === 'rejected')).toMatchObject({
      reason: { code: 'stale_version', status: 412 },
    });
  });

  it('holds a correction to the same form as the record', async () => {
    // given
    const { recordId } = await world.start('road');

    // then
    await expect(correct(recordId, { other: 'x' }, 1)).rejects.toMatchObject({ status: 422 });
  });

  it('are corrected only by those who may', async () => {
    // given
    const { recordId } = await world.start('road');

    // then
    await expect(correct(recordId, { subject: 'x' }, 1, world.clerk)).rejects.toMatchObject({ status: 403 });
    await expect(records.get({ ...world.clerk, institutionId: newId() }, recordId)).rejects.toMatchObject({
      status: 403,
    });
    await expect(records.get(world.clerk, newId())).rejects.toMatchObject({ status: 404 });
  });

  it('show nobody a field of a class that they may not see', async () => {
    // given
    const { caseId, next } = await world.start('road');
    const everything = world.clerk.permissions.map((permission) => ({
      ...permission,
      classes: ['public' as const, 'personal' as const, 'special' as const, 'sealed' as const],
    }));
    const { recordId } = await world.submit(
      next.taskId!,
      { approved: true, secret: 'sealed' },
      { ...world.clerk, permissions: everything },
    );

    // then
    expect((await records.get(world.clerk, recordId)).data).toEqual({ approved: true });
    expect((await records.listByCase(world.clerk, caseId, 'en')).items).toHaveLength(2);
  });
});

describe('referenced documents', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestWorld();
  }, 120_000);

  afterAll(() => world.close());

  it('must exist and be of this case, or of none yet and of whoever names them', async () => {
    // given
    const [free, taken, begun, caseId] = [newId(), newId(), newId(), newId()];
    for (const [id, owner, at] of [
      [free, null, '2026-01-01'],
      [taken, caseId, '2026-01-01'],
      [begun, caseId, null],
    ])
      await world.database.query(
        `insert into documents (id, case_id, file_name, media_type, size, digest, created_by, completed_at) values ($1, $2, 'a.pdf', 'application/pdf', 1, 'x', 'me', $3)`,
        [id, owner, at],
      );
    const check = (id: string, place: string | null, userId = 'me') =>
      checkReferences(world.database, named(id), { caseId: place, userId });
    const named = (id: string) => [{ path: '/paper', kind: 'attachment' as const, id }];

    // then
    expect(await check(free, null)).toEqual({ persons: [], documentIds: [free] });
    expect(await check(taken, caseId, 'colleague')).toEqual({ persons: [], documentIds: [taken] });
    const refused = { status: 422, errors: [{ path: '/paper', keyword: 'attachment' }] };
    await expect(check(taken, newId())).rejects.toMatchObject(refused);
    await expect(check(free, caseId, 'somebody else')).rejects.toMatchObject(refused);
    await expect(check(begun, caseId)).rejects.toMatchObject(refused);
    await expect(check('no id', null)).rejects.toMatchObject({ status: 422 });
  });
});
