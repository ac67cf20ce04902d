import { bpmnOf, chain, end, start } from '../testing/test-bpmn.ts';
import type { TestWorld } from '../testing/test-world.ts';
import { createTestWorld } from '../testing/test-world.ts';
import { putBack } from './held-work.ts';

describe('work that fails again and again', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestWorld();
    const wait = `<bpmn:intermediateCatchEvent id="Wait"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;
    await world.publishWorkflow('wait', bpmnOf(start + wait + end + chain('start', 'Wait', 'end')));
  }, 120_000);

  afterAll(() => world.close());

  it('is held the fifth time; the incident names element and failure, and nothing of the data', async () => {
    // given
    const { caseId } = await world.start('wait');
    const [timer] = await world.database.query<{ id: string; instance_id: string }>(
      'select id, instance_id from process_timers where case_id = $1',
      [caseId],
    );
    const error = Object.assign(new Error('Key (idnp)=(2000000000007) already exists'), { code: '23505' });
    const work = { kind: 'timer', id: timer!.id, instanceId: timer!.instance_id, elementId: 'Wait', error } as const;
    const incidents = () =>
      world.database.query<{ message: string }>('select message from incidents where case_id = $1', [caseId]);

    // when
    for (let failure = 1; failure < 5; failure += 1) await putBack(world.database, work, world.clock.now());
    const before = await incidents();
    await putBack(world.database, work, world.clock.now());

    // then
    expect(before).toEqual([]);
    expect(await incidents()).toEqual([{ message: 'The timer of "Wait" could not be carried out: Error 23505' }]);
  });
});
