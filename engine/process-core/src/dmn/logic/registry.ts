import type { LogicCompiler } from '../compile-context.ts';
import { compileConditional, compileFilterLogic, compileForLogic, compileQuantifiedLogic } from './control.ts';
import { compileDecisionTable } from './decision-table.ts';
import { compileFunctionDefinition, compileInvocation } from './functions.ts';
import { compileContextLogic, compileList, compileLiteral, compileRelation } from './simple.ts';

/** Every boxed expression by the name of its element. */
export const LOGIC_COMPILERS: ReadonlyMap<string, LogicCompiler> = new Map([
  ['literalExpression', compileLiteral],
  ['decisionTable', compileDecisionTable],
  ['context', compileContextLogic],
  ['list', compileList],
  ['relation', compileRelation],
  ['invocation', compileInvocation],
  ['functionDefinition', compileFunctionDefinition],
  ['conditional', compileConditional],
  ['for', compileForLogic],
  ['some', compileQuantifiedLogic],
  ['every', compileQuantifiedLogic],
  ['filter', compileFilterLogic],
]);
