import type { FeelExpression } from '../feel/compile.ts';
import { compileExpression, stripEquals } from '../feel/compile.ts';
import type { Json } from '../types.ts';

/** A value of the diagram: a literal, or FEEL when it starts with `=`. Compiled once, at parsing. */
export interface Expression {
  readonly source: string;
  readonly literal: Json;
  readonly feel: FeelExpression | null;
  /** Why the FEEL text cannot be compiled; such a model is refused at publishing. */
  readonly fault: string | null;
}

/** Compiles an attribute value as Zeebe reads it: a leading `=` makes it FEEL, anything else is text. */
export function compileValue(source: string): Expression {
  const feel = stripEquals(source);
  if (feel === undefined) return { source, literal: source, feel: null, fault: null };
  try {
    return { source, literal: null, feel: compileExpression(feel), fault: null };
  } catch (error) {
    return { source, literal: null, feel: null, fault: error instanceof Error ? error.message : String(error) };
  }
}

export function compileOptional(source: string | null): Expression | null {
  return source === null || source.trim() === '' ? null : compileValue(source);
}

/** The text of an expression that needs no variables, or null when it is FEEL. */
export function literalText(expression: Expression | null): string | null {
  return expression !== null && expression.feel === null && typeof expression.literal === 'string'
    ? expression.literal
    : null;
}
