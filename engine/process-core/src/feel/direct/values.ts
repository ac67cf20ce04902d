import { children, operands } from '../compiler.ts';
import { Decimal } from '../decimal.ts';
import { stringTexts } from '../nodes/literals.ts';
import type { Direct, DirectCompiler } from './direct.ts';

export const directNull: DirectCompiler = () => () => null;

export const directBoolean: DirectCompiler = (node, _, compiler) => {
  const value = compiler.text(node) === 'true';
  return () => value;
};

/** Only a literal that reads the same in both dialects. */
export const directString: DirectCompiler = (node, _, compiler) => {
  const [standard, zeebe] = stringTexts(compiler.text(node));
  return standard === zeebe ? () => standard : undefined;
};

/** Only a literal that a double holds exactly as it is written: then doubles order as the decimals do. */
export const directNumber: DirectCompiler = (node, _, compiler) => {
  const text = compiler.text(node).replace(/\s+/g, '');
  const value = Number(text);
  if (!Number.isFinite(value) || !new Decimal(value).eq(text)) return undefined;
  return () => value;
};

export const directVariable: DirectCompiler = (node, _, compiler) => {
  const name = compiler.name(node);
  return (context) => (Object.hasOwn(context, name) ? jsonOr(context[name]) : undefined);
};

export const directPath: DirectCompiler = (node, direct, compiler) => {
  const [sourceNode, nameNode] = operands(node);
  const source = direct(sourceNode);
  if (!source || !nameNode) return undefined;
  const name = compiler.name(nameNode);
  return (context) => {
    const value = source(context);
    return isPlainObject(value) && Object.hasOwn(value, name) ? jsonOr(value[name]) : undefined;
  };
};

export const directParenthesized: DirectCompiler = (node, direct) => direct(children(node)[1]);

/** A whole expression: only plain results, since lists and objects are handed out as copies. */
export const directTop: DirectCompiler = (node, direct) => {
  const inner = direct(children(node)[0]);
  return inner && plainResult(inner);
};

function plainResult(inner: Direct): Direct {
  return (context) => {
    const value = inner(context);
    if (typeof value === 'object' && value !== null) return undefined;
    return value === 0 ? 0 : value;
  };
}

/** The value where JSON has such values; the interpreter knows what to do with all others. */
function jsonOr(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'object':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : undefined;
    default:
      return undefined;
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
