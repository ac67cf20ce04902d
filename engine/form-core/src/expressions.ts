/** FEEL is handed in, so that the form core needs no interpreter of its own. */
export interface ExpressionCompiler {
  /** Compiles FEEL, without the leading `=` of the schema; throws an error whose message says what is wrong with the source. */
  compile: (source: string) => CompiledExpression;
}

export interface CompiledExpression {
  /** The names the expression takes from its context. */
  names: readonly string[];
  /**
   * `now` is what `today()` and `now()` see; `temporals: 'iso'` writes times as the formats of JSON Schema want them.
   * May throw when a limit is reached.
   */
  evaluate(context: Record<string, unknown>, options?: { now?: string; temporals?: 'iso' }): { value: unknown };
}

/** The FEEL source of a schema's expression. */
export function feelSource(expression: string): string {
  return expression.replace(/^\s*=\s*/, '');
}
