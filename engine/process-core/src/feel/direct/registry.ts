import type { SyntaxNode } from '@lezer/common';
import type { Compiler } from '../compiler.ts';
import { directComparison } from './comparisons.ts';
import type { Direct, DirectCompile, DirectCompiler } from './direct.ts';
import { directArithmetic, directCall, directConjunction, directDisjunction, directIf } from './operators.ts';
import {
  directBoolean,
  directNull,
  directNumber,
  directParenthesized,
  directPath,
  directString,
  directTop,
  directVariable,
} from './values.ts';

const DIRECT_COMPILERS: ReadonlyMap<string, DirectCompiler> = new Map([
  ['Expression', directTop],
  ['null', directNull],
  ['BooleanLiteral', directBoolean],
  ['NumericLiteral', directNumber],
  ['StringLiteral', directString],
  ['VariableName', directVariable],
  ['PathExpression', directPath],
  ['Comparison', directComparison],
  ['Conjunction', directConjunction],
  ['Disjunction', directDisjunction],
  ['IfExpression', directIf],
  ['ArithmeticExpression', directArithmetic],
  ['FunctionInvocation', directCall],
  ['ParenthesizedExpression', directParenthesized],
]);

/** The direct evaluation of a whole expression; undefined where a part of it needs the interpreter. */
export function compileDirect(top: SyntaxNode, compiler: Compiler): Direct | undefined {
  const direct: DirectCompile = (node) => node && DIRECT_COMPILERS.get(node.name)?.(node, direct, compiler);
  return direct(top);
}
