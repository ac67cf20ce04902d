import { redactByClass } from '@esocial/form-core/field-classes.ts';
import { keepByClass } from '@esocial/form-core/keep-by-class.ts';
import type { CompiledForm } from '@esocial/form-core/compiled-form.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import type { FieldClass } from '../access/actor.ts';

export interface Writing {
  readonly data: JsonObject;
  /** The field classes that the person may write. */
  readonly classes: readonly FieldClass[];
  /** What was there before. */
  readonly prior?: JsonObject | undefined;
}

/** What somebody writes of a class that they may not write is put aside, and what was there before stays. */
export function writeByClass(form: CompiledForm, { data, classes, prior = {} }: Writing): JsonObject {
  const allowed = new Set(classes);
  const isForeign = form.fields.some((field) => field.children.length === 0 && !allowed.has(field.fieldClass));
  return isForeign ? keepByClass(form, redactKnown(form, data, allowed), prior, allowed) : data;
}

/** Unknown fields stay, so that the validator names them instead of losing them silently. */
function redactKnown(form: CompiledForm, data: JsonObject, allowed: ReadonlySet<FieldClass>): JsonObject {
  const known = new Set(form.root.children.map(({ key }) => key));
  const unknown = Object.entries(data).filter(([key]) => !known.has(key));
  return { ...redactByClass(form, data, allowed).data, ...Object.fromEntries(unknown) };
}
