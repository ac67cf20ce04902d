import type { ExpressionCompiler } from '@esocial/form-core/expressions.ts';

/** For tests: forms without expressions. */
export const noExpressions: ExpressionCompiler = {
  compile: () => {
    throw new Error('this test has no expressions');
  },
};
