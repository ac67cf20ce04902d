/** Source of the check digit and prefixes: python-stdnum `stdnum.md.idno`; openIMIS Moldova, IdentifierValidator. */
const weights = [7, 3, 1];
const digitZero = 48;

/** True when the text has 13 digits and the last is the check digit of the others (weights 7-3-1, modulo 10). */
export function hasValidCheckDigit(text: string): boolean {
  return /^\d{13}$/.test(text) && checkDigit(text) === text.charCodeAt(12) - digitZero;
}

/** The check digit of the first 12 digits. */
export function checkDigit(digits: string): number {
  let sum = 0;
  for (let index = 0; index < 12; index += 1) sum += (digits.charCodeAt(index) - digitZero) * weights[index % 3]!;
  return sum % 10;
}

/** Identification number of a natural person: begins with 2 or 09. */
export function isIdnp(text: string): boolean {
  return hasValidCheckDigit(text) && /^(2|09)/.test(text);
}

/** Identification number of a legal unit: begins with 1. */
export function isIdno(text: string): boolean {
  return hasValidCheckDigit(text) && text.startsWith('1');
}

/** Identification number of a vehicle: begins with 3. */
export function isIdnv(text: string): boolean {
  return hasValidCheckDigit(text) && text.startsWith('3');
}

/** Provisional identifier of a person (kind 1) or an institution (kind 2): 8, kind, year, sequence, check digit. */
export function isProvisionalId(text: string): boolean {
  return hasValidCheckDigit(text) && /^8[12]/.test(text);
}

/** Makes a provisional identifier; `sequence` counts within its year. Throws a RangeError past 999999. */
export function provisionalId(kind: 'person' | 'institution', year: number, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999_999)
    throw new RangeError(`sequence ${sequence} does not fit in six digits`);
  const digits = `8${kind === 'person' ? 1 : 2}${String(year).padStart(4, '0')}${String(sequence).padStart(6, '0')}`;
  return `${digits}${checkDigit(digits)}`;
}

/** Statistical code of CUATM: 7 digits. */
export function isCuatm(text: string): boolean {
  return /^\d{7}$/.test(text);
}

const phoneShape = /^(\+373|0)[2-79]\d{7}$/;

/** A Moldovan number, +373 or a national 0 before eight digits; spaces, dashes and brackets do not matter. */
export function isPhone(text: string): boolean {
  return text.length <= 32 && phoneShape.test(text.replace(/[ ()-]/g, ''));
}
