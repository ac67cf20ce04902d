const numberShape = /^-?\d+([.,]\d+)?$/;
const mostDigits = 15;

/** Reads a number as people here type it: spaces or dots between thousands, a comma or a point before decimals; undefined when it is none. */
export function parseNumber(text: string): number | undefined {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '');
  const plain =
    /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(compact) && compact.includes(',') ? compact.replaceAll('.', '') : compact;
  if (!numberShape.test(plain) || plain.replace(/\D/g, '').length > mostDigits) return undefined;
  return Number(plain.replace(',', '.'));
}

/** Writes a number without grouping, decimals after a comma (a point in English), so that it can be typed on. */
export function formatTypedNumber(value: number, language: string, decimals?: number): string {
  const text =
    decimals === undefined || Number.isInteger(value * 10 ** decimals) === false
      ? String(value)
      : value.toFixed(decimals);
  return language === 'en' ? text : text.replace('.', ',');
}
