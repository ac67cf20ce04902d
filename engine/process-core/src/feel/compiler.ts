import type { SyntaxNode } from '@lezer/common';
import { FeelSyntaxError } from './errors.ts';
import { MAX_SOURCE_NESTING } from './limits.ts';
import type { Scope } from './run.ts';
import type { FeelType, FeelValue } from './values.ts';

/** A compiled node. */
export type Evaluate = (scope: Scope) => FeelValue;
/** Turns a node of the grammar into its evaluation. */
export type NodeCompiler = (node: SyntaxNode, compiler: Compiler) => Evaluate;

/** What is known while one source is compiled: its text, the names bound so far and the names found free. */
export class Compiler {
  readonly free = new Set<string>();
  readonly #bound: string[] = [];
  #nesting = 0;
  #usesInput = false;

  constructor(
    readonly source: string,
    readonly compilers: ReadonlyMap<string, NodeCompiler>,
    /** The original spelling of known names by their normal form. */
    readonly known: ReadonlyMap<string, string>,
    readonly typeOf: (name: string) => FeelType | undefined,
  ) {}

  /** Compiles an expression; each evaluation of it counts as a step. */
  expression(node: SyntaxNode): Evaluate {
    const compile = this.compilers.get(node.name);
    if (!compile) return this.fail(node, `Unexpected '${this.text(node)}'.`);
    if (++this.#nesting > MAX_SOURCE_NESTING) {
      return this.fail(node, `The expression is nested deeper than ${MAX_SOURCE_NESTING} levels.`);
    }
    const evaluate = compile(node, this);
    this.#nesting--;
    return (scope) => {
      scope.run.enter();
      const value = evaluate(scope);
      scope.run.leave();
      return value;
    };
  }

  /** Compiles what sees the names besides those in force. */
  bind<T>(names: readonly string[], compile: () => T): T {
    const before = this.#bound.length;
    this.#bound.push(...names);
    const result = compile();
    this.#bound.length = before;
    return result;
  }

  /** Notes that the name is asked for. */
  refer(name: string): void {
    if (!this.#bound.includes(name)) this.free.add(name);
  }

  isBound(name: string): boolean {
    return this.#bound.includes(name);
  }

  referToInput(): void {
    this.#usesInput = true;
  }

  /** Compiles and tells whether `?` occurs in what was compiled. */
  watchInput<T>(compile: () => T): { result: T; usesInput: boolean } {
    const outer = this.#usesInput;
    this.#usesInput = false;
    const result = compile();
    const usesInput = this.#usesInput;
    this.#usesInput = outer || usesInput;
    return { result, usesInput };
  }

  text(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to);
  }

  /** The name that a node spells, in the spelling under which it is known. */
  name(node: SyntaxNode): string {
    const text = this.text(node);
    if (text.startsWith('`')) return text.slice(1, -1);
    const name = text.replace(/\s+/g, ' ');
    return this.known.get(normalName(name)) ?? name;
  }

  fail(node: SyntaxNode, message: string): never {
    throw new FeelSyntaxError(message, this.source, node.from);
  }
}

/** The form in which differently spaced spellings of a name are the same. */
export function normalName(name: string): string {
  return name
    .replace(/\s*([./\-'+*])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The children of a node without comments. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment' && child.name !== 'BlockComment') found.push(child);
  }
  return found;
}

const PUNCTUATION = new Set(['(', ')', '[', ']', '{', '}', ',', ':', '..', '.']);

/** The children that are neither punctuation nor keywords. */
export function operands(node: SyntaxNode): SyntaxNode[] {
  return children(node).filter((child) => !PUNCTUATION.has(child.name) && /^[A-Z]|^null$|^\?$/.test(child.name));
}

/** A child that the grammar promises. */
export function childAt(nodes: readonly SyntaxNode[], index: number): SyntaxNode {
  const node = nodes[index];
  if (!node) throw new Error(`The grammar gave no child ${index}.`);
  return node;
}

/** The operands of a left-nested chain such as `a + b - c`, with the operators between them. */
export function chain(node: SyntaxNode): { first: SyntaxNode; rest: { operator: SyntaxNode; operand: SyntaxNode }[] } {
  const rest: { operator: SyntaxNode; operand: SyntaxNode }[] = [];
  let current = node;
  for (;;) {
    const parts = children(current);
    if (parts.length !== 3 || current.name !== node.name) return { first: current, rest: rest.reverse() };
    rest.push({ operator: childAt(parts, 1), operand: childAt(parts, 2) });
    current = childAt(parts, 0);
  }
}
