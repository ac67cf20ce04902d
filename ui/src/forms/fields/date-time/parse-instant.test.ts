import { formatInstant } from '@esocial/form-core/format-value.ts';
import fc from 'fast-check';
import { parseInstant } from './parse-instant.ts';

describe('parseInstant', () => {
  it.each([
    ['12.01.2026, 14:30', '2026-01-12T12:30:00Z'],
    ['12.07.2026 14:30', '2026-07-12T11:30:00Z'],
    ['29.03.2026, 01:59', '2026-03-28T23:59:00Z'],
    ['29.03.2026, 04:00', '2026-03-29T01:00:00Z'],
  ])('reads %s on the clock of Chișinău', (text, instant) => expect(parseInstant(text)).toBe(instant));

  it.each(['12.01.2026', '14:30', '31.02.2026, 10:00', '12.01.2026, 25:00', ''])(
    'does not take %j for an instant',
    (text) => expect(parseInstant(text)).toBeUndefined(),
  );

  it('reads back what is shown', () => {
    const minutes = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = new Date(minute * 60_000).toISOString().replace('.000Z', 'Z');
        const shown = formatInstant(instant, 'ro');
        expect(formatInstant(parseInstant(shown)!, 'ro')).toBe(shown);
      }),
    );
  });
});
