// Letters that would lose their sound if they were taken apart first.
const composed: Readonly<Record<string, string>> = { ё: 'io', ӂ: 'g' };

const cyrillic: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ґ: 'g',
    д: 'd',
    е: 'e',
    є: 'ie',
    ж: 'j',
    з: 'z',
    и: 'i',
    і: 'i',
    к: 'k',
    л: 'l',
  },
  ...{ м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 't', ч: 'c', џ: 'g', ш: 's' },
  ...{ щ: 's', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia' },
};

/**
 * Folds text for searching: lower case, no diacritics (ș and ş, ț and ţ alike), Cyrillic written in Latin, anything
 * that is not a letter or digit a single space. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  const plain = [...text.toLowerCase().normalize('NFC')]
    .map((letter) => composed[letter] ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
  return [...plain]
    .map((letter) => cyrillic[letter] ?? letter)
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
