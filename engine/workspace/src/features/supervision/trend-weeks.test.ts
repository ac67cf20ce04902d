import { trendWeeks } from './trend-weeks.ts';

const day = (date: string, opened: number, completed = 0, completedLate = 0) => ({
  date,
  opened,
  completed,
  completedLate,
});

describe('weeks of the trend', () => {
  it('are counted back from today, the first may be shorter', () => {
    // given
    const days = Array.from({ length: 9 }, (_, index) => day(`2026-03-0${index + 1}`, 1));
    // then
    expect(trendWeeks(days)).toEqual([
      { from: '2026-03-01', to: '2026-03-02', opened: 2, completed: 0, completedLate: 0 },
      { from: '2026-03-03', to: '2026-03-09', opened: 7, completed: 0, completedLate: 0 },
    ]);
  });

  it('add up what was finished and what of it late', () => {
    expect(trendWeeks([day('2026-03-01', 0, 3, 1), day('2026-03-02', 0, 2, 2)])[0]).toMatchObject({
      completed: 5,
      completedLate: 3,
    });
  });
});
