import { normalizeContextKey, parser } from '@bpmn-io/lezer-feel';
import { ContextTracker } from '@lezer/lr';

/**
 * Names that the grammar has to know beforehand, with the names inside them: those with a character such as `-`, or
 * with a keyword inside.
 */
export interface KnownNames {
  readonly [name: string]: KnownNames | 1;
}

/**
 * What the grammar's tokenizer asks for while it reads names: the parts of the name read so far, and the names it may
 * become. The tracker that comes with the grammar also follows the value of every name, in time quadratic in the
 * source; here names are only spelled.
 */
interface NameState {
  readonly tokens: readonly string[];
  readonly names: NameIndex;
  contextCache(): NameIndex;
}

interface NameIndex {
  readonly keys: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
}

function termsNamed(...names: string[]): ReadonlySet<number> {
  return new Set(parser.nodeSet.types.filter((type) => names.includes(type.name)).map((type) => type.id));
}

/** No known name has more parts; without a bound a long run of words would cost time quadratic in its length. */
const MAX_PARTS = 40;
const PARTS = termsNamed('Identifier');
const USES = termsNamed('VariableName', 'PathName');
const DECLARATIONS = termsNamed('Name');

/** A tracker for sources in which the names, and those inside them, may occur. */
export function createNameTracker(names: KnownNames): ContextTracker<NameState> {
  return new ContextTracker<NameState>({
    start: createState([], addNames({ keys: new Set(), prefixes: new Set() }, allNames(names))),
    reduce: (state, term, stack, input) => {
      if (PARTS.has(term)) {
        if (state.tokens.length === MAX_PARTS) return state;
        // the input's `read` is how the grammar's own tracker gets at the text
        const text = (input as unknown as { read(from: number, to: number): string }).read(input.pos, stack.pos);
        return createState([...state.tokens, text], state.names);
      }
      if (DECLARATIONS.has(term)) return createState([], declare(state));
      return USES.has(term) ? createState([], state.names) : state;
    },
  });
}

function createState(tokens: readonly string[], names: NameIndex): NameState {
  return { tokens, names, contextCache: () => names };
}

/** A declared name of several parts is known from there on; one of a single part needs no help. */
function declare({ tokens, names }: NameState): NameIndex {
  const name = tokens.join(' ');
  return tokens.length < 2 || names.keys.has(name) ? names : addNames(names, [name]);
}

function addNames(index: NameIndex, names: readonly string[]): NameIndex {
  const [keys, prefixes] = [new Set(index.keys), new Set(index.prefixes)];
  for (const name of names.map(normalizeContextKey)) {
    keys.add(name);
    for (let length = 1; length <= name.length; length++) prefixes.add(name.slice(0, length));
  }
  return { keys, prefixes };
}

function allNames(names: KnownNames): string[] {
  return Object.entries(names).flatMap(([name, inner]) => (inner === 1 ? [name] : [name, ...allNames(inner)]));
}
