import type { SupervisionSummary } from '@esocial/contracts/generated/api-supervision-summary.ts';
import { buildTask } from '../../testing/build-task.ts';
import { loadAfter, loadRows, totalOf } from './load.ts';

const summary: SupervisionSummary = {
  overdue: 1,
  atRisk: 0,
  unclaimed: 2,
  byWorker: [{ user: { id: 'u1', displayName: 'Rusu Elena' }, onTime: 3, atRisk: 0, overdue: 1 }],
  byInstitution: [{ institution: { id: 'o1', name: 'Orhei' }, unclaimed: 2, onTime: 4, atRisk: 0, overdue: 1 }],
  trend: [],
};

describe('load', () => {
  it('is shown by worker or by office', () => {
    expect(loadRows(summary, 'workers').map((row) => row.name)).toEqual(['Rusu Elena']);
    expect(loadRows(summary, 'offices')).toEqual([
      { id: 'o1', name: 'Orhei', unclaimed: 2, onTime: 4, atRisk: 0, overdue: 1 },
    ]);
  });

  it('after a change counts the tasks taken over by their state', () => {
    // given
    const tasks = [
      buildTask({ id: 'a', deadlineState: 'overdue' }),
      buildTask({ id: 'b', deadlineState: 'onTime', assignee: { id: 'u2', displayName: 'Popa Ion' } }),
      buildTask({ id: 'c', deadlineState: 'none' }),
    ];
    // when
    const { before, after } = loadAfter(summary, 'u1', tasks);
    // then
    expect(totalOf(before)).toBe(4);
    expect(after).toEqual({ onTime: 4, atRisk: 0, overdue: 2 });
  });

  it('does not grow by what the colleague has already', () => {
    // given
    const own = buildTask({ deadlineState: 'overdue', assignee: { id: 'u1', displayName: 'Rusu Elena' } });
    // then
    expect(loadAfter(summary, 'u1', [own]).after).toEqual({ onTime: 3, atRisk: 0, overdue: 1 });
  });

  it('begins at nothing for somebody without tasks', () => {
    expect(loadAfter(summary, 'u9', []).before).toEqual({ onTime: 0, atRisk: 0, overdue: 0 });
  });
});
