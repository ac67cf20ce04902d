import { nextOfCron, parseCron } from './cron.ts';

/** The next three times of a cron expression after a local midnight, as local times without seconds of offset. */
function timesOf(text: string, after: string): string[] {
  const cron = parseCron(text);
  if (cron === null) throw new Error(`"${text}" is no cron expression`);
  const first = nextOfCron(cron, after) ?? '';
  const second = nextOfCron(cron, first) ?? '';
  return [first, second].map((one) => one.replace('.000Z', ''));
}

describe('a cron expression', () => {
  it.each([
    ['0 0 8 * * MON-FRI', '2026-01-02T10:00:00Z', ['2026-01-05T06:00:00', '2026-01-06T06:00:00']],
    ['*/20 * * * * *', '2026-01-02T10:00:05Z', ['2026-01-02T10:00:20', '2026-01-02T10:00:40']],
    ['0 15,45 9-10 * * ?', '2026-01-02T07:20:00Z', ['2026-01-02T07:45:00', '2026-01-02T08:15:00']],
    ['0 0 12 L * *', '2026-01-15T00:00:00Z', ['2026-01-31T10:00:00', '2026-02-28T10:00:00']],
    ['0 0 12 L-2 FEB *', '2027-12-15T00:00:00Z', ['2028-02-27T10:00:00', '2029-02-26T10:00:00']],
    ['0 0 12 LW * *', '2026-01-15T00:00:00Z', ['2026-01-30T10:00:00', '2026-02-27T10:00:00']],
    ['0 0 12 1W * *', '2026-07-15T00:00:00Z', ['2026-08-03T09:00:00', '2026-09-01T09:00:00']],
    ['0 0 12 15W * *', '2026-02-01T00:00:00Z', ['2026-02-16T10:00:00', '2026-03-16T10:00:00']],
    ['0 0 12 ? * FRIL', '2026-01-01T00:00:00Z', ['2026-01-30T10:00:00', '2026-02-27T10:00:00']],
    ['0 0 12 ? * MON#2', '2026-01-01T00:00:00Z', ['2026-01-12T10:00:00', '2026-02-09T10:00:00']],
    ['0 0 0 29 2 *', '2026-01-01T00:00:00Z', ['2028-02-28T22:00:00', '2032-02-28T22:00:00']],
    ['0 0 0 * * 7', '2026-01-01T00:00:00Z', ['2026-01-03T22:00:00', '2026-01-10T22:00:00']],
    ['@monthly', '2026-03-15T00:00:00Z', ['2026-03-31T21:00:00', '2026-04-30T21:00:00']],
  ])('%s after %s', (text, after, expected) => {
    expect(timesOf(text, after)).toEqual(expected);
  });

  it.each([
    '',
    '* * * * *',
    '60 * * * * *',
    '0 0 24 * * *',
    '0 0 0 32 * *',
    '0 0 0 * 13 *',
    '0/0 * * * * *',
    'R3/PT1H',
  ])('is not "%s"', (text) => {
    expect(parseCron(text)).toBeNull();
  });

  it('that names a day which never comes has no next time', () => {
    const cron = parseCron('0 0 0 31 2 *');
    expect(cron && nextOfCron(cron, '2026-01-01T00:00:00Z')).toBeNull();
  });

  it('keeps the local time across the change of the clocks', () => {
    expect(timesOf('0 30 8 * * *', '2026-03-28T00:00:00Z')).toEqual(['2026-03-28T06:30:00', '2026-03-29T05:30:00']);
  });
});
