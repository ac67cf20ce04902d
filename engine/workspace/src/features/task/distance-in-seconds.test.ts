import { distanceInSeconds } from './distance-in-seconds.ts';

const now = new Date('2026-03-12T08:00:00Z');

describe('the time since the last save', () => {
  it.each([
    ['2026-03-12T07:59:57Z', 3, 'seconds'],
    ['2026-03-12T08:00:02Z', 0, 'seconds'],
    ['2026-03-12T07:57:00Z', 3, 'minutes'],
    ['2026-03-12T06:00:00Z', 120, 'date'],
  ])('%s is told as %i %s', (at, amount, unit) => {
    expect(distanceInSeconds(at, now)).toEqual({ amount, unit });
  });
});
