import { compileExpression } from '@esocial/process-core/feel/compile.ts';
import { beginning } from '../scenario.ts';
import type { FeelOutcome } from './evaluate-on-broker.ts';
import type { FeelExample } from './expressions.ts';

/** Evaluates an expression with our interpreter. */
export function evaluateHere({ expression, context = {} }: FeelExample): FeelOutcome {
  try {
    return { value: compileExpression(expression).evaluate(context, { now: beginning }).value };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

export function isRefusedHere(expression: string): boolean {
  try {
    compileExpression(expression);
    return false;
  } catch {
    return true;
  }
}
