import fc from 'fast-check';
import { formatTypedNumber, parseNumber } from './parse-number.ts';

describe('parseNumber', () => {
  it.each([
    ['12', 12],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['1 234,50', 1234.5],
    ['1.234,50', 1234.5],
    ['1.234.567,8', 1234567.8],
    ['-3', -3],
    [' 7 ', 7],
    ['1\u00a0000', 1000],
  ])('reads %j as %d', (text, value) => expect(parseNumber(text)).toBe(value));

  it.each(['', 'abc', '12a', '1,2,3', '--1', '1e5', '1234567890123456', ',5', '5,'])(
    'does not take %j for a number',
    (text) => expect(parseNumber(text)).toBeUndefined(),
  );

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.constantFrom('ro', 'ru', 'en'),
        (cents, language) => {
          expect(parseNumber(formatTypedNumber(cents / 100, language, 2))).toBe(cents / 100);
        },
      ),
    );
  });
});
