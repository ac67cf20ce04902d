import type { SyntaxNode } from '@lezer/common';
import type { Compiler } from '../compiler.ts';

/**
 * A part of an expression that is computed on JSON as it stands, without FEEL's own values, counters and warnings.
 * `undefined` means: not decided here, the interpreter has to. Whatever it does decide, the interpreter decides the
 * same, without a warning and far below every limit.
 */
export type Direct = (context: Readonly<Record<string, unknown>>) => unknown;

/** Compiles the parts that can be computed directly; undefined for all others. */
export type DirectCompiler = (node: SyntaxNode, direct: DirectCompile, compiler: Compiler) => Direct | undefined;

/** Compiles a part by the compiler of its node. */
export type DirectCompile = (node: SyntaxNode | undefined) => Direct | undefined;

/** The parts' evaluations, or undefined where one of them has none. */
export function allOf(parts: readonly (Direct | undefined)[]): Direct[] | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? known : undefined;
}
