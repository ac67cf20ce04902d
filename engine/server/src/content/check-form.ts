import type { FormFile } from '@esocial/contracts/generated/form.ts';
import type { TranslationsFile } from '@esocial/contracts/generated/translations.ts';
import { compileForm } from '@esocial/form-core/compile-form.ts';
import type { CompiledForm } from '@esocial/form-core/compiled-form.ts';
import type { DefinitionFault } from '@esocial/form-core/form-definition-error.ts';
import { FormDefinitionError } from '@esocial/form-core/form-definition-error.ts';
import type { FormSchema, UiSchema } from '@esocial/form-core/form-schema.ts';
import { buildValidatorModule } from '@esocial/form-core/form-validator-module.ts';
import { findProfileFaults } from '@esocial/form-core/profile.ts';
import { schemaNodes } from '@esocial/form-core/schema-nodes.ts';
import { compileExpression, stripEquals } from '@esocial/process-core/feel/compile.ts';
import type { FormContent, Translations } from '../definitions/definition.ts';
import { loadValidator } from '../definitions/load-validator.ts';
import { checkFixtures } from './check-fixtures.ts';
import { checkKey } from './check-key.ts';
import { checkTranslations } from './check-translations.ts';
import { hasErrors, reporter } from './content-fault.ts';
import type { ContentFault, Report } from './content-fault.ts';
import type { FormSource, JsonFile } from './content-folder.ts';
import type { ContentIndex } from './content-index.ts';
import { matchesContract } from './contract-schemas.ts';
import type { DefinitionSource } from './definition-source.ts';
import { formTexts } from './translatable-texts.ts';

interface WholeForm {
  readonly form: JsonFile;
  readonly schema: JsonFile;
  readonly uiSchema: JsonFile;
}

/** Checks a form with its translations and fixtures; gives the definition when nothing is wrong. */
export function checkForm(source: FormSource, index: ContentIndex, all: ContentFault[]): DefinitionSource | undefined {
  const { form, schema, uiSchema } = source;
  if (!form || !schema || !uiSchema) return undefined;
  const faults: ContentFault[] = [];
  const definition = judge(source, { form, schema, uiSchema }, index, faults);
  all.push(...faults);
  return hasErrors(faults) ? undefined : definition;
}

function judge(
  source: FormSource,
  files: WholeForm,
  index: ContentIndex,
  faults: ContentFault[],
): DefinitionSource | undefined {
  const isForm = matchesContract('form', files.form.value, reporter(faults, files.form.file));
  const content = contentOf(source, files);
  if (!isForm || !hasObjects(files, faults)) return undefined;
  checkKey(content.file.key, source.key, reporter(faults, files.form.file));
  checkExpression(content.file.recordTitle, '/recordTitle', reporter(faults, files.form.file));
  checkClassifiers(content.schema, index, reporter(faults, files.schema.file));
  checkTranslations(source.translations, formTexts(content), faults, source.folder);
  const built = build(content, files, faults);
  if (!built) return undefined;
  index.forms.set(source.key, built.compiled);
  checkFixtures(source, built.compiled, loadValidator(built.validator, source.key), index, faults);
  return { kind: 'form', key: source.key, content, legalBasis: content.file.legalBasis, validator: built.validator };
}

function contentOf(source: FormSource, files: WholeForm): FormContent {
  return {
    file: files.form.value as unknown as FormFile,
    schema: files.schema.value as unknown as FormSchema,
    uiSchema: files.uiSchema.value as UiSchema,
    translations: translationsOf(source.translations),
  };
}

/** The ru and en translations by language. */
export function translationsOf(files: Readonly<Record<string, JsonFile>>): Translations {
  const { ru, en } = files;
  return { ...(ru ? { ru: ru.value as TranslationsFile } : {}), ...(en ? { en: en.value as TranslationsFile } : {}) };
}

function hasObjects(files: WholeForm, faults: ContentFault[]): boolean {
  const wrong = [files.schema, files.uiSchema].filter(
    ({ value }) => value === null || typeof value !== 'object' || Array.isArray(value),
  );
  for (const { file } of wrong) reporter(faults, file)('', 'must be a JSON object');
  return wrong.length === 0;
}

/** Reports a FEEL text that cannot be compiled. */
export function checkExpression(source: string | undefined, pointer: string, report: Report): void {
  if (source === undefined) return;
  try {
    compileExpression(stripEquals(source) ?? source);
  } catch (error) {
    report(pointer, `${source}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function checkClassifiers(schema: FormSchema, index: ContentIndex, report: Report): void {
  for (const { schema: node, pointer } of schemaNodes(schema)) {
    const binding = node['x-classifier'];
    if (!binding || typeof binding.key !== 'string') continue;
    if (!index.has('classifier', binding.key)) {
      report(`${pointer}/x-classifier/key`, `there is no classifier "${binding.key}"`);
    }
    const lookup = index.classifiers.get(binding.key);
    if (binding.parent !== undefined && lookup && lookup.codePath(binding.parent).length === 0) {
      report(`${pointer}/x-classifier/parent`, `classifier "${binding.key}" has no item ${binding.parent}`);
    }
  }
}

function build(
  content: FormContent,
  files: WholeForm,
  faults: ContentFault[],
): { compiled: CompiledForm; validator: string } | undefined {
  const profile = findProfileFaults(content.schema, content.uiSchema);
  reportDefinitionFaults(profile, files, faults);
  if (profile.length > 0) return undefined;
  try {
    return {
      compiled: compileForm(content, { compile: compileExpression }),
      validator: buildValidatorModule(content.schema),
    };
  } catch (error) {
    if (!(error instanceof FormDefinitionError)) throw error;
    reportDefinitionFaults(error.faults, files, faults);
    return undefined;
  }
}

function reportDefinitionFaults(found: readonly DefinitionFault[], files: WholeForm, faults: ContentFault[]): void {
  for (const { pointer, message } of found) {
    const inUi = pointer.startsWith('ui:');
    reporter(faults, inUi ? files.uiSchema.file : files.schema.file)(inUi ? pointer.slice(3) : pointer, message);
  }
}
