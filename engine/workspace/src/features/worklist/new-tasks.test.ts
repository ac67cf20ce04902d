import { buildTask } from '../../testing/build-task.ts';
import { renewRows } from './new-tasks.ts';

const a = buildTask({ id: 'a' });
const b = buildTask({ id: 'b' });

describe('renewing the rows shown', () => {
  it('keeps new tasks back and counts them', () => {
    // when
    const { rows, fresh } = renewRows([a], [buildTask({ id: 'n' }), a], ['n']);
    // then
    expect(rows.map((task) => task.id)).toEqual(['a']);
    expect(fresh).toBe(1);
  });

  it('shows in place what changed in a row', () => {
    // given
    const claimed = buildTask({ id: 'a', assignee: { id: 'u', displayName: 'Rusu Elena' } });
    // then
    expect(renewRows([a, b], [claimed, b], ['a']).rows[0]?.assignee?.displayName).toBe('Rusu Elena');
  });

  it('takes away what left the queue, and nothing that lies behind the first page', () => {
    expect(renewRows([a, b], [], ['a']).rows.map((task) => task.id)).toEqual(['b']);
  });
});
