import type { AttachmentBinding } from '@esocial/form-core/form-schema.ts';

/** No attachment is larger, whatever the form says (20 MB). */
export const mostBytes = 20 * 1024 * 1024;

/** Why a file cannot be attached, before it is sent; undefined when it can. */
export function fileFault(
  file: Pick<File, 'type' | 'size'>,
  { accept, maxSize = mostBytes }: AttachmentBinding,
): 'mediaType' | 'size' | 'empty' | undefined {
  if (file.size === 0) return 'empty';
  if (file.size > Math.min(maxSize, mostBytes)) return 'size';
  return accept && !accept.includes(file.type) ? 'mediaType' : undefined;
}

/** The endings of file names, for people: "PDF, JPEG". */
export function typeNames(accept: readonly string[] | undefined): string {
  return (accept ?? []).map((type) => type.split(/[/.+]/).at(-1)!.toUpperCase()).join(', ');
}

/** Bytes in whole megabytes or kilobytes. */
export function sizeText(bytes: number, language: string): string {
  const mega = bytes >= 1_000_000;
  const amount = mega ? bytes / (1024 * 1024) : bytes / 1024;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: mega ? 1 : 0 }).format(
    Math.max(amount, mega ? 0.1 : 1),
  );
  return `${number} ${mega ? 'MB' : 'kB'}`;
}
