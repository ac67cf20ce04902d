import fc from 'fast-check';
import { deletionsOf, foldName, isOneTypoApart, nameKeys } from './fold-name.ts';

const letters = fc.string({ unit: fc.constantFrom(...'abcdeghiklmnoprstuvz'), minLength: 1, maxLength: 10 });
const names = fc.string({ unit: fc.constantFrom(...'abcdeghikmorăâîșşțţкжюяШЁ-’ ') });

describe('folding names', () => {
  it.each([
    ['Ceban', 'Чебан'],
    ['Munteanu', 'Мунтяну'],
    ['Gheorghe', 'Георге'],
    ['Țurcan', 'Ţurcan'],
    ['Țurcan', 'Цуркан'],
    ['Șevcenco', 'Шевченко'],
    ['Ciobanu', 'Чобану'],
    ['Anna', 'Ana'],
    ['Boico', 'Бойко'],
    ['Lungu', 'ЛУНГУ'],
  ])('finds %s as %s', (latin, other) => {
    // then
    expect(foldName(other)).toBe(foldName(latin));
  });

  it('keeps different names apart', () => {
    // given
    const keys = ['Popa', 'Popescu', 'Ionescu', 'Rusu', 'Russo', 'Ion', 'Ioana', 'Ana', 'Maria', 'Marin'].map(foldName);

    // then
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(names, fc.string({ unit: 'grapheme' })), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
    );
  });

  it('does not depend on case or on diacritics other than î and â', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(foldName(name.toUpperCase())).toBe(foldName(name.toLowerCase()));
        expect(foldName(name.replace(/ă/g, 'a').replace(/[șş]/g, 's').replace(/[țţ]/g, 't'))).toBe(foldName(name));
      }),
    );
  });

  it.each(['Rîșcanu', 'Râșcanu', 'Riscanu', 'Rascanu'])('finds Râșcanu and Rîșcanu by %s', (query) => {
    // then
    expect(nameKeys('Râșcanu')).toContain(foldName(query));
    expect(nameKeys('Rîșcanu')).toContain(foldName(query));
  });

  it('gives each word of a double name a key of its own', () => {
    expect(nameKeys('Popescu-Ionescu Ana')).toEqual(['popescu', 'ionescu', 'ana']);
  });
});

describe('typos', () => {
  it.each([
    ['popescu', 'popescu'],
    ['popescu', 'popesu'],
    ['popescu', 'popesccu'],
    ['popescu', 'popexcu'],
    ['popescu', 'popsecu'],
    ['popescu', 'opescu'],
  ])('sees %s and %s as one typo apart at most', (left, right) => {
    // then
    expect(isOneTypoApart(left, right)).toBe(true);
    expect(isOneTypoApart(right, left)).toBe(true);
    expect(deletionsOf(left).some((form) => deletionsOf(right).includes(form))).toBe(true);
  });

  it.each([
    ['popescu', 'popes'],
    ['popescu', 'peposcu'],
    ['ion', 'ana'],
  ])('sees %s and %s as different', (left, right) => {
    // then
    expect(isOneTypoApart(left, right)).toBe(false);
  });

  it('always share a deletion, whichever letter was mistaken', () => {
    fc.assert(
      fc.property(
        letters,
        letters,
        fc.nat(),
        fc.constantFrom('delete', 'insert', 'exchange', 'swap'),
        (word, other, at, kind) => {
          const place = at % word.length;
          const letter = other[0]!;
          const [head, tail] = [word.slice(0, place), word.slice(place)];
          const typed = {
            delete: head + tail.slice(1),
            insert: head + letter + tail,
            exchange: head + letter + tail.slice(1),
            swap: head + (tail[1] ?? '') + tail[0] + tail.slice(2),
          }[kind];
          fc.pre(typed !== '');
          expect(isOneTypoApart(word, typed)).toBe(true);
          const shared = deletionsOf(word).some((form) => deletionsOf(typed).includes(form));
          expect(shared || word.length + typed.length <= 2).toBe(true);
        },
      ),
    );
  });
});
