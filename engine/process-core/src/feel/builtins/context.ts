import type { Run } from '../run.ts';
import { FeelContext } from '../values.ts';
import type { FeelValue } from '../values.ts';
import { define, defineVariadic } from './signature.ts';
import type { Signature } from './signature.ts';

function entriesOf(run: Run, context: FeelContext): FeelValue[] {
  run.step(context.keys().length);
  return run.list(
    context.entries().map(
      ([key, value]) =>
        new FeelContext(
          new Map<string, FeelValue>([
            ['key', key],
            ['value', value],
          ]),
        ),
    ),
  );
}

/** A context of `{key, value}` entries; undefined where one is malformed or, but for Zeebe, a key occurs twice. */
function fromEntries(run: Run, entries: readonly FeelValue[]): FeelContext | undefined {
  const values = new Map<string, FeelValue>();
  for (const entry of entries) {
    if (!(entry instanceof FeelContext) || !entry.has('value')) return undefined;
    const key = entry.get('key');
    if (typeof key !== 'string' || (values.has(key) && run.dialect === 'dmn')) return undefined;
    values.set(key, entry.get('value') ?? null);
  }
  return new FeelContext(values);
}

function put(run: Run, context: FeelContext, key: string, value: FeelValue): FeelContext {
  run.step(context.keys().length);
  return new FeelContext(context.toMap().set(key, value));
}

function putAt(run: Run, context: FeelContext, keys: readonly FeelValue[], value: FeelValue): FeelContext | undefined {
  const [key, ...rest] = keys;
  if (typeof key !== 'string') return undefined;
  if (rest.length === 0) return put(run, context, key, value);
  const inner = context.get(key) ?? new FeelContext(new Map());
  const holder =
    inner instanceof FeelContext ? inner : run.dialect === 'zeebe' ? new FeelContext(new Map()) : undefined;
  if (!holder) return undefined;
  const changed = run.nested(() => putAt(run, holder, rest, value));
  return changed && put(run, context, key, changed);
}

function merge(run: Run, contexts: readonly FeelValue[]): FeelContext | undefined {
  const values = new Map<string, FeelValue>();
  for (const context of contexts) {
    if (!(context instanceof FeelContext)) return undefined;
    run.step(context.keys().length);
    for (const [key, value] of context.entries()) values.set(key, value);
  }
  return new FeelContext(values);
}

function valueAt(context: FeelContext, keys: readonly FeelValue[]): FeelValue {
  if (keys.length === 0) return null;
  return keys.reduce<FeelValue>(
    (value, key) => (value instanceof FeelContext && typeof key === 'string' ? (value.get(key) ?? null) : null),
    context,
  );
}

const CONTEXT = 'context/m: context';

/** Zeebe still knows `put` and `put all`, the names before DMN had these functions. */
function putBuiltins(name: string): Signature[] {
  return [
    define(name, [CONTEXT, 'key: string', 'value: any'], (run, context: FeelContext, key: string, value: FeelValue) =>
      put(run, context, key, value),
    ),
    define(
      name,
      [CONTEXT, 'keys: list', 'value: any'],
      (run, context: FeelContext, keys: FeelValue[], value: FeelValue) => putAt(run, context, keys, value),
    ),
  ];
}

export const CONTEXT_BUILTINS = [
  define('get value', [CONTEXT, 'key: string'], (_, context: FeelContext, key: string) => context.get(key) ?? null),
  define('get value', [CONTEXT, 'keys: list'], (_, context: FeelContext, keys: FeelValue[]) => valueAt(context, keys)),
  define('get entries', [CONTEXT], (run, context: FeelContext) => entriesOf(run, context)),
  ...['context put', 'put'].flatMap(putBuiltins),
  defineVariadic('context merge', 'contexts: list', (run, contexts) => merge(run, contexts)),
  defineVariadic('put all', 'contexts: list', (run, contexts) => merge(run, contexts)),
  define('context', ['entries: list'], (run, entries: FeelValue[]) => fromEntries(run, entries)),
  define('context', ['entries: context'], (run, entry: FeelContext) => fromEntries(run, [entry])),
];
