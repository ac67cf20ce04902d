import { bpmnOf, chain, end, serviceTask, start, userTask } from '../testing/test-bpmn.ts';
import { createInstanceListReadModel } from './instance-list-read-model.ts';
import { createSummaryReadModel } from './summary-read-model.ts';
import type { OperationsWorld } from './testing/operations-world.ts';
import { createOperationsWorld } from './testing/operations-world.ts';

describe('finding processes', () => {
  let world: OperationsWorld;
  let versions: { first: string; second: string };
  const cases: Record<string, string> = {};

  beforeAll(async () => {
    world = await createOperationsWorld();
    const fail = serviceTask('Fail', 'esocial.notify', { headers: { to: 'nobody' }, retries: 1 });
    const elements = start + userTask('Check') + fail + userTask('Sign') + end;
    const bpmn = (more: string) =>
      bpmnOf(elements + more + chain('start', 'Check', 'Fail', 'Sign', 'end'), { id: 'road' });
    const begin = async (name: string) => {
      const { caseId, next } = await world.start('road');
      cases[name] = (await world.instanceIds(caseId))[0]!;
      return next.taskId!;
    };
    const first = await world.publishWorkflow('road', bpmn(''), { title: 'Road' });
    await begin('checking');
    await world.submit(await begin('failed'));
    await begin('suspended');
    await world.operate((operations) =>
      operations.suspend(world.administrator, { instanceId: cases['suspended']!, version: undefined }, 'wait'),
    );
    const second = await world.publishWorkflow('road', bpmn('<bpmn:textAnnotation id="note" />'), {
      title: 'New road',
    });
    await begin('newer');
    await begin('cancelled');
    await world.operate((operations) =>
      operations.cancel(world.administrator, { instanceId: cases['cancelled']!, version: undefined }, 'twice'),
    );
    versions = { first, second };
  }, 120_000);

  afterAll(() => world.close());

  const list = createList();
  function createList() {
    return async (query: Record<string, string>, actor = world.administrator): Promise<string[]> => {
      const { items } = await createInstanceListReadModel(world).list(actor, query, 'en');
      const names = Object.fromEntries(Object.entries(cases).map(([name, id]) => [id, name]));
      return items.map(({ id }) => names[id] ?? id).sort();
    };
  }

  it('by workflow, version, state, element and incident', async () => {
    // then
    expect(await list({ workflow: 'road' })).toEqual(['cancelled', 'checking', 'failed', 'newer', 'suspended']);
    expect(await list({ workflow: 'other' })).toEqual([]);
    expect(await list({ version: versions.second })).toEqual(['cancelled', 'newer']);
    expect(await list({ state: 'suspended' })).toEqual(['suspended']);
    expect(await list({ state: 'terminated' })).toEqual(['cancelled']);
    expect(await list({ element: 'Check' })).toEqual(['checking', 'newer', 'suspended']);
    expect(await list({ element: 'Check', version: versions.first })).toEqual(['checking', 'suspended']);
    expect(await list({ incident: 'open' })).toEqual(['failed']);
    expect(await list({ incident: 'none', state: 'active' })).toEqual(['checking', 'newer']);
  });

  it('page by page, each with where it is', async () => {
    // when
    const model = createInstanceListReadModel(world);
    const first = await model.list(world.administrator, { limit: '2' }, 'en');
    const second = await model.list(world.administrator, { limit: '2', cursor: first.nextCursor ?? '' }, 'en');
    const third = await model.list(world.administrator, { limit: '2', cursor: second.nextCursor ?? '' }, 'en');

    // then
    const items = [...first.items, ...second.items, ...third.items];
    expect(new Set(items.map(({ id }) => id)).size).toBe(5);
    expect(third.nextCursor).toBeNull();
    expect(items.find(({ id }) => id === cases['failed'])).toMatchObject({
      ...{ workflowKey: 'road', workflowTitle: 'Road', status: 'active', activeElements: ['Fail'], openIncidents: 1 },
    });
    await expect(model.list(world.administrator, { cursor: 'nonsense' }, 'en')).rejects.toMatchObject({ status: 400 });
  });

  it('shows those that one may read, and nobody else anything', async () => {
    // given
    const stranger = { ...world.clerk, institutionId: '00000000-0000-7000-8000-000000000001' };

    // then
    expect(await list({}, world.clerk)).toHaveLength(5);
    expect(await list({}, stranger)).toEqual([]);
    expect(await list({}, { ...world.clerk, permissions: [] })).toEqual([]);
  });

  it('counts them by version and state, and by element of one version', async () => {
    // when
    const model = createSummaryReadModel(world);
    const { workflows, elements } = await model.summarise(world.administrator, { version: versions.first }, 'en');
    const all = await model.summarise(world.administrator, { workflow: 'road' }, 'en');
    const mine = await model.summarise({ ...world.clerk, permissions: [] }, {}, 'en');

    // then
    expect(workflows).toEqual([
      {
        ...{ key: 'road', title: 'Road' },
        versions: [
          expect.objectContaining({
            ...{ versionId: versions.first, active: 2, suspended: 1, completed: 0, terminated: 0, incidents: 1 },
          }),
        ],
      },
    ]);
    expect(elements).toEqual([
      { processId: 'road', elementId: 'Check', active: 2, incidents: 0 },
      { processId: 'road', elementId: 'Fail', active: 1, incidents: 1 },
    ]);
    expect(all.workflows[0]).toMatchObject({ title: 'New road' });
    expect(all.workflows[0]?.versions.map(({ active, terminated }) => [active, terminated])).toEqual([
      [1, 1],
      [2, 0],
    ]);
    expect(all.elements).toBeUndefined();
    expect(mine.workflows).toEqual([]);
  });
});
