import type { CompiledForm } from './compiled-form.ts';
import type { Computation, EvaluationEnvironment } from './computation.ts';
import { computeField } from './computation.ts';
import { instancesOf, isHiddenPath } from './field-path.ts';
import type { JsonObject } from './json.ts';
import { tidyData } from './tidy-data.ts';

export interface EvaluatedForm {
  /** Calculated values written, hidden and blank ones taken off. */
  data: JsonObject;
  /** Whether a field, by its pointer into the data, is shown. */
  visible: (path: string) => boolean;
}

const shown = () => true;

/** Calculates every field and takes off what is hidden: the data that is validated, saved and shown to others. `data` is not changed. */
export function evaluateForm(form: CompiledForm, data: JsonObject, env: EvaluationEnvironment): EvaluatedForm {
  const tidied = tidyData(form, data);
  if (form.computed.length === 0) return { data: tidied, visible: shown };
  const computation = computeAll(form, tidied, env);
  const { hidden } = computation;
  if (hidden.size === 0 && computation.data === tidied) return { data: tidied, visible: shown };
  return { data: tidyData(form, computation.data, hidden), visible: (path) => !isHiddenPath(hidden, path) };
}

/** Evaluates every expression of the form once, in the order of what depends on what. */
export function computeAll(form: CompiledForm, data: JsonObject, env: EvaluationEnvironment): Computation {
  const computation: Computation = { data, hidden: new Set() };
  for (const field of form.computed) {
    for (const instance of instancesOf(field, computation.data)) computeField(computation, field, instance, env);
  }
  return computation;
}
