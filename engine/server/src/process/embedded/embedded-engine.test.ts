import { bpmnOf, chain, end, serviceTask, start, userTask } from '../testing/test-bpmn.ts';
import type { TestWorld } from '../testing/test-world.ts';
import { createTestWorld } from '../testing/test-world.ts';

describe('the embedded engine', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestWorld();
  }, 120_000);

  afterAll(() => world.close());

  it('carries a case from its form through two tasks to its end', async () => {
    // given
    const review = userTask('Task_Review', {
      properties: { deadlineRule: 'review-time' },
      outputs: { approved: '=data.approved' },
    });
    const decide = userTask('Task_Decide', { roles: 'chief' });
    const close = serviceTask('Close', 'esocial.case.close', {
      headers: { outcome: '=if approved then &quot;granted&quot; else &quot;refused&quot;' },
    });
    await world.publishWorkflow(
      'road',
      bpmnOf(start + review + decide + close + end + chain('start', 'Task_Review', 'Task_Decide', 'Close', 'end')),
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
    const [row] = await world.database.query('select status, outcome, next_deadline_at from cases where id = $1', [
      started.caseId,
    ]);
    expect(row).toEqual({ status: 'closed', outcome: 'granted', next_deadline_at: null });
    const steps = await world.database.query(
      'select version, command, changes from process_steps where instance_id in (select id from process_instances where case_id = $1) order by version',
      [started.caseId],
    );
    expect(steps).toMatchObject([
      { version: 1, command: 'start' },
      { version: 2, command: 'completeUserTask', changes: { c: ['Task_Review'] } },
      { version: 3 },
    ]);
  });
});
