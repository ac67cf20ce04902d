import fc from 'fast-check';
import type { InstanceRow, StepWrites, TaskRow } from '../step-writes.ts';
import { stepStatement } from './step-statement.ts';

const now = '2026-03-02T10:00:00.000Z';
const base: StepWrites = { now, caseId: 'case-1', actorId: 'user-1' };

const instance = (more: Partial<InstanceRow> = {}): InstanceRow => ({
  id: 'instance-1',
  version: 4,
  workflow_version_id: 'workflow-1',
  process_id: 'process',
  parent_instance_id: null,
  parent_element_instance_id: null,
  status: 'active',
  state: { elements: {} },
  ended_at: null,
  command: 'completeUserTask',
  changes: {},
  ...more,
});

const task = (id: string): TaskRow => ({
  id,
  instance_id: 'instance-1',
  element_id: 'Task',
  name: 'Task',
  form_key: 'form',
  form_version_id: 'form-1',
  queue_id: 'queue-1',
  assignee_id: null,
  priority: 50,
  due_at: null,
  at_risk_at: null,
  workflow_key: 'workflow',
  workflow_version_id: 'workflow-1',
  stage: null,
  case_number: 'C-1',
  person_id: null,
  person_name: null,
  person_birth_date: null,
  institution_id: 'office-1',
  team_id: null,
  territory_id: null,
  follower_id: null,
  return_note: null,
  continues_record: false,
});

const openCase = {
  ...{ prefix: 'C', place: '01', year: 2026, workflow_key: 'workflow', workflow_version_id: 'workflow-1' },
  ...{ pin_set_id: 'pins-1', legal_reference_date: '2026-03-02', stage: 'first', person_id: null, manager_id: null },
  ...{ opened_by: 'user-1', institution_id: 'office-1', team_id: null, territory_id: null, search: 'c-1' },
};

/** Highest number of a placeholder. */
function placeholders(text: string): number {
  return Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
}

describe('the statement of a step', () => {
  it('writes nothing when the step brings nothing', () => {
    // when
    const { text, values } = stepStatement(base);
    // then
    expect(text).toBe('select null as case_number');
    expect(values).toEqual([]);
  });

  it('has a part for each table that the step touches, and for no other', () => {
    // when
    const { shape } = stepStatement({
      ...base,
      instances: [instance()],
      completedTask: { id: 'task-1', assignee_id: 'user-1' },
      tasks: [task('task-2')],
    });
    // then
    expect(shape).toBe('advanced1 completed history1 undrafted met created1');
  });

  it('takes the locks before anything can clash', () => {
    // when
    const { text } = stepStatement({
      ...base,
      instances: [instance()],
      completedTask: { id: 'task-1', assignee_id: 'user-1' },
      consumed: { kind: 'timer', id: 'timer-1' },
    });
    // then
    const checks = [...text.matchAll(/step_conflict\('(\w+)'\)/g)].map(([, code]) => code);
    expect(checks).toEqual(['ES001', 'ES002', 'ES003']);
    expect(text.indexOf('advanced as')).toBeLessThan(text.indexOf('history as'));
  });

  it('asks as many instances to be at their version as the step has advanced', () => {
    // when
    const { text } = stepStatement({ ...base, instances: [instance(), instance({ id: 'instance-2', version: 9 })] });
    // then
    expect(text).toContain("(select count(*) from advanced) <> 2 then step_conflict('ES001')");
  });

  it('inserts a new instance and updates the one that called it', () => {
    // when
    const { shape } = stepStatement({ ...base, instances: [instance(), instance({ id: 'child', version: 0 })] });
    // then
    expect(shape).toBe('advanced1 started1 history2');
  });

  it('deletes the work that is carried out once, also where it is listed as removed', () => {
    // when
    const { text, values } = stepStatement({
      ...base,
      consumed: { kind: 'timer', id: 'timer-1' },
      removedTimers: ['timer-1', 'timer-2'],
    });
    // then
    expect(text.match(/delete from process_timers/g)).toHaveLength(2);
    expect(values).toEqual(['timer-1', ['timer-2']]);
  });

  it('leaves the deadlines alone of a task that has none', () => {
    // when
    const { shape } = stepStatement({
      ...base,
      completedTask: { id: 'task-1', assignee_id: 'user-1', unlimited: true },
    });
    // then
    expect(shape).toBe('completed undrafted');
  });

  it('gives a case that is opened its number, its first tasks too, and the reply that is kept', () => {
    // when
    const { text, shape } = stepStatement({
      ...base,
      openCase,
      tasks: [task('task-1')],
      idempotency: {
        user_id: 'user-1',
        route: 'POST /cases',
        key: 'key',
        body_digest: '00',
        status: 201,
        response: {},
      },
    });
    // then
    expect(shape).toBe('given opened replied_number created_first1');
    expect(text).toContain('jsonb_set($');
    expect(text.match(/\(select number from given\)/g)).toHaveLength(2);
  });

  it('opens a case as its first step has left it', () => {
    // when
    const { values } = stepStatement({
      ...base,
      openCase,
      case: { status: 'closed', outcome: 'informed', closed_at: now },
    });
    // then
    expect(values).toEqual(expect.arrayContaining(['closed', 'informed', now]));
  });

  it('lets the new manager follow the tasks that stay open', () => {
    // when
    const { text, values } = stepStatement({
      ...base,
      case: { manager_id: 'user-2' },
      completedTask: { id: 'task-1', assignee_id: 'user-1', unlimited: true },
      withdrawnTasks: ['task-3'],
    });
    // then
    expect(text).toContain('update tasks set follower_id');
    expect(values.at(-1)).toEqual(['task-1', 'task-3']);
  });

  it('shares one text among steps of the same shape, and has a value for each placeholder', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(3), fc.boolean(), (tasks, instances, completes) => {
        // given
        const writes = (suffix: string): StepWrites => ({
          ...base,
          instances: Array.from({ length: instances }, (_, index) => instance({ id: `i-${suffix}-${index}` })),
          tasks: Array.from({ length: tasks }, (_, index) => task(`t-${suffix}-${index}`)),
          ...(completes ? { completedTask: { id: `done-${suffix}`, assignee_id: 'user-1' } } : {}),
        });
        // when
        const [one, other] = [stepStatement(writes('a')), stepStatement(writes('b'))];
        // then
        expect(one.text).toBe(other.text);
        expect(placeholders(one.text)).toBe(one.values.length);
      }),
    );
  });

  it('brings very many rows in one value', () => {
    // when
    const { shape, values } = stepStatement({
      ...base,
      tasks: Array.from({ length: 10_000 }, (_, index) => task(`task-${index}`)),
    });
    // then
    expect(shape).toBe('created_many');
    expect(values).toHaveLength(1);
  });

  it('binds every value', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), (name) => {
        // when
        const { text, values } = stepStatement({ ...base, tasks: [{ ...task('task-1'), name }] });
        // then
        expect(values).toContain(name);
        expect(text).toBe(stepStatement({ ...base, tasks: [task('task-2')] }).text);
      }),
    );
  });
});
