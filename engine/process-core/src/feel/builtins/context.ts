import type { Run } from '../run.ts';
import { FeelContext } from '../values.ts';
import type { FeelValue } from '../values.ts';
import { define, defineVariadic } from './signature.ts';

function entriesOf(run: Run, context: FeelContext): FeelValue[] {
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

/** A context of `{key, value}` entries; undefined where one is malformed or a key occurs twice. */
function fromEntries(entries: readonly FeelValue[]): FeelContext | undefined {
  const values = new Map<string, FeelValue>();
  for (const entry of entries) {
    if (!(entry instanceof FeelContext) || !entry.has('value')) return undefined;
    const key = entry.get('key');
    if (typeof key !== 'string' || values.has(key)) return undefined;
    values.set(key, entry.get('value') ?? null);
  }
  return new FeelContext(values);
}

function put(context: FeelContext, key: string, value: FeelValue): FeelContext {
  return new FeelContext(context.toMap().set(key, value));
}

function putAt(run: Run, context: FeelContext, keys: readonly FeelValue[], value: FeelValue): FeelContext | undefined {
  const [key, ...rest] = keys;
  if (typeof key !== 'string') return undefined;
  if (rest.length === 0) return put(context, key, value);
  const inner = context.get(key) ?? new FeelContext(new Map());
  if (!(inner instanceof FeelContext)) return undefined;
  const changed = run.nested(() => putAt(run, inner, rest, value));
  return changed && put(context, key, changed);
}

function merge(contexts: readonly FeelValue[]): FeelContext | undefined {
  const values = new Map<string, FeelValue>();
  for (const context of contexts) {
    if (!(context instanceof FeelContext)) return undefined;
    for (const [key, value] of context.entries()) values.set(key, value);
  }
  return new FeelContext(values);
}

function valueAt(context: FeelContext, keys: readonly FeelValue[]): FeelValue {
  return keys.reduce<FeelValue>(
    (value, key) => (value instanceof FeelContext && typeof key === 'string' ? (value.get(key) ?? null) : null),
    context,
  );
}

const CONTEXT = 'context/m: context';

export const CONTEXT_BUILTINS = [
  define('get value', [CONTEXT, 'key: string'], (_, context: FeelContext, key: string) => context.get(key) ?? null),
  define('get value', [CONTEXT, 'keys: list'], (_, context: FeelContext, keys: FeelValue[]) => valueAt(context, keys)),
  define('get entries', [CONTEXT], (run, context: FeelContext) => entriesOf(run, context)),
  define(
    'context put',
    [CONTEXT, 'key: string', 'value: any'],
    (_, context: FeelContext, key: string, value: FeelValue) => put(context, key, value),
  ),
  define(
    'context put',
    [CONTEXT, 'keys: list', 'value: any'],
    (run, context: FeelContext, keys: FeelValue[], value: FeelValue) => putAt(run, context, keys, value),
  ),
  defineVariadic('context merge', 'contexts: list', (_, contexts) => merge(contexts)),
  define('context', ['entries: list'], (_, entries: FeelValue[]) => fromEntries(entries)),
  define('context', ['entries: context'], (_, entry: FeelContext) => fromEntries([entry])),
];
