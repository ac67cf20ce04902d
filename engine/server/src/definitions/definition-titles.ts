import type { Json } from '@esocial/process-core/types.ts';
import type { DefinitionVersion, FormContent, Language, WorkflowContent } from './definition.ts';
import { translated, workflowTitle } from './workflow-titles.ts';

/** What a definition is called, in a language; its key when it has no title. */
export function definitionTitle(version: DefinitionVersion, language: Language): string {
  const { kind, key, content } = version;
  if (kind === 'form') {
    const { file, translations } = content as unknown as FormContent;
    return translated(translations, 'form', '/title', language, file.title);
  }
  if (kind === 'workflow') return workflowTitle(content as unknown as WorkflowContent, language);
  const file = kind === 'classifier' ? (content as Record<string, Json>)['file'] : content;
  const title = (file as Record<string, Json> | null)?.['title'] as Record<string, string> | undefined;
  return title?.[language] ?? title?.['ro'] ?? key;
}
