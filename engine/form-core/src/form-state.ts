import type { CompiledForm, FormField } from './compiled-form.ts';
import type { Computation, EvaluationEnvironment } from './computation.ts';
import { computeField } from './computation.ts';
import { computeAll } from './evaluate-form.ts';
import { fieldAt, instancesOf, isHiddenPath, rowsOf } from './field-path.ts';
import type { Json, JsonObject } from './json.ts';
import { valueAt, withValueAt } from './pointer.ts';
import { tidyData } from './tidy-data.ts';

/** Form data while somebody types: every change computes only what depends on it. */
export interface FormState {
  /** What was typed and calculated; hidden fields keep theirs until it is sent. */
  data: () => JsonObject;
  /** What would be sent now. */
  sentData: () => JsonObject;
  value: (path: string) => Json | undefined;
  isVisible: (path: string) => boolean;
  /** Sets (undefined removes) and computes; gives the pointers whose value or visibility changed, the set one first. */
  set: (path: string, value: Json | undefined) => string[];
  /** Takes other data, for example a draft merged by the server. */
  replace: (data: JsonObject) => void;
}

/** Creates the state of a form over data; `data` is never changed. */
export function createFormState(form: CompiledForm, data: JsonObject, env: EvaluationEnvironment): FormState {
  let computation = computeAll(form, data, env);
  return {
    data: () => computation.data,
    sentData: () => tidyData(form, tidyData(form, computation.data), computation.hidden),
    value: (path) => valueAt(computation.data, path),
    isVisible: (path) => !isHiddenPath(computation.hidden, path),
    set: (path, value) => {
      computation.data = withValueAt(computation.data, path, value);
      return [path, ...recompute(form, computation, path, env)];
    },
    replace: (next) => {
      computation = computeAll(form, next, env);
    },
  };
}

/** Which rows of a computed field are to be evaluated anew: those that begin so. */
type Dirty = Map<FormField, readonly number[]>;

function recompute(form: CompiledForm, computation: Computation, path: string, env: EvaluationEnvironment): string[] {
  const field = fieldAt(form, path);
  if (!field) return [];
  const dirty: Dirty = new Map();
  markDependants(dirty, field, rowsOf(path));
  if (field.children.length > 0) forgetInside(computation, path);
  markInside(dirty, field, rowsOf(path));
  const changed: string[] = [];
  for (const computed of form.computed) {
    const within = dirty.get(computed);
    if (!within) continue;
    for (const instance of instancesOf(computed, computation.data, within)) {
      if (!computeField(computation, computed, instance, env)) continue;
      changed.push(instance.path);
      markDependants(dirty, computed, instance.rows);
      markInside(dirty, computed, instance.rows);
    }
  }
  return changed;
}

function markDependants(dirty: Dirty, field: FormField, rows: readonly number[]): void {
  for (const { field: dependant, sharedRows } of field.dependants) mark(dirty, dependant, rows.slice(0, sharedRows));
}

function mark(dirty: Dirty, field: FormField, within: readonly number[]): void {
  const known = dirty.get(field);
  dirty.set(field, known ? commonStart(known, within) : within);
}

function commonStart(left: readonly number[], right: readonly number[]): readonly number[] {
  const end = left.findIndex((row, index) => row !== right[index]);
  return end < 0 ? left : left.slice(0, end);
}

/** Rows may have moved when a list is set, so nothing known of them holds. */
function forgetInside(computation: Computation, path: string): void {
  for (const hidden of computation.hidden) if (hidden.startsWith(`${path}/`)) computation.hidden.delete(hidden);
}

/** What is set or shown as a whole changes everything inside. */
function markInside(dirty: Dirty, field: FormField, rows: readonly number[]): void {
  for (const inner of field.children) {
    if (inner.visibleWhen || inner.calculation) mark(dirty, inner, rows);
    markDependants(dirty, inner, rows);
    markInside(dirty, inner, rows);
  }
}
