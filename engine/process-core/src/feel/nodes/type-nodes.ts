import type { SyntaxNode } from '@lezer/common';
import { childAt, operands } from '../compiler.ts';
import type { Compiler, NodeCompiler } from '../compiler.ts';
import { isInstance, namedType } from '../types.ts';
import type { FeelType } from '../values.ts';

export const compileInstanceOf: NodeCompiler = (node, compiler) => {
  const [valueNode, typeNode] = [childAt(operands(node), 0), childAt(operands(node), 1)];
  const value = compiler.expression(valueNode);
  const type = compileType(typeNode, compiler);
  return (scope) => {
    if (type.kind === 'unknown') return scope.run.warn('INVALID_TYPE', `Unknown type '${compiler.text(typeNode)}'.`);
    const instance = value(scope);
    scope.run.through([instance]);
    return isInstance(instance, type);
  };
};

/** The type that a `Type` node names; of kind `unknown` where nothing has that name. */
export function compileType(node: SyntaxNode, compiler: Compiler): FeelType {
  const inner = operands(node)[0] ?? node;
  const parts = operands(inner);
  switch (inner.name) {
    case 'ListType':
      return { kind: isRange(inner, compiler) ? 'range of' : 'list of', of: compileType(childAt(parts, 0), compiler) };
    case 'ContextType':
      return { kind: 'context of', entries: compileEntries(childAt(parts, 0), compiler) };
    case 'FunctionType':
      return {
        kind: 'function of',
        params: operands(childAt(parts, 0)).map((argument) => compileType(childAt(operands(argument), 0), compiler)),
        result: compileType(childAt(parts, 1), compiler),
      };
    default:
      return byName(inner, compiler);
  }
}

/** See `withRangeTypes`. */
function isRange(node: SyntaxNode, compiler: Compiler): boolean {
  return compiler.source.slice(node.from, node.to).startsWith('ange');
}

function compileEntries(node: SyntaxNode, compiler: Compiler): ReadonlyMap<string, FeelType> {
  return new Map(
    operands(node).map((entry) => {
      const [name, type] = [childAt(operands(entry), 0), childAt(operands(entry), 1)];
      return [compiler.name(name), compileType(type, compiler)];
    }),
  );
}

function byName(node: SyntaxNode, compiler: Compiler): FeelType {
  const name = compiler.text(node).replace(/\s+/g, ' ').trim();
  return namedType(name) ?? compiler.typeOf(name) ?? { kind: 'unknown' };
}
