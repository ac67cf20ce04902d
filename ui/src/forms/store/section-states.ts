import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import type { CompiledForm, FormSection } from '@esocial/form-core/compiled-form.ts';
import { fieldAt } from '@esocial/form-core/field-path.ts';
import { sectionOf } from '@esocial/form-core/form-sections.ts';
import type { Json } from '@esocial/form-core/json.ts';
import { isJsonObject } from '@esocial/form-core/json.ts';
import type { FormStore } from './form-store.ts';
import { fieldPathOf } from './error-book.ts';

export type SectionState = 'notBegun' | 'begun' | 'complete' | 'toCorrect';

/** The sections that show anything now. */
export function visibleSections(store: FormStore): FormSection[] {
  return store.form.sections.filter(({ fields }) => fields.some((pointer) => store.isVisible(pointer)));
}

/** The key of the section an error belongs to; the first one's for an error at no field. */
export function sectionOfError(form: CompiledForm, error: FieldError): string {
  const field = fieldAt(form, fieldPathOf(form, error.path));
  return (field ? sectionOf(form.sections, field) : form.sections[0])?.key ?? '';
}

/** How far a section is. `open` are all faults of the data, of which only `shown` ones are in view. */
export function sectionState(
  store: FormStore,
  section: FormSection,
  visited: boolean,
  open: ReadonlySet<string>,
  shown: ReadonlySet<string>,
): SectionState {
  if (shown.has(section.key)) return 'toCorrect';
  if (visited && !open.has(section.key)) return 'complete';
  return visited || section.fields.some((pointer) => hasContent(store.value(pointer))) ? 'begun' : 'notBegun';
}

function hasContent(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isJsonObject(value) || Object.values(value).some(hasContent);
}
