import type { ExpressionCompiler } from '@esocial/form-core/expressions.ts';
import { compileExpression } from '@esocial/process-core/feel/compile.ts';

/** FEEL for calculations and conditions in forms. */
export const expressions: ExpressionCompiler = { compile: compileExpression };
