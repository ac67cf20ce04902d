import type { ExpressionCompiler } from '../expressions.ts';

/** What an expression of a test does, in place of FEEL: its names and a function over their values. */
export type FakeExpressions = Record<
  string,
  readonly [names: readonly string[], evaluate: (context: Record<string, unknown>) => unknown]
>;

/** For tests: a compiler that knows the given sources only. */
export function fakeExpressions(known: FakeExpressions = {}): ExpressionCompiler {
  return {
    compile(source) {
      const expression = known[source];
      if (!expression) throw new Error('this expression is not understood');
      const [names, evaluate] = expression;
      return { names, evaluate: (context) => ({ value: evaluate(context) }) };
    },
  };
}
