import fc from 'fast-check';
import { durationParts } from './duration-parts.ts';

const say = (seconds: number) =>
  durationParts(seconds)
    .map(({ unit, count }) => `${count} ${unit}`)
    .join(' ');

describe('a duration in parts', () => {
  it.each([
    [0, '0 seconds'],
    [-5, '0 seconds'],
    [59, '59 seconds'],
    [60, '1 minutes'],
    [3_725, '1 hours 2 minutes'],
    [86_400, '1 days'],
    [86_400 + 59, '1 days'],
    [200_000, '2 days 7 hours'],
  ])('%i s are %s', (seconds, expected) => {
    expect(say(seconds)).toBe(expected);
  });

  it('has one or two parts, none of them zero unless nothing is left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (seconds) => {
        const parts = durationParts(seconds);
        expect(parts.length).toBeGreaterThan(0);
        expect(parts.length).toBeLessThan(3);
        expect(parts.every(({ count }) => count > 0)).toBe(true);
      }),
    );
  });
});
