import type { FormDetail } from '@esocial/contracts/generated/api-forms-detail.ts';
import type { LoadedForm, Pins } from './definition.ts';
import { pinKey } from './definition.ts';
import type { DefinitionReader } from './definition-reader.ts';
import { classifierKeysOf } from './form-references.ts';

/** Where the browser gets a form version's validator. */
export function validatorUrl(versionId: string): string {
  return `/api/v1/forms/validators/${versionId}.js`;
}

/** Where the browser gets a whole classifier version. */
export function classifierUrl(key: string, versionId: string): string {
  return `/api/v1/classifiers/${key}/versions/${versionId}`;
}

/** A form version as the API shows it, with the classifier versions found by `versionOf`. */
export function toFormDetail(form: LoadedForm, versionOf: (classifier: string) => string | undefined): FormDetail {
  const { file, versionId, number, schema, uiSchema, translations } = form;
  const classifiers = classifierKeysOf(schema).flatMap((key) => {
    const version = versionOf(key);
    return version === undefined ? [] : [{ key, versionId: version, url: classifierUrl(key, version) }];
  });
  return {
    ...{ key: file.key, versionId, number, title: file.title, primaryAction: file.primaryAction },
    ...(file.description === undefined ? {} : { description: file.description }),
    ...{ schema: { ...schema }, uiSchema: { ...uiSchema }, translations: { ...translations } },
    ...{ legalBasis: file.legalBasis, validatorUrl: validatorUrl(versionId), classifiers },
  };
}

/** The form with the classifiers of a case's pins. */
export function pinnedFormDetail(form: LoadedForm, pins: Pins): FormDetail {
  return toFormDetail(form, (key) => pins[pinKey('classifier', key)]);
}

/** The form with the classifiers in force on a day. */
export async function currentFormDetail(
  definitions: DefinitionReader,
  form: LoadedForm,
  at: string,
): Promise<FormDetail> {
  const active = await definitions.listActive('classifier', at);
  const versions = new Map(active.map(({ key, id }) => [key, id]));
  return toFormDetail(form, (key) => versions.get(key));
}
