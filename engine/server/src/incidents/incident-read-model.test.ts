import { createProcessReadModel } from '../process/process-read-model.ts';
import { bpmnOf, chain, end, flow, start, userTask } from '../process/testing/test-bpmn.ts';
import type { TestWorld } from '../process/testing/test-world.ts';
import { createTestWorld } from '../process/testing/test-world.ts';
import type { IncidentReadModel } from './incident-read-model.ts';
import { createIncidentReadModel } from './incident-read-model.ts';

describe('incidents', () => {
  let world: TestWorld;
  let incidents: IncidentReadModel;

  beforeAll(async () => {
    world = await createTestWorld();
    incidents = createIncidentReadModel(world);
    const gate = '<bpmn:exclusiveGateway id="Gate" name="Approved?" />';
    const elements =
      start + userTask('Task_Review', { outputs: { approved: '=data.approved' } }) + gate + userTask('Task_Next') + end;
    await world.publishWorkflow(
      'gated',
      bpmnOf(
        elements +
          chain('start', 'Task_Review', 'Gate') +
          flow('Gate', 'Task_Next', '=approved') +
          chain('Task_Next', 'end'),
      ),
    );
  }, 120_000);

  afterAll(() => world.close());

  const stuck = async () => {
    const started = await world.start('gated');
    world.clock.advance(1000);
    await world.submit(started.next.taskId!, { approved: false });
    return started;
  };

  it('are listed with their case and element, the newest first, page by page', async () => {
    // given
    const [first, second] = [await stuck(), await stuck()];

    // when
    const page = await incidents.list(world.chief, { limit: '1' }, 'ro');
    const rest = await incidents.list(world.chief, { limit: '1', cursor: page.nextCursor ?? '' }, 'ro');

    // then
    expect(page.items).toMatchObject([
      {
        caseId: second.caseId,
        caseNumber: second.number,
        elementId: 'Gate',
        elementName: 'Approved?',
        kind: 'CONDITION_ERROR',
      },
    ]);
    expect(rest).toMatchObject({ items: [{ caseId: first.caseId }], nextCursor: null });
  });

  it('stand beside the process on its diagram', async () => {
    // given
    const { caseId } = await stuck();

    // when
    const instance = await createProcessReadModel(world.database).findRoot(caseId);

    // then
    expect(instance).toMatchObject({
      status: 'active',
      activeElements: ['Gate'],
      completedElements: ['start', 'Task_Review'],
      incidents: [{ elementId: 'Gate' }],
    });
  });

  it('come back when the retry fails again, and are listed as resolved when it does not', async () => {
    // given
    const { caseId } = await stuck();
    const [incident] = (await incidents.list(world.chief, {}, 'ro')).items.filter((item) => item.caseId === caseId);

    // when
    await world.engine.retryIncident({ incidentId: incident!.id, actorId: world.chief.userId });

    // then
    const open = (await incidents.list(world.chief, {}, 'ro')).items.filter((item) => item.caseId === caseId);
    expect(open).toHaveLength(1);
    expect(open[0]?.id).not.toBe(incident!.id);
    const resolved = await incidents.list(world.chief, { state: 'resolved' }, 'ro');
    expect(resolved.items.map(({ id }) => id)).toContain(incident!.id);
  });

  it('are not shown beyond the permission', async () => {
    // given
    await stuck();
    const [incident] = (await incidents.list(world.chief, {}, 'ro')).items;

    // then
    expect((await incidents.list(world.clerk, {}, 'ro')).items).toEqual([]);
    await expect(incidents.get(world.clerk, 'incident.read', incident!.id, 'ro')).rejects.toMatchObject({
      status: 404,
    });
    await expect(incidents.get(world.chief, 'incident.retry', 'x', 'ro')).rejects.toMatchObject({ status: 404 });
  });

  it('of a cancelled process are no more', async () => {
    // given
    const { caseId } = await stuck();
    const instance = await createProcessReadModel(world.database).findRoot(caseId);

    // when
    await world.engine.cancelInstance({ instanceId: instance!.id, actorId: world.chief.userId });

    // then
    expect(await createProcessReadModel(world.database).get(instance!.id)).toMatchObject({
      status: 'terminated',
      activeElements: [],
      incidents: [],
    });
    expect(await world.database.query('select status from cases where id = $1', [caseId])).toEqual([
      { status: 'closed' },
    ]);
  });
});
