import { chain, children, operands } from '../compiler.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { allOf } from './direct.ts';
import type { Direct, DirectCompiler } from './direct.ts';

function directLogic(decisive: boolean): DirectCompiler {
  return (node, direct) => {
    const { first, rest } = chain(node);
    const parts = allOf([first, ...rest.map(({ operand }) => operand)].map(direct));
    if (!parts) return undefined;
    return (context) => {
      let result: boolean | null = !decisive;
      for (const part of parts) {
        const value = part(context);
        if (value === decisive) return decisive;
        if (value === null) result = null;
        else if (value !== !decisive) return undefined;
      }
      return result;
    };
  };
}

export const directConjunction = directLogic(false);
export const directDisjunction = directLogic(true);

export const directIf: DirectCompiler = (node, direct) => {
  const [condition, yes, no] = operands(node).map(direct);
  if (!condition || !yes || !no) return undefined;
  return (context) => {
    const value = condition(context);
    if (value === true) return yes(context);
    return value === false || value === null ? no(context) : undefined;
  };
};

export const directArithmetic: DirectCompiler = (node, direct, compiler) => {
  if (children(node).length === 2) return undefined;
  const { first, rest } = chain(node);
  const start = direct(first);
  const steps = rest.map(({ operator, operand }) => ({ operator: compiler.text(operator), operand: direct(operand) }));
  if (!start || !steps.every((step) => step.operand)) return undefined;
  return (context) => {
    let value = start(context);
    for (const { operator, operand } of steps) {
      value = calculate(operator, value, operand?.(context));
      if (value === undefined) return undefined;
    }
    return value;
  };
};

/** Whole numbers within what a double counts exactly, and text that stays short. */
function calculate(operator: string, left: unknown, right: unknown): unknown {
  if (typeof left === 'number' && typeof right === 'number') return whole(operator, left, right);
  if (operator !== '+' || typeof left !== 'string' || typeof right !== 'string') return undefined;
  return left.length + right.length > DEFAULT_LIMITS.stringSize ? undefined : left + right;
}

function whole(operator: string, left: number, right: number): number | undefined {
  if (!Number.isSafeInteger(left) || !Number.isSafeInteger(right)) return undefined;
  const value = exact(operator, left, right);
  return Number.isSafeInteger(value) ? value : undefined;
}

function exact(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right !== 0 && left % right === 0 ? left / right : undefined;
    default:
      return undefined;
  }
}

type DirectBuiltin = (value: unknown) => unknown;

const BUILTINS: Readonly<Record<string, DirectBuiltin>> = {
  not: (value) => (typeof value === 'boolean' ? !value : undefined),
  'is defined': (value) => value !== null,
  count: (value) => (Array.isArray(value) ? value.length : undefined),
};

/** The few functions of one argument that conditions are full of. */
export const directCall: DirectCompiler = (node, direct, compiler) => {
  const parts = children(node);
  const [head, list] = [parts[0], parts.find((part) => part.name === 'PositionalParameters')];
  const args = list ? operands(list) : [];
  if (!head || args.length !== 1) return undefined;
  const name = compiler.name(head);
  const builtin = Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : undefined;
  const argument = direct(args[0]);
  return builtin && argument && callUnlessShadowed(name, builtin, argument);
};

function callUnlessShadowed(name: string, builtin: DirectBuiltin, argument: Direct): Direct {
  return (context) => {
    if (Object.hasOwn(context, name)) return undefined;
    const value = argument(context);
    return value === undefined ? undefined : builtin(value);
  };
}
