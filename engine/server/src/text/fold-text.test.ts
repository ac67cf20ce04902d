import fc from 'fast-check';
import { foldText } from './fold-text.ts';

describe('foldText', () => {
  it.each([
    ['Ștefan Vodă', 'stefan voda'],
    ['Ştefan Vodă', 'stefan voda'],
    ['  Rîșcani / sector ', 'riscani sector'],
    ['Кишинёв', 'kisiniov'],
    ['Țurcanu-Бойко', 'turcanu boiko'],
    ['', ''],
  ])('folds %j to %j', (text, folded) => {
    // then
    expect(foldText(text)).toBe(folded);
  });

  it('gives the same for composed and decomposed letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ăâîșşțţйёӂабв xyz') }), (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
      }),
    );
  });

  it('changes nothing the second time, and never leaves marks, capitals or doubled spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(folded).not.toMatch(/\p{M}|\s\s|^\s|\s$/u);
      }),
    );
  });
});
