import { addDuration, parseCycle, parseInstant } from './iso-time.ts';

describe('durations', () => {
  it.each([
    ['2026-01-31T10:00:00Z', 'P1M', '2026-02-28T10:00:00.000Z'],
    ['2024-01-31T10:00:00Z', 'P1M', '2024-02-29T10:00:00.000Z'],
    ['2024-02-29T10:00:00Z', 'P1Y', '2025-02-28T10:00:00.000Z'],
    ['2026-01-05T08:00:00Z', 'P10D', '2026-01-15T08:00:00.000Z'],
    ['2026-01-05T08:00:00Z', 'P2W', '2026-01-19T08:00:00.000Z'],
    ['2026-01-05T08:00:00Z', 'PT1H30M0.5S', '2026-01-05T09:30:00.500Z'],
    ['2026-01-05T08:00:00Z', '-P1D', '2026-01-04T08:00:00.000Z'],
    ['2026-01-05T08:00:00Z', 'P', null],
    ['2026-01-05T08:00:00Z', 'PT', null],
    ['2026-01-05T08:00:00Z', '10 days', null],
    ['2026-01-05T08:00:00Z', 'P99999999Y', null],
  ])('%s plus %s is %s', (instant, duration, expected) => {
    expect(addDuration(instant, duration)).toBe(expected);
  });
});

describe('instants', () => {
  it.each([
    ['2026-01-05T08:00:00Z', '2026-01-05T08:00:00.000Z'],
    ['2026-01-05T10:00+02:00', '2026-01-05T08:00:00.000Z'],
    ['2026-01-05T10:00:00+02:00[Europe/Chisinau]', '2026-01-05T08:00:00.000Z'],
    ['2026-01-05T08:00:00', '2026-01-05T08:00:00.000Z'],
    ['2026-01-05', null],
    ['2026-13-05T08:00:00Z', null],
    ['soon', null],
  ])('%s is %s', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });
});

describe('cycles', () => {
  it.each([
    ['R3/PT1H', { repetitions: 3, start: null, interval: 'PT1H' }],
    ['R/P1D', { repetitions: -1, start: null, interval: 'P1D' }],
    ['R2/2026-01-05T08:00:00Z/P1D', { repetitions: 2, start: '2026-01-05T08:00:00.000Z', interval: 'P1D' }],
    ['R2/soon/P1D', null],
    ['3/PT1H', null],
    ['R3', null],
    ['R1/P1D/P1D/P1D', null],
  ])('%s is %j', (text, expected) => {
    expect(parseCycle(text)).toEqual(expected);
  });
});
