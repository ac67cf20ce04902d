import { buildTask } from '../../testing/build-task.ts';
import { markGone, renewRows } from './renew-rows.ts';

const a = buildTask({ id: 'a' });
const b = buildTask({ id: 'b' });
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('renewing the rows shown', () => {
  it('keeps new tasks back and names them', () => {
    // when
    const { rows, fresh, outdated } = renewRows([a], [buildTask({ id: 'n' }), a], ['n']);
    // then
    expect([ids(rows), fresh, outdated]).toEqual([['a'], ['n'], []]);
  });

  it('shows in place what changed in a row', () => {
    // given
    const claimed = buildTask({ id: 'a', assignee: { id: 'u', displayName: 'Rusu Elena' } });
    // then
    expect(renewRows([a, b], [claimed, b], ['a']).rows[0]?.assignee?.displayName).toBe('Rusu Elena');
  });

  it('leaves what left the list where it is read, and names it', () => {
    // when
    const { rows, outdated } = renewRows([a, b], [b], ['a']);
    // then
    expect([ids(rows), outdated]).toEqual([['a', 'b'], ['a']]);
  });

  it('marks what somebody took where it stands, and moves nothing', () => {
    // given
    const taken = buildTask({ id: 'a', dueAt: '2030-01-01T08:00:00Z', assignee: { id: 'u', displayName: 'Lungu M.' } });
    const { rows, gone } = renewRows([a, b], [b], ['a']);
    // when
    const marked = markGone(rows, gone, [taken, buildTask({ id: 'b', name: 'altceva' })]);
    // then
    expect(gone).toEqual(['a']);
    expect(marked).toEqual([{ ...a, assignee: taken.assignee }, b]);
  });

  it('knows that what lies behind the first page is still there', () => {
    expect(renewRows([a, b], [a], ['x']).outdated).toEqual([]);
  });

  it('moves no row to another group because its deadline changed', () => {
    // given
    const later = buildTask({ id: 'a', dueAt: '2030-01-01T08:00:00Z' });
    // when
    const { rows, outdated, gone } = renewRows([a], [later], ['a']);
    // then
    expect([rows[0]?.dueAt, outdated, gone]).toEqual([a.dueAt, ['a'], []]);
  });
});
