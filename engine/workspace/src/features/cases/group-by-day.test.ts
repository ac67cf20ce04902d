import { groupByDay } from './group-by-day.ts';

describe('grouping by day', () => {
  it('keeps the order and counts days by the clock of Chisinau', () => {
    // when
    const groups = groupByDay([
      { at: '2026-03-12T22:30:00Z' },
      { at: '2026-03-12T20:00:00Z' },
      { at: '2026-03-12T09:00:00Z' },
    ]);
    // then
    expect(groups.map((group) => [group.day, group.items.length])).toEqual([
      ['2026-03-13', 1],
      ['2026-03-12', 2],
    ]);
  });
});
