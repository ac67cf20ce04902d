export interface TextPart {
  text: string;
  marked: boolean;
}

/** Splits `text` at the ranges that match, in order; ranges outside of it are passed over. */
export function markParts(text: string, ranges: readonly { start: number; end: number }[]): TextPart[] {
  const parts: TextPart[] = [];
  let position = 0;
  for (const { start, end } of [...ranges].sort((left, right) => left.start - right.start)) {
    if (start < position || end > text.length || start >= end) continue;
    if (start > position) parts.push({ text: text.slice(position, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    position = end;
  }
  if (position < text.length) parts.push({ text: text.slice(position), marked: false });
  return parts;
}
