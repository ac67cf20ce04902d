import type { TaskListRow } from './task-row.ts';
import { deadlineState, presentPerson } from './task-row.ts';

const now = new Date('2026-03-10T12:00:00Z');
const row = (
  due: string | null,
  atRisk: string | null,
  completed: string | null = null,
): Pick<TaskListRow, 'due_at' | 'at_risk_at' | 'completed_at'> => ({
  due_at: due ? new Date(due) : Infinity,
  at_risk_at: atRisk ? new Date(atRisk) : Infinity,
  completed_at: completed ? new Date(completed) : null,
});

describe('the state of a deadline', () => {
  it.each([
    ['none', row(null, null)],
    ['onTime', row('2026-03-20T12:00:00Z', '2026-03-15T12:00:00Z')],
    ['atRisk', row('2026-03-20T12:00:00Z', '2026-03-10T12:00:00Z')],
    ['overdue', row('2026-03-10T11:59:59Z', '2026-03-01T12:00:00Z')],
    ['onTime', row('2026-03-05T12:00:00Z', '2026-03-04T12:00:00Z', '2026-03-03T12:00:00Z')],
    ['overdue', row('2026-03-05T12:00:00Z', '2026-03-04T12:00:00Z', '2026-03-06T12:00:00Z')],
  ])('is %s', (expected, task) => {
    // then
    expect(deadlineState(task, now)).toBe(expected);
  });
});

describe('the person of a task', () => {
  it('has an age by the legal day', () => {
    // given
    const person = { person_id: 'p', person_name: 'Popa Ana', person_birth_date: '2016-03-11' };

    // then: in Chișinău it is already the birthday
    expect(presentPerson(person, new Date('2026-03-10T21:59:00Z')).person?.age).toBe(9);
    expect(presentPerson(person, new Date('2026-03-10T22:00:00Z')).person?.age).toBe(10);
  });

  it('is absent where nobody is named', () => {
    // then
    expect(presentPerson({ person_id: null, person_name: null, person_birth_date: null }, now)).toEqual({});
  });
});
