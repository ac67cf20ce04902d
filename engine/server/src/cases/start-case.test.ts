import { newId } from '../ids/new-id.ts';
import { bpmnOf, chain, end, serviceTask, start, userTask } from '../process/testing/test-bpmn.ts';
import type { TestWorld } from '../process/testing/test-world.ts';
import { createTestWorld } from '../process/testing/test-world.ts';
import { createAudit } from '../audit/audit.ts';
import { createProcessReadModel } from '../process/process-read-model.ts';
import { createCaseReadModel } from './case-read-model.ts';
import { findCasePlace } from './case-place.ts';

describe('starting a case', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestWorld();
    await world.publishWorkflow(
      'plain',
      bpmnOf(start + userTask('Task_One') + end + chain('start', 'Task_One', 'end')),
      {
        stages: [
          { key: 'first', title: 'Prima', elements: ['Task_One'] },
          { key: 'last', title: 'Ultima', elements: ['end'] },
        ],
        keyFacts: [
          { label: 'Subiect', value: '=records.request.subject' },
          { label: 'Rest', value: '=records.request.amount - 1' },
          { label: 'Greșit', value: '=nothing.at.all' },
        ],
      },
    );
  }, 120_000);

  afterAll(() => world.close());

  it('gives numbers without gaps or doubles, also when many start at once', async () => {
    // given
    const first = Number((await world.start('plain')).number.slice(-6));

    // when
    const started = await Promise.all(Array.from({ length: 20 }, () => world.start('plain')));

    // then
    const numbers = started.map(({ number }) => Number(number.slice(-6))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, n) => first + 1 + n));
    expect(started[0]?.number).toMatch(/^REQ-6400-2026-\d{6}$/);
  });

  it('ends the draft of its form with it, and no other', async () => {
    // given
    const drafts = async () =>
      (await world.database.query<{ key: string }>('select workflow_key as key from start_drafts order by 1')).map(
        ({ key }) => key,
      );
    for (const [userId, key] of [
      [world.clerk.userId, 'plain'],
      [world.clerk.userId, 'other'],
      [world.otherClerk.userId, 'plain'],
    ]) {
      const values = [userId, key, '{}', new Date()];
      await world.database.query('insert into start_drafts values ($1, $2, $3, 1, $4)', values);
    }

    // when
    await expect(world.start('plain', {})).rejects.toMatchObject({ status: 422 });
    const refused = await drafts();
    await world.start('plain');

    // then
    expect([refused, await drafts()]).toEqual([
      ['other', 'plain', 'plain'],
      ['other', 'plain'],
    ]);
  });

  it('takes no number for a form that is refused', async () => {
    // given
    const before = Number((await world.start('plain')).number.slice(-6));

    // when
    await expect(world.start('plain', {})).rejects.toMatchObject({
      status: 422,
      errors: [{ path: '/subject', keyword: 'required' }],
    });

    // then
    expect(Number((await world.start('plain')).number.slice(-6))).toBe(before + 1);
  });

  it('names the person the case is about', async () => {
    // given
    const personId = newId();
    await world.database.query(
      `insert into persons (id, provisional_id, last_name, first_name, birth_date, created_by) values ($1, '8120260000017', 'Țurcanu', 'Ion', '2016-05-20', 'test')`,
      [personId],
    );

    // when
    const { caseId } = await world.start('plain', {
      subject: 'Roof',
      amount: 3,
      person: { personId, lastName: 'Țurcanu', firstName: 'Ion' },
    });

    // then
    const cases = createCaseReadModel({
      ...world,
      processes: createProcessReadModel(world.database),
      audit: createAudit(world.database),
    });
    expect(await cases.get(world.clerk, caseId, 'ro')).toMatchObject({
      person: { id: personId, displayName: 'Țurcanu Ion', age: 9 },
      persons: [{ id: personId, role: 'subject' }],
      stages: [
        { key: 'first', title: 'Prima', state: 'current' },
        { key: 'last', state: 'ahead' },
      ],
      keyFacts: [
        { label: 'Subiect', value: 'Roof' },
        { label: 'Rest', value: 2 },
        { label: 'Greșit', value: null },
      ],
      instance: { status: 'active', activeElements: ['Task_One'], takenFlows: ['start-Task_One'] },
      openTasks: [{ name: 'Task One', person: { displayName: 'Țurcanu Ion' } }],
    });
    expect((await cases.list(world.clerk, { q: 'turcanu' }, 'ro')).items).toMatchObject([{ id: caseId }]);
    expect((await cases.list({ ...world.clerk, institutionId: newId() }, { q: 'turcanu' }, 'ro')).items).toEqual([]);
    const [audited] = await world.database.query(
      `select subject_ids, fields from audit_events where verb = 'case.started' and case_id = $1`,
      [caseId],
    );
    expect(audited).toEqual({ subject_ids: [personId], fields: ['subject', 'amount', 'person'] });
  });

  it('gives the process the law’s parameters, what the workflow takes from the form, and the case', async () => {
    // given
    const close = serviceTask('Close', 'esocial.case.close', {
      headers: { outcome: '=string(doubled) + starterId + (if caseId = null then &quot;&quot; else &quot;!&quot;)' },
    });
    await world.publishWorkflow('variables', bpmnOf(start + close + end + chain('start', 'Close', 'end')), {
      startVariables: { doubled: '=data.amount * 2' },
    });

    // when
    const { caseId } = await world.start('variables', { subject: 'Roof', amount: 21 });

    // then
    expect(await world.database.query('select outcome from cases where id = $1', [caseId])).toEqual([
      { outcome: `42${world.clerk.userId}!` },
    ]);
  });

  it('keeps to the forms of its start when a new version is published', async () => {
    // given
    const { caseId, next } = await world.start('plain');
    const schema = { type: 'object', required: ['signature'], properties: { signature: { type: 'string' } } };

    // when
    await world.publish('form', 'review', {
      file: { key: 'review', title: 'New', legalBasis: [], primaryAction: 'Sign' },
      schema,
      uiSchema: {},
      translations: {},
    });
    await world.submit(next.taskId!, { approved: true });

    // then
    expect(
      await world.database.query(`select data from records where case_id = $1 and form_key = 'review'`, [caseId]),
    ).toEqual([{ data: { approved: true } }]);
    const later = await world.start('plain');
    await expect(world.submit(later.next.taskId!, { approved: true })).rejects.toMatchObject({ status: 422 });
  });

  it('needs the permission', async () => {
    // then
    await expect(world.start('plain', { subject: 'x' }, { ...world.clerk, permissions: [] })).rejects.toMatchObject({
      status: 403,
    });
  });
});

describe('the place of a case', () => {
  let world: TestWorld;
  const [village, other, office] = [newId(), newId(), newId()];

  beforeAll(async () => {
    world = await createTestWorld();
    const { database } = world;
    const [home] = await database.query<{ territory_id: string }>(
      'select territory_id from institutions where id = $1',
      [world.institutionId],
    );
    await database.query(
      `insert into territories (id, code, name, parent_id, ancestor_ids) values ($1, '6420001', 'Sat', $2, array[$2::uuid])`,
      [village, home!.territory_id],
    );
    await database.query(`insert into territories (id, code, name) values ($1, '1000000', 'Anenii Noi')`, [other]);
    await database.query(
      `insert into institutions (id, key, name, kind, territory_id) values ($1, 'there', 'There', 'office', $2)`,
      [office, other],
    );
    await database.query(
      `insert into teams (id, institution_id, key, name) values ($1, $2, 'b', 'B'), ($3, $2, 'a', 'A')`,
      [newId(), office, other],
    );
  }, 120_000);

  afterAll(() => world.close());

  it('is the starter’s office when no territory is named', async () => {
    // then
    expect(await findCasePlace(world.database, world.clerk, null)).toMatchObject({
      institutionId: world.institutionId,
      placeCode: '6400',
    });
  });

  it('is the starter’s office for a village of its territory', async () => {
    // then
    expect(await findCasePlace(world.database, world.clerk, '6420001')).toEqual({
      institutionId: world.institutionId,
      teamId: null,
      territoryId: village,
      placeCode: '6400',
    });
  });

  it('is the office of the territory that is named, and its first team', async () => {
    // then
    expect(await findCasePlace(world.database, world.clerk, '1000000')).toEqual({
      institutionId: office,
      teamId: other,
      territoryId: other,
      placeCode: '1000',
    });
  });

  it('is the starter’s office when nobody knows the territory', async () => {
    // then
    expect(await findCasePlace(world.database, world.clerk, '9999999')).toEqual({
      institutionId: world.institutionId,
      teamId: null,
      territoryId: null,
      placeCode: '0000',
    });
  });
});
