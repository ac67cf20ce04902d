import { escapeSegment } from '@esocial/form-core/pointer.ts';
import type { Json } from '@esocial/process-core/types.ts';
import { listed } from './check-items.ts';
import type { Report } from './content-fault.ts';

/** Warns of the texts `{ro, ru?, en?}` of a file that lack a translation. */
export function warnOfMissingTexts(value: Json, report: Report): void {
  for (const language of ['ru', 'en']) {
    const missing = [...localizedTexts(value, '')].filter(([, text]) => !text[language]).map(([pointer]) => pointer);
    if (missing.length > 0)
      report('', `${missing.length} texts have no ${language} translation: ${listed(missing)}`, 'warning');
  }
}

function* localizedTexts(value: Json, pointer: string): Generator<[string, Record<string, Json>]> {
  if (Array.isArray(value)) {
    for (const [position, item] of value.entries()) yield* localizedTexts(item, `${pointer}/${position}`);
  } else if (value !== null && typeof value === 'object') {
    if (typeof value['ro'] === 'string') yield [pointer, value];
    else
      for (const [key, item] of Object.entries(value)) yield* localizedTexts(item, `${pointer}/${escapeSegment(key)}`);
  }
}
