import { parser } from '@bpmn-io/lezer-feel';
import type { SyntaxNode, Tree } from '@lezer/common';
import { FeelSyntaxError } from './errors.ts';
import { MAX_SOURCE_LENGTH } from './limits.ts';
import { createNameTracker } from './name-tracker.ts';
import type { KnownNames } from './name-tracker.ts';

export type Top = 'Expression' | 'UnaryTests';

/** Built-ins with a keyword in their name; the grammar finds the others by itself. */
const KEYWORD_BUILTINS: KnownNames = {
  'years and months duration': 1,
  'get or else': 1,
};

const tracker = createNameTracker(KEYWORD_BUILTINS);
const PARSERS = {
  Expression: parser.configure({ top: 'Expression', dialect: 'camunda', contextTracker: tracker }),
  UnaryTests: parser.configure({ top: 'UnaryTests', dialect: 'camunda', contextTracker: tracker }),
};

/** The syntax tree of a source. Throws `FeelSyntaxError` at the first thing that does not belong there. */
export function parseFeel(source: string, top: Top, names?: KnownNames): SyntaxNode {
  if (source.length > MAX_SOURCE_LENGTH) {
    throw new FeelSyntaxError(`The expression is longer than ${MAX_SOURCE_LENGTH} characters.`, '', 0);
  }
  const tree = treeOf(source, top, names);
  rejectErrors(tree, source);
  return tree.topNode;
}

function treeOf(source: string, top: Top, names: KnownNames | undefined): Tree {
  const chosen = names
    ? PARSERS[top].configure({ contextTracker: createNameTracker({ ...KEYWORD_BUILTINS, ...names }) })
    : PARSERS[top];
  return chosen.parse(withRangeTypes(source));
}

function rejectErrors(tree: Tree, source: string): void {
  const cursor = tree.cursor();
  do {
    if (cursor.type.isError) throw syntaxError(source, cursor.from, cursor.to);
  } while (cursor.next());
}

function syntaxError(source: string, from: number, to: number): FeelSyntaxError {
  const text = source
    .slice(from, Math.max(to, from + 1))
    .trim()
    .slice(0, 40);
  if (source.trim() === '') return new FeelSyntaxError('The expression is empty.', source, from);
  if (source.slice(from).trim() === '') return new FeelSyntaxError('The expression ends too early.', source, from);
  if (text === '') return new FeelSyntaxError('The expression is too long a chain.', source, from);
  return new FeelSyntaxError(`Unexpected '${text}'.`, source, from);
}

/**
 * The grammar knows neither the type `range<T>` nor `function` without parameters. They are parsed as `list<T>` and as
 * a name at the same place; who compiles the type reads the source and sees which it is.
 */
function withRangeTypes(source: string): string {
  return source
    .replace(/(instance\s+of\s+)range(\s*<)/g, '$1 list$2')
    .replace(/(instance\s+of\s+)function(?![\w<]|\s+<)/g, '$1Function');
}
