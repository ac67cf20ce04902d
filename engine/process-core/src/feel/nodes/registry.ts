import { childAt, children } from '../compiler.ts';
import type { NodeCompiler } from '../compiler.ts';
import { compileContext, compileFunction, compileList } from './boxed.ts';
import { compileCall, compileDateTimeLiteral } from './calls.ts';
import { compileFor, compileIf, compileQuantified } from './control.ts';
import { compileAtLiteral, compileBoolean, compileNull, compileNumber, compileString } from './literals.ts';
import { compileFilter, compilePath, compileVariable } from './names.ts';
import { compileArithmetic, compileComparison, compileConjunction, compileDisjunction } from './operators.ts';
import { compileInstanceOf } from './type-nodes.ts';
import { compileInput, compileInterval, compileSimpleTest, compileUnaryTestsNode } from './unary-tests.ts';

const compileParenthesized: NodeCompiler = (node, compiler) => compiler.expression(childAt(children(node), 1));
const compileTop: NodeCompiler = (node, compiler) => compiler.expression(childAt(children(node), 0));

/** Every node of the grammar that has a value. */
export const NODE_COMPILERS: ReadonlyMap<string, NodeCompiler> = new Map([
  ['Expression', compileTop],
  ['UnaryTests', compileUnaryTestsNode],
  ['null', compileNull],
  ['BooleanLiteral', compileBoolean],
  ['NumericLiteral', compileNumber],
  ['StringLiteral', compileString],
  ['AtLiteral', compileAtLiteral],
  ['DateTimeLiteral', compileDateTimeLiteral],
  ['ArithmeticExpression', compileArithmetic],
  ['Conjunction', compileConjunction],
  ['Disjunction', compileDisjunction],
  ['Comparison', compileComparison],
  ['SimplePositiveUnaryTest', compileSimpleTest],
  ['Interval', compileInterval],
  ['?', compileInput],
  ['IfExpression', compileIf],
  ['ForExpression', compileFor],
  ['QuantifiedExpression', compileQuantified],
  ['VariableName', compileVariable],
  ['PathExpression', compilePath],
  ['FilterExpression', compileFilter],
  ['FunctionInvocation', compileCall],
  ['List', compileList],
  ['Context', compileContext],
  ['FunctionDefinition', compileFunction],
  ['InstanceOfExpression', compileInstanceOf],
  ['ParenthesizedExpression', compileParenthesized],
]);
