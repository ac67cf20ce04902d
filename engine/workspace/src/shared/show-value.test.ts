import { createFormat } from '@esocial/ui/i18n/format.ts';
import { showValue } from './show-value.ts';

const format = createFormat('ro');
const words = { yes: 'da', no: 'nu' };

describe('a fact', () => {
  it.each([
    [null, '–'],
    ['', '–'],
    [true, 'da'],
    [1234.5, '1.234,5'],
    ['2026-03-12', '12.03.2026'],
    ['2026-03-12T15:00:00Z', '12.03.2026, 17:00'],
    ['Ridicat', 'Ridicat'],
    [['a', 'b'], 'a și b'],
    [{ lastName: 'Popa', firstName: 'Ion' }, 'Popa Ion'],
    [{}, '–'],
  ])('%j is shown as %s', (value, text) => {
    expect(showValue(value, format, words)).toBe(text);
  });

  it('that is money keeps its two decimals', () => {
    expect(showValue(1234.5, format, words, 'money')).toBe('1.234,50');
    expect(showValue([10, 0.005], format, words, 'money')).toBe('10,00 și 0,01');
    expect(showValue(null, format, words, 'money')).toBe('–');
  });
});
