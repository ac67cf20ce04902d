import type { Json, Variables } from '../types.ts';
import { CommandRejected } from '../types.ts';
import type { Step } from './step.ts';
import { findInstance, IncidentSignal } from './step.ts';

const maxSize = 1024 * 1024;
/** Deeper JSON overflows the stack of those who read and write it. */
const maxDepth = 500;
const tooDeep = -Infinity;

/** The value of a variable as seen from a scope: the nearest one outward; undefined when there is none. */
export function lookup(step: Step, scopeId: string, name: string): Json | undefined {
  for (let id: string | null = scopeId; id !== null; id = findInstance(step, id)?.parentId ?? null) {
    const scope = step.variables[id];
    if (scope !== undefined && Object.hasOwn(scope, name)) return scope[name];
  }
  return undefined;
}

/** Everything that can be seen from a scope; inner variables hide outer ones. */
export function visibleVariables(step: Step, scopeId: string): Variables {
  const scopes: Variables[] = [];
  for (let id: string | null = scopeId; id !== null; id = findInstance(step, id)?.parentId ?? null) {
    scopes.unshift(step.variables[id] ?? {});
  }
  return mergeAll(scopes);
}

export function localVariables(step: Step, scopeId: string): Variables {
  return step.variables[scopeId] ?? {};
}

export function setLocal(step: Step, scopeId: string, variables: Variables): void {
  const names = Object.keys(variables);
  if (names.length === 0) return;
  assertSize(variables);
  step.variables[scopeId] = mergeAll([step.variables[scopeId] ?? {}, variables]);
  step.effects.push({ type: 'variablesChanged', scopeId, names });
}

/**
 * Zeebe's propagation: each variable goes to the nearest scope outward that knows it, else to the root. A scope that
 * has the very same value already is passed by, so that the value comes to be known further out too.
 */
export function propagate(step: Step, fromScopeId: string, variables: Variables): void {
  const byScope = new Map<string, [string, Json][]>();
  for (const [name, value] of Object.entries(variables)) {
    const owner = findOwner(step, fromScopeId, name, value);
    byScope.set(owner, [...(byScope.get(owner) ?? []), [name, value]]);
  }
  for (const [scopeId, entries] of byScope) setLocal(step, scopeId, Object.fromEntries(entries));
}

function findOwner(step: Step, fromScopeId: string, name: string, value: Json): string {
  for (let id: string | null = fromScopeId; id !== null; id = findInstance(step, id)?.parentId ?? null) {
    const scope = step.variables[id];
    if (scope !== undefined && Object.hasOwn(scope, name) && !isSame(scope[name], value)) return id;
  }
  return step.rootId;
}

/** As the broker compares them: byte by byte. */
function isSame(known: Json | undefined, value: Json): boolean {
  return known === value || (typeof known === 'object' && JSON.stringify(known) === JSON.stringify(value));
}

/** Sets `a.b.c` in a copy of the variables, keeping what else `a` and `a.b` hold in `base`. */
export function assignPath(base: Variables, path: readonly string[], value: Json): Variables {
  const [name = '', ...rest] = path;
  if (rest.length === 0) return mergeAll([base, Object.fromEntries([[name, value]])]);
  const current = Object.hasOwn(base, name) ? base[name] : undefined;
  const inner = isObject(current) ? current : {};
  return mergeAll([base, Object.fromEntries([[name, assignPath(inner, rest, value)]])]);
}

export function isObject(value: Json | undefined): value is Variables {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Spreads define properties, so a variable named `__proto__` stays an ordinary variable. */
export function mergeAll(scopes: readonly Variables[]): Variables {
  const [first = {}, ...others] = scopes;
  return others.reduce<Variables>((merged, scope) => ({ ...merged, ...scope }), { ...first });
}

/** @throws IncidentSignal when the variables are too large, or too deep, to be kept. */
export function assertSize(variables: Variables): void {
  const left = measure(variables, maxSize, maxDepth);
  if (left >= 0) return;
  const names = Object.keys(variables).join(', ').slice(0, 200);
  const what = left === tooDeep ? `are nested deeper than ${maxDepth} levels` : 'hold more than 1 MB';
  throw new IncidentSignal(
    'MESSAGE_SIZE_EXCEEDED',
    `The variables ${names} ${what}. Pass only what the process needs.`,
  );
}

/** Variables that come with a command: too large, they refuse it. */
export function refuseTooLarge(variables: Variables): void {
  try {
    assertSize(variables);
  } catch (error) {
    if (error instanceof IncidentSignal) throw new CommandRejected('INVALID_ARGUMENT', error.message);
    throw error;
  }
}

/** What is left of the budget after this value; stops as soon as it, or the depth, is spent. */
function measure(value: Json, budget: number, depth: number): number {
  if (typeof value === 'string') return budget - value.length;
  if (typeof value !== 'object' || value === null) return budget - 8;
  if (depth === 0) return tooDeep;
  return Array.isArray(value) ? measureList(value, budget - 2, depth - 1) : measureObject(value, budget - 2, depth - 1);
}

function measureList(items: readonly Json[], budget: number, depth: number): number {
  let left = budget;
  for (const item of items) {
    if (left < 0) return left;
    left = measure(item, left, depth);
  }
  return left;
}

function measureObject(object: Variables, budget: number, depth: number): number {
  let left = budget;
  for (const key of Object.keys(object)) {
    if (left < 0) return left;
    left = measure(object[key] ?? null, left - key.length, depth);
  }
  return left;
}
