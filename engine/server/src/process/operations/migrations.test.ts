import { ForbiddenError } from '../../errors/app-error.ts';
import { createMigrationService } from './migration-service.ts';
import type { MigrationService } from './migration-service.ts';
import { migrateDueInstances } from './migration-worker.ts';
import { bpmnOf, chain, end, start, userTask } from '../testing/test-bpmn.ts';
import type { OperationsWorld } from './testing/operations-world.ts';
import { createOperationsWorld } from './testing/operations-world.ts';

const remind = (id: string, host: string, duration: string): string =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="false"><bpmn:timerEventDefinition id="${id}_d"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${duration}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;
const because = { reason: 'the law has changed' };

describe('migrating running instances', () => {
  let world: OperationsWorld;
  let migrations: MigrationService;
  let woken = 0;

  beforeAll(async () => {
    world = await createOperationsWorld();
    migrations = createMigrationService({ ...world, wake: () => (woken += 1) });
  }, 120_000);

  afterAll(() => world.close());

  let keys = 0;

  /** A first version with cases that run, and a second in which the task is named otherwise and reminded of. */
  async function twoVersions(cases = 1) {
    keys += 1;
    const id = `law${keys}`;
    const first = start + userTask('Check') + userTask('Sign') + end + chain('start', 'Check', 'Sign', 'end');
    const sourceVersionId = await world.publishWorkflow(id, bpmnOf(first, { id }));
    const started = [];
    for (let count = 0; count < cases; count += 1) started.push(await world.start(id));
    const second =
      start + userTask('Verify') + remind('Late', 'Verify', 'PT1H') + userTask('Note') + userTask('Sign') + end;
    const targetVersionId = await world.publishWorkflow(
      id,
      bpmnOf(second + chain('start', 'Verify', 'Sign', 'end') + chain('Late', 'Note', 'end'), { id }),
    );
    const ids = [];
    for (const { caseId } of started) ids.push((await world.instanceIds(caseId))[0]!);
    return { id, sourceVersionId, targetVersionId, started, ids };
  }

  const mapping = [{ source: 'Check', target: 'Verify' }];
  const inOneUnit = <T>(work: () => Promise<T>): Promise<T> => world.database.transaction(work);
  const workOff = (database = world.database) =>
    migrateDueInstances({ ...world, database, onError: (error) => world.errors.push(error) });
  const elementsOf = async (caseId: string) => (await world.openTasks(caseId)).map((task) => task.element_id).sort();

  it('proposes to map what has kept its id', async () => {
    // given
    const { sourceVersionId, targetVersionId } = await twoVersions(0);

    // when
    const { pairs, targets } = await migrations.propose(sourceVersionId, targetVersionId, 'en');

    // then
    expect(Object.fromEntries(pairs.map(({ source, target }) => [source, target]))).toEqual({
      ...{ start: 'start', Check: null, Sign: 'Sign', end: 'end' },
    });
    expect(targets.map(({ elementId }) => elementId)).toContain('Verify');
  });

  it('a dry run tells what would be refused and why, and changes nothing', async () => {
    // given
    const { sourceVersionId, targetVersionId, started, ids } = await twoVersions(2);
    await world.submit(started[1]!.next.taskId!);

    // when
    const plan = await migrations.migrate(world.administrator, {
      ...{ sourceVersionId, targetVersionId, dryRun: true, ...because },
    });
    const mapped = await migrations.migrate(world.administrator, {
      ...{ sourceVersionId, targetVersionId, mapping, dryRun: true, ...because },
    });

    // then
    expect(plan).toMatchObject({ id: null, state: 'dryRun', total: 2, refused: 1, migrated: 0 });
    expect(plan.results[0]).toMatchObject({ instanceId: ids[0], outcome: 'refused' });
    expect(plan.results[0]?.faults[0]).toMatchObject({ code: 'UNMAPPED', elementId: 'Check' });
    expect(mapped).toMatchObject({ total: 2, refused: 0 });
    expect(mapped.results.find(({ instanceId }) => instanceId === ids[0])?.events).toEqual([
      expect.objectContaining({ action: 'opened', kind: 'timer', targetElementId: 'Late' }),
    ]);
    expect(await world.database.query('select id from process_migrations')).toEqual([]);
    expect(await elementsOf(started[0]!.caseId)).toEqual(['Check']);
  });

  it('one instance goes over with its task, its case and what it waits for now', async () => {
    // given
    const { targetVersionId, started, ids } = await twoVersions();
    const [{ caseId, next }] = started as [(typeof started)[0] & object];

    // when
    const result = await inOneUnit(() =>
      migrations.migrateInstance(
        world.administrator,
        { instanceId: ids[0]!, version: undefined },
        { targetVersionId, mapping, ...because },
      ),
    );

    // then
    expect(result.outcome).toBe('migrated');
    expect(await world.openTasks(caseId)).toEqual([expect.objectContaining({ id: next.taskId, element_id: 'Verify' })]);
    const [row] = await world.database.query(
      `select c.workflow_version_id as of_case, i.workflow_version_id as of_instance, t.workflow_version_id as of_task,
         p.pins->>('workflow:' || c.workflow_key) as pinned
       from cases c join process_instances i on i.case_id = c.id join tasks t on t.case_id = c.id
       join pin_sets p on p.id = c.pin_set_id where c.id = $1`,
      [caseId],
    );
    expect(row).toEqual({
      ...{ of_case: targetVersionId, of_instance: targetVersionId, of_task: targetVersionId, pinned: targetVersionId },
    });
    expect(await world.auditOf(ids[0]!)).toEqual([
      expect.objectContaining({ verb: 'process.migrated', reason: because.reason }),
    ]);

    // when
    world.clock.advance(3_700_000);
    await world.work();
    await world.submit(next.taskId!);

    // then
    expect(await elementsOf(caseId)).toEqual(['Note', 'Sign']);
  });

  it('one that does not fit is refused with the element named, and stays as it is', async () => {
    // given
    const { targetVersionId, started, ids } = await twoVersions();
    const migrate = (pairs: typeof mapping) =>
      inOneUnit(() =>
        migrations.migrateInstance(
          world.administrator,
          { instanceId: ids[0]!, version: 1 },
          { targetVersionId, mapping: pairs, ...because },
        ),
      );

    // when
    const [unmapped, unknown] = [await migrate([]), await migrate([{ source: 'Check', target: 'Nothing' }])];

    // then
    expect(unmapped).toMatchObject({ outcome: 'refused', faults: [{ code: 'UNMAPPED', elementId: 'Check' }] });
    expect(unknown.faults.map(({ code }) => code)).toContain('UNKNOWN_ELEMENT');
    expect(await elementsOf(started[0]!.caseId)).toEqual(['Check']);
    expect(await world.auditOf(ids[0]!)).toEqual([]);
    await expect(
      inOneUnit(() =>
        migrations.migrateInstance(
          world.administrator,
          { instanceId: ids[0]!, version: 5 },
          { targetVersionId, ...because },
        ),
      ),
    ).rejects.toMatchObject({ status: 412 });
  });

  it('many are worked off one by one, each with its result', async () => {
    // given
    const { sourceVersionId, targetVersionId, started, ids } = await twoVersions(3);
    await inOneUnit(() =>
      world.operations.suspend(world.administrator, { instanceId: ids[1]!, version: undefined }, 'wait'),
    );
    await inOneUnit(() =>
      world.operations.cancel(world.administrator, { instanceId: ids[2]!, version: undefined }, 'over'),
    );
    const before = woken;

    // when
    const made = await inOneUnit(() =>
      migrations.migrate(world.administrator, { sourceVersionId, targetVersionId, mapping, ...because }),
    );
    await workOff();
    const after = await migrations.get(world.administrator, made.id!);

    // then
    expect(woken).toBe(before + 1);
    expect(made).toMatchObject({ state: 'running', total: 2, pending: 2 });
    expect(after).toMatchObject({
      state: 'finished',
      migrated: 2,
      refused: 0,
      createdBy: { displayName: 'Admin Ana' },
    });
    expect(await elementsOf(started[0]!.caseId)).toEqual(['Verify']);
    expect(await elementsOf(started[1]!.caseId)).toEqual(['Verify']);
    expect(await workOff()).toBe(0);

    // when
    await inOneUnit(() => world.operations.resume(world.administrator, { instanceId: ids[1]!, version: undefined }));
    world.clock.advance(3_700_000);
    await world.work();

    // then
    expect(await elementsOf(started[1]!.caseId)).toEqual(['Note', 'Verify']);
  });

  it('those that have moved on in between are refused, the others go over', async () => {
    // given
    const { sourceVersionId, targetVersionId, started } = await twoVersions(3);
    const made = await inOneUnit(() =>
      migrations.migrate(world.administrator, { sourceVersionId, targetVersionId, mapping, ...because }),
    );
    await world.submit(started[0]!.next.taskId!);
    await world.database.query(`update process_instances set process_id = 'gone' where case_id = $1`, [
      started[2]!.caseId,
    ]);

    // when
    await workOff();

    // then
    const { results } = await migrations.listResults(world.administrator, made.id!, { outcome: 'refused' });
    expect(results).toEqual([expect.objectContaining({ caseId: started[2]!.caseId })]);
    expect(await elementsOf(started[0]!.caseId)).toEqual(['Sign']);
    expect(await elementsOf(started[1]!.caseId)).toEqual(['Verify']);
    const page = await migrations.listResults(world.administrator, made.id!, { limit: '2' });
    const rest = await migrations.listResults(world.administrator, made.id!, { cursor: page.nextCursor! });
    expect([page.results.length, rest.results.length, rest.nextCursor]).toEqual([2, 1, null]);
  });

  it('two workers share them, and none is migrated twice', async () => {
    // given
    const { sourceVersionId, targetVersionId, ids } = await twoVersions(6);
    const made = await inOneUnit(() =>
      migrations.migrate(world.administrator, { sourceVersionId, targetVersionId, mapping, ...because }),
    );

    // when
    await Promise.all([workOff(), workOff(), workOff()]);

    // then
    expect(await migrations.get(world.administrator, made.id!)).toMatchObject({ migrated: 6, pending: 0 });
    for (const id of ids) expect(await world.auditOf(id)).toHaveLength(1);
  });

  it('goes only between active versions of one workflow', async () => {
    // given
    const [one, other] = [await twoVersions(0), await twoVersions(0)];

    // then
    await expect(migrations.propose(one.sourceVersionId, other.targetVersionId, 'en')).rejects.toMatchObject({
      code: 'migration_between_workflows',
    });
    await expect(migrations.get(world.administrator, 'none')).rejects.toMatchObject({ status: 404 });
    expect(() => migrations.get(world.clerk, 'none')).toThrow(ForbiddenError);
  });
});
