import fc from 'fast-check';
import { checkDigit, isCuatm, isIdno, isIdnp, isIdnv, isPhone, isProvisionalId, provisionalId } from './identifiers.ts';

const idnos = [
  '1008600038413',
  '1010600034203',
  '1009600026622',
  '1006601000255',
  '1018600049308',
  '1003600034203',
  '1019600000010',
];
const idnps = [
  '2006022048426',
  '2002027065619',
  '2005042155206',
  '2000000000015',
  '2001000001237',
  '2003004005008',
  '0990000000017',
];
const wrong = [
  '2001003328546',
  '2000009011288',
  '2004042013580',
  '2222222222222',
  '2134567890123',
  '0000000000000',
  '',
  '200000000001',
  '20000000000150',
  '200000000001x',
  ' 2000000000015',
];

describe('identification numbers', () => {
  it.each(idnps)('%s is an IDNP and nothing else', (text) => {
    expect([isIdnp(text), isIdno(text), isIdnv(text), isProvisionalId(text)]).toEqual([true, false, false, false]);
  });

  it.each(idnos)('%s is an IDNO and nothing else', (text) => {
    expect([isIdnp(text), isIdno(text), isIdnv(text)]).toEqual([false, true, false]);
  });

  it('3000000000012 is an IDNV', () => {
    expect([isIdnp('3000000000012'), isIdno('3000000000012'), isIdnv('3000000000012')]).toEqual([false, false, true]);
  });

  it.each(wrong)('%j is none', (text) => {
    expect([isIdnp(text), isIdno(text), isIdnv(text)]).toEqual([false, false, false]);
  });

  it('are refused when any one digit is mistyped', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^2\d{11}$/),
        fc.nat(12),
        fc.integer({ min: 1, max: 9 }),
        (digits, place, shift) => {
          // given
          const valid = `${digits}${checkDigit(digits)}`;
          // when
          const changed = [...valid]
            .map((digit, index) => (index === place ? String((Number(digit) + shift) % 10) : digit))
            .join('');
          // then
          expect(isIdnp(valid)).toBe(true);
          expect(isIdnp(changed)).toBe(false);
        },
      ),
    );
  });

  it('of provisional kind carry their kind and year and never look like another', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('person' as const, 'institution' as const),
        fc.integer({ min: 2020, max: 2099 }),
        fc.nat(999_999),
        (kind, year, sequence) => {
          const text = provisionalId(kind, year, sequence);
          expect(text.startsWith(`8${kind === 'person' ? 1 : 2}${year}`)).toBe(true);
          expect([isProvisionalId(text), isIdnp(text), isIdno(text), isIdnv(text)]).toEqual([
            true,
            false,
            false,
            false,
          ]);
        },
      ),
    );
    expect(() => provisionalId('person', 2026, 1_000_000)).toThrow(RangeError);
  });
});

describe('other codes', () => {
  it.each(['+37369123456', '+373 69 123 456', '069123456', '0 (22) 123-456', '022123456'])(
    '%s is a phone number',
    (text) => {
      expect(isPhone(text)).toBe(true);
    },
  );

  it.each(['', '69123456', '+37306912345', '+40722123456', '06912345', '0691234567', '0a9123456', '0'.repeat(100)])(
    '%j is no phone number',
    (text) => {
      expect(isPhone(text)).toBe(false);
    },
  );

  it('a CUATM code has seven digits', () => {
    expect([isCuatm('0101000'), isCuatm('1000'), isCuatm('01010001')]).toEqual([true, false, false]);
  });
});
