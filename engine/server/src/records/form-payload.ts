import type { TaskForm } from '@esocial/contracts/generated/api-tasks-detail.ts';
import type { Language } from '../access/actor.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import type { Pins } from '../definitions/definition.ts';

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
  const { file, schema, uiSchema, translations, versionId } = await definitions.compiledForm(formVersionId);
  const lookups = await definitions.classifiersFor(formVersionId, pins);
  return {
    form: {
      key: file.key,
      versionId,
      title: file.title,
      ...(file.description ? { description: file.description } : {}),
      primaryAction: file.primaryAction,
      schema: { ...schema },
      uiSchema: { ...uiSchema },
      translations: { ...translations },
      legalBasis: file.legalBasis,
      validatorUrl: `/api/v1/forms/validators/${versionId}.js`,
    },
    classifiers: [...lookups.values()].map((lookup) => ({
      key: lookup.key,
      versionId: lookup.versionId,
      url: `/api/v1/classifiers/${lookup.key}/versions/${lookup.versionId}`,
    })),
  };
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
