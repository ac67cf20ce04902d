import type { Run } from '../run.ts';
import { FeelFunction, kindOf } from '../values.ts';
import type { FeelValue } from '../values.ts';
import { BUILTINS } from './registry.ts';
import { fit } from './signature.ts';
import type { Signature } from './signature.ts';

const BY_NAME = group(BUILTINS);

function group(signatures: readonly Signature[]): ReadonlyMap<string, Signature[]> {
  const groups = new Map<string, Signature[]>();
  for (const signature of signatures) groups.set(signature.name, [...(groups.get(signature.name) ?? []), signature]);
  return groups;
}

export function hasBuiltin(name: string): boolean {
  return BY_NAME.has(name);
}

/** Calls a built-in by the first of its signatures that the arguments fit. */
export function invokeBuiltin(
  run: Run,
  name: string,
  args: readonly FeelValue[] | ReadonlyMap<string, FeelValue>,
): FeelValue {
  for (const signature of BY_NAME.get(name) ?? []) {
    const fitted = fit(run, signature, args);
    if (!fitted) continue;
    run.through(fitted);
    const invoke = signature.invoke as (run: Run, ...args: FeelValue[]) => FeelValue | undefined;
    const result = run.call(() => invoke(run, ...fitted));
    if (result === undefined) continue;
    run.through([result]);
    return result;
  }
  if (run.isFullOfWarnings) return null;
  const given = Array.isArray(args) ? (args as FeelValue[]) : [...(args as ReadonlyMap<string, FeelValue>).values()];
  const kinds = given.map((value) => kindOf(value)).join(', ');
  return run.warn(
    'FUNCTION_INVOCATION_FAILURE',
    `Failed to invoke '${name}' with (${kinds}): the arguments do not fit.`,
  );
}

/** A built-in as a value, so that it can be handed to a function; undefined where there is none of that name. */
export function builtinAsFunction(run: Run, name: string): FeelFunction | undefined {
  const [signature] = BY_NAME.get(name) ?? [];
  if (!signature) return undefined;
  const params = signature.params.map((param) => param.names[0] ?? '');
  return new FeelFunction(params, (args, named) => invokeBuiltin(run, name, named ?? args));
}
