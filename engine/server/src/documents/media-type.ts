/** The kinds of file that can be stored, by what they contain. */
export const storableTypes = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'text/plain': 'TXT',
} as const;

export type StorableType = keyof typeof storableTypes;

/** How many of the first bytes are enough to know the kind of a file. */
export const sampleBytes = 64 * 1024;

const pdf = Buffer.from('%PDF-');
const jpeg = Buffer.from([0xff, 0xd8, 0xff]);
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const signatures = [
  { name: 'ZIP', bytes: zip },
  { name: 'GIF', bytes: Buffer.from('GIF8') },
  { name: 'EXE', bytes: Buffer.from('MZ') },
  { name: 'ELF', bytes: Buffer.from([0x7f, 0x45, 0x4c, 0x46]) },
  { name: 'RAR', bytes: Buffer.from('Rar!') },
  { name: 'Office 97', bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) },
];

/** The kind of a file by its first bytes; its name and what the sender calls it do not count. */
export function sniffMediaType(sample: Buffer): StorableType | undefined {
  if (sample.subarray(0, 1024).includes(pdf)) return 'application/pdf';
  if (begins(sample, jpeg)) return 'image/jpeg';
  if (begins(sample, png)) return 'image/png';
  if (begins(sample, zip)) return sniffOffice(sample);
  return isPlainText(sample) ? 'text/plain' : undefined;
}

/** What a file that cannot be stored is, for the message; "unknown" when it cannot be told. */
export function describeContent(sample: Buffer): string {
  if (sample.length === 0) return 'empty';
  return signatures.find(({ bytes }) => begins(sample, bytes))?.name ?? 'unknown';
}

/** Office files are ZIP archives that say in their first entries what they hold; those with macros are refused. */
function sniffOffice(sample: Buffer): StorableType | undefined {
  if (!sample.includes('[Content_Types].xml') || sample.includes('vbaProject.bin')) return undefined;
  if (sample.includes('word/')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return sample.includes('xl/') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : undefined;
}

function begins(sample: Buffer, signature: Buffer): boolean {
  return sample.subarray(0, signature.length).equals(signature);
}

/** UTF-8 without control characters other than line ends and tabs; a letter cut at the end does not matter. */
function isPlainText(sample: Buffer): boolean {
  if (sample.length === 0) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return !/[^\P{Cc}\t\n\f\r]/u.test(text) && !/^\s*<(!doctype|html|svg|\?xml|script)/i.test(text);
  } catch {
    return false;
  }
}
