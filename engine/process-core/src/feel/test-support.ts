import { compileExpression, compileUnaryTests } from './compile.ts';
import type { FeelOptions } from './compile.ts';
import { formatValue } from './format.ts';

export const NOW = '2026-11-22T10:00:00Z';

/** The value of an expression, written as FEEL writes it. */
export function feel(source: string, variables: Record<string, unknown> = {}, options: FeelOptions = {}): string {
  const { value } = compileExpression(source).evaluateRaw(variables, { now: NOW, ...options });
  return value === null ? 'null' : formatValue(value);
}

/** The codes of the warnings that an expression gives. */
export function warningsOf(source: string, variables: Record<string, unknown> = {}): string[] {
  return compileExpression(source)
    .evaluate(variables, { now: NOW })
    .warnings.map((warning) => warning.code);
}

/** Whether an input satisfies unary tests; null where that is unknown. */
export function tests(source: string, inputValue: unknown, variables: Record<string, unknown> = {}): unknown {
  return compileUnaryTests(source).evaluate(variables, { now: NOW, inputValue }).value;
}

/** A clock of processor time in milliseconds, for which it does not matter what else the machine does. */
export function startStopwatch(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}
