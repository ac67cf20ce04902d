import { parseTime } from './parse-time.ts';

describe('parseTime', () => {
  it.each([
    ['9:30', '09:30'],
    ['09.30', '09:30'],
    ['0930', '09:30'],
    ['9', '09:00'],
    ['23:59', '23:59'],
  ])('reads %s as %s', (text, time) => expect(parseTime(text)).toBe(time));

  it.each(['24:00', '9:60', 'noon', '', '9:3'])('does not take %j for a time', (text) =>
    expect(parseTime(text)).toBeUndefined(),
  );
});
