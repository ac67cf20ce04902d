import { BpmnParseError } from './model.ts';

const maxBytes = 2 * 1024 * 1024;
const maxDepth = 100;

/**
 * Refuses XML that could hurt the parser before it sees it: document types (entities), more than 2 MB,
 * elements nested deeper than 100 (bpmn-moddle overflows the stack on some thousands).
 */
export function guardXml(xml: string): void {
  if (xml.length > maxBytes || new TextEncoder().encode(xml).length > maxBytes) {
    throw new BpmnParseError('The BPMN file is larger than 2 MB. Split it into several processes.');
  }
  const doctype = xml.search(/<!(DOCTYPE|ENTITY)/i);
  if (doctype >= 0) {
    throw new BpmnParseError('The BPMN file holds a DOCTYPE or ENTITY declaration. Remove it.', {
      line: lineAt(xml, doctype),
    });
  }
  guardDepth(xml);
}

function guardDepth(xml: string): void {
  let depth = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const end = endOfMarkup(xml, at);
    const next = xml[at + 1];
    if (next === '/') depth -= 1;
    else if (next !== '!' && next !== '?' && xml[end - 1] !== '/') depth += 1;
    if (depth > maxDepth) {
      throw new BpmnParseError(`The BPMN file nests elements deeper than ${maxDepth}. Flatten its sub-processes.`, {
        line: lineAt(xml, at),
      });
    }
    at = end + 1;
  }
}

/** Index of the `>` that ends the markup starting at `at` (or the last index when it never ends). */
function endOfMarkup(xml: string, at: number): number {
  if (xml.startsWith('<!--', at)) return indexAfter(xml, '-->', at + 4);
  if (xml.startsWith('<![CDATA[', at)) return indexAfter(xml, ']]>', at + 9);
  if (xml.startsWith('<?', at)) return indexAfter(xml, '?>', at + 2);
  let quote = '';
  for (let index = at + 1; index < xml.length; index += 1) {
    const char = xml.charAt(index);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return index;
  }
  return xml.length - 1;
}

function indexAfter(xml: string, end: string, from: number): number {
  const found = xml.indexOf(end, from);
  return found < 0 ? xml.length - 1 : found + end.length - 1;
}

/** Line (from 1) of each `id="…"` in the file; the first one wins. */
export function linesOfIds(xml: string): Map<string, number> {
  const lines = new Map<string, number>();
  let line = 1;
  let from = 0;
  for (const match of xml.matchAll(/\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const at = match.index + match[0].length;
    for (let next = xml.indexOf('\n', from); next >= 0 && next < at; next = xml.indexOf('\n', next + 1)) line += 1;
    from = at;
    const id = match[1] ?? match[2] ?? '';
    if (!lines.has(id)) lines.set(id, line);
  }
  return lines;
}

function lineAt(xml: string, index: number): number {
  return xml.slice(0, index).split('\n').length;
}
