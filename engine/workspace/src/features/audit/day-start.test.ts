import { dayStart } from './day-start.ts';

describe('the beginning of a day', () => {
  it.each([
    ['in winter', '2026-01-15', '2026-01-14T22:00:00.000Z'],
    ['in summer', '2026-07-15', '2026-07-14T21:00:00.000Z'],
    ['when clocks go forward', '2026-03-29', '2026-03-28T22:00:00.000Z'],
    ['the day after', '2026-03-30', '2026-03-29T21:00:00.000Z'],
    ['when clocks go back', '2026-10-25', '2026-10-24T21:00:00.000Z'],
  ])('%s', (_case, day, expected) => {
    expect(dayStart(day)).toBe(expected);
  });

  it('may be that of the next day', () => {
    expect(dayStart('2026-02-28', 1)).toBe('2026-02-28T22:00:00.000Z');
  });

  it.each([undefined, '', 'yesterday', '2026-13-40'])('of %p is not known', (day) => {
    expect(dayStart(day)).toBeUndefined();
  });
});
