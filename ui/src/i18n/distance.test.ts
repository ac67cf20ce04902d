import { distanceInWords } from './distance.ts';

const now = new Date('2026-03-12T10:00:00Z');

describe('distance in words', () => {
  it.each([
    ['2026-03-12T10:00:20Z', 'distance.now', {}],
    ['2026-03-12T10:25:00Z', 'distance.inMinutes', { count: 25 }],
    ['2026-03-12T09:50:00Z', 'distance.minutesAgo', { count: 10 }],
    ['2026-03-12T15:00:00Z', 'distance.today', {}],
    ['2026-03-13T15:00:00Z', 'distance.tomorrow', {}],
    ['2026-03-11T15:00:00Z', 'distance.yesterday', {}],
    ['2026-03-20T15:00:00Z', 'distance.inDays', { count: 8 }],
    ['2026-03-02T15:00:00Z', 'distance.daysAgo', { count: 10 }],
  ])('of %s is %s', (at, key, values) => {
    expect(distanceInWords(new Date(at), now)).toEqual({ key, values });
  });

  it('counts the day after midnight in Chisinau as tomorrow', () => {
    expect(distanceInWords(new Date('2026-03-12T22:30:00Z'), now).key).toBe('distance.tomorrow');
  });
});
