import { foldNotices, lateBatch } from './late-notices.ts';

describe('notices of work that was held up', () => {
  it('belong to the hour in which it is made up for, and to none when it is in time', () => {
    // given
    const now = new Date('2026-01-05T08:40:00Z');

    // then
    expect(lateBatch(new Date('2026-01-05T08:00:00Z'), now)).toBe('2026-01-05T08');
    expect(lateBatch(new Date('2026-01-05T08:30:00Z'), now)).toBeUndefined();
    expect(lateBatch(new Date('2026-01-05T09:00:00Z'), now)).toBeUndefined();
  });

  it('are one a person: the only one as it is, several as a count', () => {
    // given
    const notice = (id: string, user: string) => ({ id, user_id: user, kind: 'task.assigned', params: { name: id } });

    // when
    const folded = foldNotices([notice('a', 'ana'), notice('b', 'ion'), notice('c', 'ana'), notice('d', 'ana')], 'h');

    // then
    expect(folded).toEqual([
      expect.objectContaining({ user_id: 'ana', kind: 'work.digest', params: { count: 3 }, folded: 3, batch: 'h' }),
      expect.objectContaining({ user_id: 'ion', kind: 'task.assigned', params: { name: 'b' }, folded: 1 }),
    ]);
  });
});
