import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { bindingOf } from '@esocial/form-core/check-classifiers.ts';
import type { ClassifierItem, ClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import { createClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import { compileForm } from '@esocial/form-core/compile-form.ts';
import type { CompiledForm, FormField } from '@esocial/form-core/compiled-form.ts';
import { evaluateForm } from '@esocial/form-core/evaluate-form.ts';
import type { FormSchema, UiSchema } from '@esocial/form-core/form-schema.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { compileExpression } from '@esocial/process-core/feel/compile.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const readJson = <T>(...parts: string[]): T => JSON.parse(readFileSync(path.join(root, ...parts), 'utf8')) as T;

/** A shipped form as the people who fill it in know it: its sections, its labels, the names of its codes. */
export interface FormContent {
  form: CompiledForm;
  primaryAction: string;
  sections: { key: string; title: string; fields: readonly string[] }[];
  /** The data a person would enter: without what is calculated or hidden. */
  entered(data: JsonObject): JsonObject;
  label(field: FormField, code: string): string;
}

const lookups = new Map<string, ClassifierLookup>();

function lookupOf(key: string): ClassifierLookup {
  const known = lookups.get(key);
  if (known) return known;
  const file = path.join(root, 'classifiers', key, 'items.csv');
  if (!existsSync(file)) throw new Error(`There is no classifier ${key}`);
  const items = parse(readFileSync(file, 'utf8'), { columns: true, cast: (value) => value || undefined });
  const lookup = createClassifierLookup(items as ClassifierItem[]);
  lookups.set(key, lookup);
  return lookup;
}

const contents = new Map<string, FormContent>();

/** Reads a form from the content folders. */
export function formContent(key: string): FormContent {
  const known = contents.get(key);
  if (known) return known;
  const schema = readJson<FormSchema>('forms', key, 'schema.json');
  const uiSchema = readJson<UiSchema>('forms', key, 'ui-schema.json');
  const { primaryAction } = readJson<{ primaryAction: string }>('forms', key, 'form.json');
  const form = compileForm({ schema, uiSchema, translations: {} }, { compile: compileExpression });
  const content: FormContent = {
    form,
    primaryAction,
    sections: form.sections.map((section) => ({
      ...section,
      title: uiSchema['ui:sections']?.[section.index]?.title ?? '',
    })),
    entered: (data) => evaluateForm(form, data, { today: '2026-03-10' }).data,
    label: (field, code) => lookupOf(bindingOf(field)?.key ?? '').label(code, 'ro') ?? code,
  };
  contents.set(key, content);
  return content;
}
