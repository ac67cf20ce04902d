import type { TranslationsFile } from '@esocial/contracts/generated/translations.ts';
import type { Language, Translations, WorkflowContent } from './definition.ts';

type Part = 'form' | 'workflow' | 'process';

/** A text of a definition in a language, Romanian where there is no translation. */
export function translated(
  translations: Translations,
  part: Part,
  pointer: string,
  language: Language,
  romanian: string,
): string {
  const file: TranslationsFile | undefined = language === 'ro' ? undefined : translations[language];
  return file?.[part]?.[pointer] ?? romanian;
}

export function workflowTitle({ file, translations }: WorkflowContent, language: Language): string {
  return translated(translations, 'workflow', '/title', language, file.title);
}

/** The stage's title; its key when the version has no such stage. */
export function stageTitle({ file, translations }: WorkflowContent, key: string, language: Language): string {
  const position = file.stages.findIndex((stage) => stage.key === key);
  const title = file.stages[position]?.title ?? key;
  return translated(translations, 'workflow', `/stages/${position}/title`, language, title);
}

/** The name of a BPMN element. */
export function elementName(
  { translations }: WorkflowContent,
  id: string,
  language: Language,
  romanian: string,
): string {
  return translated(translations, 'process', id, language, romanian);
}
