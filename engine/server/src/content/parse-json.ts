import type { Json } from '@esocial/process-core/types.ts';
import type { Report } from './content-fault.ts';

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

export interface ParseOptions {
  /** Keys that reach an object's prototype are left in: an example may show that its form refuses them. */
  readonly example?: boolean;
}

/** Parses JSON and reports a syntax error with its line; keys that reach an object's prototype are refused. */
export function parseJson(text: string, report: Report, { example = false }: ParseOptions = {}): Json | undefined {
  let value: Json;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    report(`line ${lineOfSyntaxError(text, message)}`, `is not valid JSON: ${describeSyntaxError(message)}`);
    return undefined;
  }
  if (example) return value;
  let clean = true;
  for (const pointer of findForbiddenKeys(value)) {
    report(pointer, 'this key is not allowed in a definition; rename it');
    clean = false;
  }
  return clean ? value : undefined;
}

function lineOfSyntaxError(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  const before = position === undefined ? text.trimEnd() : text.slice(0, Number(position));
  return before.split('\n').length;
}

function describeSyntaxError(message: string): string {
  return message
    .replace(/ in JSON at position.*$/s, '')
    .replace(/, (.{0,3}"[\s\S]*|\.\.\.[\s\S]*) is not valid JSON$/s, '');
}

function* findForbiddenKeys(value: Json, pointer = ''): Generator<string> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* findForbiddenKeys(item, `${pointer}/${index}`);
  } else if (value !== null && typeof value === 'object') {
    for (const key of Object.keys(value)) {
      const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (forbiddenKeys.has(key)) yield at;
      else yield* findForbiddenKeys(value[key] as Json, at);
    }
  }
}
