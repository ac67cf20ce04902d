import type { Expression } from '../model/expression.ts';
import type { IncidentKind, Json, Variables } from '../types.ts';
import type { Step } from './step.ts';
import { parseInstant } from './iso-time.ts';
import { IncidentSignal } from './step.ts';
import { lookup } from './variables.ts';

/** The value of an expression seen from a scope; only the variables it names are handed to FEEL. */
export function evaluate(
  step: Step,
  scopeId: string,
  expression: Expression,
  kind: IncidentKind = 'EXTRACT_VALUE_ERROR',
  extra: Variables = {},
): Json {
  if (expression.fault !== null) {
    throw new IncidentSignal(kind, `The expression "${expression.source}" is not FEEL: ${expression.fault}`);
  }
  if (expression.feel === null) return expression.literal;
  const variables: [string, Json][] = [];
  for (const name of expression.feel.names) {
    const value = Object.hasOwn(extra, name) ? extra[name] : lookup(step, scopeId, name);
    if (value !== undefined) variables.push([name, value]);
  }
  try {
    return expression.feel.evaluate(Object.fromEntries(variables), { now: step.context.now }).value;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new IncidentSignal(
      kind,
      `The expression "${expression.source}" failed: ${reason}. Correct it or its variables, then resolve the incident.`,
    );
  }
}

export function evaluateBoolean(step: Step, scopeId: string, expression: Expression, extra?: Variables): boolean {
  const value = evaluate(step, scopeId, expression, 'EXTRACT_VALUE_ERROR', extra);
  if (typeof value !== 'boolean') throw wrongType(expression, 'BOOLEAN', value);
  return value;
}

export function evaluateText(step: Step, scopeId: string, expression: Expression): string {
  const value = evaluate(step, scopeId, expression);
  if (typeof value !== 'string') throw wrongType(expression, 'STRING', value);
  return value;
}

export function evaluateOptionalText(step: Step, scopeId: string, expression: Expression | null): string | null {
  if (expression === null) return null;
  const value = evaluate(step, scopeId, expression);
  if (value === null || value === '') return null;
  if (typeof value !== 'string') throw wrongType(expression, 'STRING', value);
  return value;
}

/** An instant, as its diagram or variable writes it; null when there is none. */
export function evaluateInstant(step: Step, scopeId: string, expression: Expression | null): string | null {
  const text = evaluateOptionalText(step, scopeId, expression);
  if (expression !== null && text !== null && parseInstant(text) === null) {
    throw wrongType(expression, 'a date and time like 2026-01-31T10:00:00Z', text);
  }
  return text;
}

export function evaluateInteger(step: Step, scopeId: string, expression: Expression | null, otherwise: number): number {
  if (expression === null) return otherwise;
  const value = evaluate(step, scopeId, expression);
  if (value === null) return otherwise;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number)) throw wrongType(expression, 'NUMBER', value);
  return number;
}

export function wrongType(expression: Expression, expected: string, value: Json): IncidentSignal {
  return new IncidentSignal(
    'EXTRACT_VALUE_ERROR',
    `Expected the result of the expression "${expression.source}" to be ${expected}, but it was ${kindOf(value)}. ` +
      'Correct the expression or the variables it names, then resolve the incident.',
  );
}

function kindOf(value: Json): string {
  if (value === null) return 'NULL';
  if (Array.isArray(value)) return 'ARRAY';
  return typeof value === 'object' ? 'OBJECT' : typeof value === 'string' ? `"${value.slice(0, 60)}"` : String(value);
}
