import type { FieldExpression, FormField } from './compiled-form.ts';
import type { CompiledExpression } from './expressions.ts';
import { isHiddenPath, pathOf } from './field-path.ts';
import type { FieldInstance } from './field-path.ts';
import type { Json, JsonObject } from './json.ts';
import { isJsonObject, sameJson } from './json.ts';
import { valueAt, valueAtSegments, withValueAt } from './pointer.ts';

export interface EvaluationEnvironment {
  /** The day of the legal reference, yyyy-mm-dd; expressions see it as `today` and `today()`. */
  today: string;
}

/** Data with the pointers of the fields whose visibility is not true. Values of hidden fields stay in `data`. */
export interface Computation {
  data: JsonObject;
  hidden: Set<string>;
}

/** Evaluates one field in one place and writes what comes out; true when something changed. */
export function computeField(
  computation: Computation,
  field: FormField,
  { path, rows }: FieldInstance,
  env: EvaluationEnvironment,
): boolean {
  const visibilityChanged = field.visibleWhen
    ? computeVisibility(computation, field.visibleWhen, path, rows, env)
    : false;
  if (!field.calculation || isHiddenPath(computation.hidden, path)) return visibilityChanged;
  const value = toFieldValue(field, evaluate(computation, field.calculation, rows, env));
  if (sameJson(value, valueAt(computation.data, path))) return visibilityChanged;
  if (value !== undefined || holderExists(computation.data, path))
    computation.data = withValueAt(computation.data, path, value);
  return true;
}

function holderExists(data: JsonObject, path: string): boolean {
  return isJsonObject(valueAt(data, path.slice(0, path.lastIndexOf('/'))));
}

function computeVisibility(
  computation: Computation,
  expression: FieldExpression,
  path: string,
  rows: readonly number[],
  env: EvaluationEnvironment,
): boolean {
  const visible = evaluate(computation, expression, rows, env) === true;
  if (visible === !computation.hidden.has(path)) return false;
  if (visible) computation.hidden.delete(path);
  else computation.hidden.add(path);
  return true;
}

function evaluate(
  computation: Computation,
  expression: FieldExpression,
  rows: readonly number[],
  env: EvaluationEnvironment,
): unknown {
  const context: Record<string, unknown> = {};
  for (const name of expression.compiled.names) context[name] = name === 'today' ? env.today : null;
  for (const { name, field, sharedRows } of expression.sources) {
    context[name] = shownValue(computation, field, rows.slice(0, sharedRows)) ?? null;
  }
  return evaluateSafely(expression.compiled, context, env.today);
}

/** An expression that breaks a limit of the interpreter has no value; it must not take the form down. */
export function evaluateSafely(
  expression: CompiledExpression,
  context: Record<string, unknown>,
  today: string,
): unknown {
  try {
    return expression.evaluate(context, { now: `${today}T12:00:00Z`, temporals: 'iso' }).value;
  } catch {
    return null;
  }
}

/** What an expression sees of a field: nothing of what is hidden. */
function shownValue({ data, hidden }: Computation, field: FormField, rows: readonly number[]): Json | undefined {
  const path = pathOf(field, rows);
  if (isHiddenPath(hidden, path)) return undefined;
  const value = rows.length === 0 ? valueAtSegments(data, field.segments) : valueAt(data, path);
  return field.canHide && hidden.size > 0 ? withoutHidden(value, path, hidden) : value;
}

function withoutHidden(value: Json | undefined, path: string, hidden: ReadonlySet<string>): Json | undefined {
  if (Array.isArray(value)) return value.map((item, row) => withoutHidden(item, `${path}/${row}`, hidden) ?? null);
  if (!isJsonObject(value)) return value;
  const shown: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) {
    if (!hidden.has(`${path}/${key}`)) shown[key] = withoutHidden(inner, `${path}/${key}`, hidden) ?? null;
  }
  return shown;
}

/** The result of a calculation as the field holds it: amounts are rounded to bani, null is no value. */
function toFieldValue(field: FormField, result: unknown): Json | undefined {
  if (result === null || result === undefined) return undefined;
  if (field.kind === 'money' && typeof result === 'number') return Number(roundHalfUp(result));
  return result as Json;
}

function roundHalfUp(amount: number): string {
  const cents = Math.round(Number(`${Math.abs(amount)}e2`));
  const text = Number.isFinite(cents) ? `${cents}e-2` : String(Math.abs(amount));
  return amount < 0 ? `-${text}` : text;
}
