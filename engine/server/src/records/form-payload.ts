import type { TaskForm } from '@esocial/contracts/generated/api-tasks-detail.ts';
import type { Language } from '../access/actor.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import type { Pins } from '../definitions/definition.ts';
import { pinnedFormDetail } from '../definitions/form-payload.ts';

export interface FormPayload {
  readonly form: TaskForm;
  readonly classifiers: { key: string; versionId: string; url: string }[];
}

/** A form version as the browser renders it, with where its validator and its pinned classifiers are. */
export async function formPayload(
  definitions: DefinitionReader,
  formVersionId: string,
  pins: Pins,
): Promise<FormPayload> {
  const { classifiers, ...form } = pinnedFormDetail(await definitions.compiledForm(formVersionId), pins);
  return { form, classifiers };
}

/** The title of a form version in a language. */
export async function formTitle(
  definitions: DefinitionReader,
  formVersionId: string,
  language: Language,
): Promise<string> {
  const { file, translations } = await definitions.compiledForm(formVersionId);
  return (language === 'ro' ? undefined : translations[language]?.form?.['/title']) ?? file.title;
}
