import { createFormat } from './format.ts';

describe('formats', () => {
  it.each(['ro', 'ru', 'en'] as const)('write a date in %s as day, month and year', (language) => {
    expect(createFormat(language).date('2026-03-12')).toBe('12.03.2026');
  });

  it('write an instant by the clock of Chisinau', () => {
    expect(createFormat('ro').dateTime('2026-03-12T15:00:00Z')).toBe('12.03.2026, 17:00');
    expect(createFormat('ro').dateTime('2026-07-12T15:00:00Z')).toBe('12.07.2026, 18:00');
  });

  it('sort names by the letters of the language', () => {
    expect(['Țurcan', 'Tudor', 'Stan', 'Șoltan'].sort(createFormat('ro').compare)).toEqual([
      'Stan',
      'Șoltan',
      'Tudor',
      'Țurcan',
    ]);
  });

  it.each([
    [900, '1 KB'],
    [2_621_440, '2,5 MB'],
  ])('write %i bytes as %s', (bytes, text) => {
    expect(createFormat('ro').bytes(bytes)).toBe(text);
  });
});
