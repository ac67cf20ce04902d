import { bpmnOf, chain, end, start, userTask } from '../process/testing/test-bpmn.ts';
import type { TestWorld } from '../process/testing/test-world.ts';
import { createTestWorld } from '../process/testing/test-world.ts';
import { listActivities, startActivity } from './case-activities.ts';

describe('activities that a case offers', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestWorld();
    const adHoc = `<bpmn:adHocSubProcess id="Care" name="Care">
      <bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=done</bpmn:completionCondition>
      ${userTask('Visit')}${userTask('Advise', { outputs: { done: '=data.approved' } })}</bpmn:adHocSubProcess>`;
    await world.publishWorkflow(
      'care',
      bpmnOf(start + adHoc + userTask('Close') + end + chain('start', 'Care', 'Close', 'end'), { id: 'care' }),
      { startVariables: { done: '=false' } },
    );
  }, 120_000);

  afterAll(() => world.close());

  const start_ = (caseId: string, elementId: string, actor = world.clerk, elementInstanceId?: string) =>
    world.database.transaction(async () => {
      const [offer] = await listActivities(world, caseId, 'en');
      return startActivity(world, actor, caseId, {
        elementInstanceId: elementInstanceId ?? offer!.elementInstanceId,
        elementId,
      });
    });
  const elementsOf = async (caseId: string) => (await world.openTasks(caseId)).map((task) => task.element_id).sort();

  it('are those of its open ad-hoc sub-processes, with how many run', async () => {
    // given
    const { caseId } = await world.start('care');

    // then
    expect(await listActivities(world, caseId, 'en')).toEqual([
      expect.objectContaining({ elementId: 'Visit', name: 'Visit', active: 0 }),
      expect.objectContaining({ elementId: 'Advise', name: 'Advise', active: 0 }),
    ]);

    // when
    const first = await start_(caseId, 'Visit');
    await start_(caseId, 'Visit');

    // then
    expect(first.taskIds).toHaveLength(1);
    expect(await elementsOf(caseId)).toEqual(['Visit', 'Visit']);
    expect((await listActivities(world, caseId, 'en')).map(({ active }) => active)).toEqual([2, 0]);
    expect(
      await world.database.query(`select fields from audit_events where case_id = $1 and verb = 'activity.started'`, [
        caseId,
      ]),
    ).toEqual([{ fields: ['Visit'] }, { fields: ['Visit'] }]);
  });

  it('are none when the sub-process is over', async () => {
    // given
    const { caseId } = await world.start('care');
    const elementInstanceId = (await listActivities(world, caseId, 'en'))[0]?.elementInstanceId;
    const { taskIds } = await start_(caseId, 'Advise');

    // when
    await world.submit(taskIds[0]!);

    // then
    expect(await elementsOf(caseId)).toEqual(['Close']);
    expect(await listActivities(world, caseId, 'en')).toEqual([]);
    await expect(start_(caseId, 'Visit', world.clerk, elementInstanceId)).rejects.toMatchObject({
      code: 'activity_not_offered',
    });
  });

  it('are started by those who may complete tasks of the case', async () => {
    // given
    const { caseId } = await world.start('care');
    const stranger = { ...world.clerk, permissions: [] };

    // then
    await expect(start_(caseId, 'Visit', stranger)).rejects.toMatchObject({ status: 403 });
    await expect(start_(caseId, 'Close')).rejects.toMatchObject({ code: 'activity_not_offered' });
    expect(await elementsOf(caseId)).toEqual([]);
  });
});
