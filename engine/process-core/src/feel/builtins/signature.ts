import type { Dialect, Run } from '../run.ts';
import { kindOf } from '../values.ts';
import type { FeelValue } from '../values.ts';

interface Param {
  /** The names under which the argument may be given. */
  names: readonly string[];
  optional: boolean;
  kinds: ReadonlySet<string>;
}

/** One way to call a built-in. */
export interface Signature {
  name: string;
  params: readonly Param[];
  /** The only parameter is a list, whose elements may also be given as arguments. */
  variadic: boolean;
  /** The only dialect that has it; both where undefined. */
  dialect?: Dialect;
  invoke: (run: Run, ...args: never[]) => FeelValue | undefined;
}

/**
 * Declares a built-in. Parameters read `name: kind`, `name/other name: kind|kind`, `name?: kind`; the kind `any` takes
 * null too. An undefined result means that the arguments do not fit.
 */
export function define<A extends (FeelValue | undefined)[]>(
  name: string,
  params: readonly string[],
  invoke: (run: Run, ...args: A) => FeelValue | undefined,
): Signature {
  return { name, params: params.map(parseParam), variadic: false, invoke: invoke as unknown as Signature['invoke'] };
}

/** Declares a built-in over a list that also takes the list's elements as its arguments. */
export function defineVariadic(
  name: string,
  param: string,
  invoke: (run: Run, list: FeelValue[]) => FeelValue | undefined,
): Signature {
  return { name, params: [parseParam(param)], variadic: true, invoke };
}

/** A way to call a built-in that only one of the dialects knows. */
export function only(dialect: Dialect, signature: Signature): Signature {
  return { ...signature, dialect };
}

const GROUPS: Readonly<Record<string, string>> = {
  duration: 'days and time duration|years and months duration',
  point: 'number|string|date|time|date and time|days and time duration|years and months duration',
};

function parseParam(spec: string): Param {
  const colon = spec.indexOf(':');
  const name = spec.slice(0, colon).trim();
  const kinds = spec.slice(colon + 1).trim();
  return {
    names: name.replace('?', '').split('/'),
    optional: name.endsWith('?'),
    kinds: new Set(kinds.split('|').flatMap((kind) => (GROUPS[kind] ?? kind).split('|'))),
  };
}

/** The arguments in the order of the parameters; undefined where they do not fit the signature. */
export function fit(
  run: Run,
  signature: Signature,
  args: readonly FeelValue[] | ReadonlyMap<string, FeelValue>,
): FeelValue[] | undefined {
  if (signature.dialect !== undefined && signature.dialect !== run.dialect) return undefined;
  if (!Array.isArray(args)) return fitNamed(run, signature, args as ReadonlyMap<string, FeelValue>);
  const given = args as readonly FeelValue[];
  if (signature.variadic && given.length === 0) return undefined;
  if (signature.variadic) return given.length === 1 && Array.isArray(given[0]) ? [given[0]] : [[...given]];
  if (given.length > signature.params.length) return undefined;
  return fitValues(run, signature, given);
}

function fitNamed(
  run: Run,
  { params, variadic }: Signature,
  args: ReadonlyMap<string, FeelValue>,
): FeelValue[] | undefined {
  const known = params.flatMap((param) => param.names);
  if (![...args.keys()].every((name) => known.includes(name))) return undefined;
  const values = params.map((param) => {
    const name = param.names.find((candidate) => args.has(candidate));
    return name === undefined ? undefined : args.get(name);
  });
  while (values.length > 0 && values.at(-1) === undefined) values.pop();
  if (variadic && values.length === 1 && !Array.isArray(values[0])) return [[values[0] ?? null]];
  return fitValues(run, { params }, values);
}

function fitValues(
  run: Run,
  { params }: Pick<Signature, 'params'>,
  given: readonly (FeelValue | undefined)[],
): FeelValue[] | undefined {
  const fitted: FeelValue[] = [];
  for (const [index, param] of params.entries()) {
    const value = given[index];
    if (value === undefined) {
      if (!param.optional) return undefined;
      if (index < given.length) fitted.push(undefined as unknown as FeelValue);
      continue;
    }
    const converted = convert(run, value, param.kinds);
    if (converted === undefined) return undefined;
    fitted.push(converted);
  }
  return fitted;
}

function convert(run: Run, value: FeelValue, kinds: ReadonlySet<string>): FeelValue | undefined {
  if (kinds.has('any') || kinds.has(kindOf(value))) return value;
  if (run.dialect !== 'dmn' || value === null) return undefined;
  if (kinds.has('list')) return [value];
  const single = Array.isArray(value) && value.length === 1 ? value[0] : undefined;
  return single !== undefined && single !== null && kinds.has(kindOf(single)) ? single : undefined;
}
