import { escapeSegment } from '@esocial/form-core/pointer.ts';
import type { TranslationsFile } from '@esocial/contracts/generated/translations.ts';
import { listed } from './check-items.ts';
import { reporter } from './content-fault.ts';
import type { ContentFault, Report } from './content-fault.ts';
import type { JsonFile } from './content-folder.ts';
import { matchesContract } from './contract-schemas.ts';
import type { TextParts } from './translatable-texts.ts';

const languages = ['ru', 'en'];

/** Reports translations that point nowhere, and warns of texts without one. */
export function checkTranslations(
  files: Readonly<Record<string, JsonFile>>,
  parts: TextParts,
  faults: ContentFault[],
  folder: string,
): void {
  for (const [language, file] of Object.entries(files)) {
    if (languages.includes(language)) checkFile(file, parts, reporter(faults, file.file));
    else reporter(faults, file.file)('', `"${language}" is none of the languages ${languages.join(', ')}`);
  }
  for (const language of languages.filter((each) => !files[each])) {
    reporter(faults, `${folder}/translations/${language}.json`)(
      '',
      'the translations are missing; Romanian is shown',
      'warning',
    );
  }
}

function checkFile(file: JsonFile, parts: TextParts, report: Report): void {
  if (!matchesContract('translations', file.value, report)) return;
  const translations = file.value as TranslationsFile;
  for (const [name, texts] of Object.entries(translations) as [string, Record<string, string>][]) {
    const part = parts[name];
    if (!part) {
      report(`/${name}`, `nothing here has texts called "${name}"; use ${Object.keys(parts).join(' or ')}`);
      continue;
    }
    for (const pointer of Object.keys(texts).filter((each) => !part.holds(each))) {
      report(`/${name}/${escapeSegment(pointer)}`, 'no text stands there to be translated');
    }
  }
  for (const [name, part] of Object.entries(parts)) {
    const known = (translations as Record<string, Record<string, string> | undefined>)[name] ?? {};
    const missing = part.shown.filter((pointer) => !known[pointer]);
    if (missing.length > 0)
      report(`/${name}`, `${missing.length} texts are not translated: ${listed(missing)}`, 'warning');
  }
}
