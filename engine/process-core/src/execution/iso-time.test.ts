import { addDuration, nextTime, parseCycle, parseInstant } from './iso-time.ts';

describe('durations', () => {
  it.each([
    ['2026-01-31T10:00:00Z', 'P1M', '2026-02-28T10:00:00.000Z'],
    ['2024-01-31T10:00:00Z', 'P1M', '2024-02-29T10:00:00.000Z'],
    ['2024-02-29T10:00:00Z', 'P1Y', '2025-02-28T10:00:00.000Z'],
    ['2026-01-05T08:00:00Z', 'P10D', '2026-01-15T08:00:00.000Z'],
    ['2026-01-05T08:00:00Z', 'P2W', '2026-01-19T08:00:00.000Z'],
    ['2026-01-05T08:00:00Z', 'PT1H30M0.5S', '2026-01-05T09:30:00.500Z'],
    ['2026-01-05T08:00:00Z', '-P1D', '2026-01-04T08:00:00.000Z'],
    // The clocks go forward on 29 March 2026 and back on 25 October: a day keeps the local time, 24 hours do not.
    ['2026-03-28T10:00:00Z', 'P1D', '2026-03-29T09:00:00.000Z'],
    ['2026-03-28T10:00:00Z', 'PT24H', '2026-03-29T10:00:00.000Z'],
    ['2026-10-24T09:00:00Z', 'P1W', '2026-10-31T10:00:00.000Z'],
    ['2026-03-01T10:00:00Z', 'P1M', '2026-04-01T09:00:00.000Z'],
    ['2026-03-29T09:00:00Z', '-P1DT1H', '2026-03-28T09:00:00.000Z'],
    // Two in the morning does not exist on that day: the hour is skipped.
    ['2026-03-28T00:30:00Z', 'P1D', '2026-03-29T00:30:00.000Z'],
    // Between 21 and 24 UTC the local day is the next one already.
    ['2026-01-30T23:00:00Z', 'P1M', '2026-02-27T23:00:00.000Z'],
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
    ['2026-01-05T08:00:00', '2026-01-05T06:00:00.000Z'],
    ['2026-07-05T08:00:00', '2026-07-05T05:00:00.000Z'],
    ['2026-07-05T08:00:00[Europe/Paris]', '2026-07-05T06:00:00.000Z'],
    ['2026-07-05T08:00:00[Europe/Nowhere]', null],
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
    ['0 0 8 * * MON-FRI', { repetitions: -1, start: null, interval: '0 0 8 * * MON-FRI' }],
    ['R2/soon/P1D', null],
    ['3/PT1H', null],
    ['R3', null],
    ['R1/P1D/P1D/P1D', null],
  ])('%s is %j', (text, expected) => {
    expect(parseCycle(text)).toEqual(expected);
  });
});

describe('the next time', () => {
  it.each([
    ['2026-01-05T08:00:00.000Z', 'P1D', '2026-01-06T08:00:00.000Z'],
    ['2026-01-05T08:00:00.000Z', '@daily', '2026-01-05T22:00:00.000Z'],
    ['2026-07-05T08:00:00.000Z', '@daily', '2026-07-05T21:00:00.000Z'],
  ])('after %s of %s is %s', (instant, interval, expected) => {
    expect(nextTime(instant, interval)).toBe(expected);
  });
});
