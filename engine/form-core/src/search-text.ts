const cyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 't',
  ч: 'c',
  ш: 's',
  щ: 's',
  ъ: 'a',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  ӂ: 'g',
};

/** Text as it is compared in a search: small letters without diacritics, â as î, Cyrillic as Latin, everything else as spaces. */
export function searchText(text: string): string {
  const latin = [...text.toLowerCase()].map((letter) => cyrillic[letter] ?? letter).join('');
  return latin
    .replaceAll('â', 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** What a text is found by: as `searchText` gives it, and with î and â as people without these keys type them (a). */
export function searchIndex(text: string): string {
  const plain = searchText(text);
  return /[âî]/i.test(text) ? `${plain} ${searchText(text.replace(/[âî]/gi, 'a'))}` : plain;
}

/** True when every word of the query begins some word of the text; both as `searchText` gives them. */
export function matchesSearch(text: string, query: string): boolean {
  const padded = ` ${text}`;
  return query === '' || query.split(' ').every((word) => padded.includes(` ${word}`));
}
