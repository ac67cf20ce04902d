import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import type { CompiledForm } from '@esocial/form-core/compiled-form.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { isJsonObject } from '@esocial/form-core/json.ts';
import { valueAt, withValueAt } from '@esocial/form-core/pointer.ts';
import type { Language } from '../access/actor.ts';
import type { LatestRecord } from '../cases/case-context.ts';
import type { LoadedForm } from '../definitions/definition.ts';
import { camelCase } from '../definitions/parameters.ts';

type Source = TaskDetail['prefill'][number]['source'];

const referenceKeys: ReadonlySet<string> = new Set(['personId', 'lastName', 'firstName', 'idnp', 'birthDate']);

/** A person that prefills a person field brings no more than a reference holds. */
export function fitReferences(form: CompiledForm, data: JsonObject): JsonObject {
  let fitted = data;
  for (const field of form.fields) {
    if (field.kind !== 'person' || !field.prefill || field.segments.includes('*')) continue;
    const value = valueAt(fitted, field.pattern);
    if (!isJsonObject(value)) continue;
    const reference = Object.fromEntries(Object.entries(value).filter(([key]) => referenceKeys.has(key)));
    fitted = withValueAt(fitted, field.pattern, reference);
  }
  return fitted;
}

interface PrefillToDescribe {
  readonly form: LoadedForm;
  readonly records: readonly LatestRecord[];
  readonly formTitles: ReadonlyMap<string, string>;
  readonly path: string;
  readonly sources: readonly string[];
  readonly language: Language;
}

const personTitles: Readonly<Record<Language, string>> = {
  ro: 'Fișa persoanei',
  ru: 'Карточка лица',
  en: 'Person file',
};
const accountTitles: Readonly<Record<Language, string>> = {
  ro: 'Contul meu',
  ru: 'Моя учётная запись',
  en: 'My account',
};
const dateTitles: Readonly<Record<Language, string>> = {
  ro: 'Data de azi',
  ru: 'Сегодняшняя дата',
  en: 'Today’s date',
};
const caseTitles: Readonly<Record<Language, string>> = { ro: 'Caz', ru: 'Дело', en: 'Case' };

/** Where a proposed value is from: the record that its expression names, the person, the case, or who fills it in. */
export function describeSource({ form, records, formTitles, path, sources, language }: PrefillToDescribe): Source {
  if (sources.includes('records')) {
    const expression = form.compiled.byPattern.get(path)?.schema['x-prefill'] ?? '';
    const record = records.find(({ formKey }) => new RegExp(`records\\.${camelCase(formKey)}\\b`).test(expression));
    if (record)
      return {
        kind: 'record',
        title: formTitles.get(record.formKey) ?? record.formKey,
        at: record.submittedAt.toISOString(),
      };
  }
  if (sources.includes('person')) return { kind: 'person', title: personTitles[language] };
  if (sources.includes('case')) return { kind: 'case', title: caseTitles[language] };
  if (sources.includes('user')) return { kind: 'account', title: accountTitles[language] };
  return sources.includes('today')
    ? { kind: 'date', title: dateTitles[language] }
    : { kind: 'case', title: caseTitles[language] };
}
