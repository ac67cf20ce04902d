import { foldText } from '../text/fold-text.ts';

/** Spellings of one sound, in Romanian and in Russian written in Latin. Applied until nothing changes. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/ch(?=[ei])/g, 'c'],
  [/gh(?=[ei])/g, 'g'],
  [/ph/g, 'f'],
  [/[kq]/g, 'c'],
  [/w/g, 'v'],
  [/y/g, 'i'],
  [/(?<=[cg])i(?=[aou])/g, ''],
  [/ea/g, 'ia'],
  [/(.)\1+/gu, '$1'],
];

/**
 * Folds one word of a name to the key it is found by: Ceban and Чебан, Munteanu and Мунтяну, Gheorghe and Георге are
 * one. Lossy on purpose; ranking looks at the name as it is written.
 */
export function foldName(word: string): string {
  let folded = foldText(word).replaceAll(' ', '');
  for (let before = ''; before !== folded;) {
    before = folded;
    for (const [spelling, sound] of spellings) folded = folded.replace(spelling, sound);
  }
  return folded;
}

/** The words of a name, as written. */
export function wordsOf(name: string): string[] {
  return name.split(/[\s\-‐‑–.,;()]+/u).filter((word) => foldName(word) !== '');
}

/**
 * The keys under which a name is stored: one a word, and more for a word with î or â, which people write as i or as
 * a when they leave the diacritics out.
 */
export function nameKeys(name: string): string[] {
  const keys = wordsOf(name).flatMap((word) => {
    const composed = word.normalize('NFC');
    return [composed, composed.replace(/[îâÎÂ]/g, 'i'), composed.replace(/[îâÎÂ]/g, 'a')].map(foldName);
  });
  return [...new Set(keys)];
}

/** Every form of a word that one deleted letter leaves, with the word itself: words one typo apart share one. */
export function deletionsOf(word: string): string[] {
  const letters = [...word];
  const shorter = letters.map((_, position) => letters.filter((__, other) => other !== position).join(''));
  return [...new Set([word, ...shorter])].filter((form) => form !== '');
}

/** Whether two words are the same but for one letter added, left out, exchanged, or two neighbours swapped. */
export function isOneTypoApart(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [[...left], [...right]] : [[...right], [...left]];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end += 1;
  const shortMiddle = short.slice(start, short.length - end);
  const longMiddle = long.slice(start, long.length - end);
  if (longMiddle.length <= 1) return true;
  return (
    shortMiddle.length === 2 &&
    longMiddle.length === 2 &&
    shortMiddle[0] === longMiddle[1] &&
    shortMiddle[1] === longMiddle[0]
  );
}
