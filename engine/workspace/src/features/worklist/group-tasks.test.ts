import { buildTask } from '../../testing/build-task.ts';
import { groupTasks } from './group-tasks.ts';

// A Thursday.
const now = new Date('2026-03-12T08:00:00Z');

describe('groups of tasks', () => {
  it.each([
    ['2026-03-12T07:59:00Z', 'overdue'],
    ['2026-03-12T15:00:00Z', 'today'],
    ['2026-03-15T10:00:00Z', 'week'],
    ['2026-03-16T10:00:00Z', 'later'],
    [undefined, 'none'],
  ])('put what is due at %s under %s', (dueAt, key) => {
    expect(groupTasks([buildTask({ dueAt })], now).map((group) => group.key)).toEqual([key]);
  });

  it('stand in the order of urgency, without empty ones', () => {
    // given
    const tasks = [buildTask({ id: 'c' }), buildTask({ id: 'a', dueAt: '2026-03-01T08:00:00Z' })];
    // then
    expect(groupTasks(tasks, now).map((group) => group.key)).toEqual(['overdue', 'none']);
  });
});
