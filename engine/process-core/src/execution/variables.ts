import type { Json, Variables } from '../types.ts';
import type { Step } from './step.ts';
import { findInstance, IncidentSignal } from './step.ts';

const maxSize = 1024 * 1024;

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

/** @throws IncidentSignal when the variables are too large to be kept. */
export function assertSize(variables: Variables): void {
  const left = measure(variables, maxSize);
  if (left < 0) {
    throw new IncidentSignal(
      'MESSAGE_SIZE_EXCEEDED',
      `The variables ${Object.keys(variables).join(', ').slice(0, 200)} hold more than 1 MB. Pass only what the process needs.`,
    );
  }
}

/** What is left of the budget after this value; stops as soon as it is spent. */
function measure(value: Json, budget: number): number {
  if (typeof value === 'string') return budget - value.length;
  if (typeof value !== 'object' || value === null) return budget - 8;
  return Array.isArray(value) ? measureList(value, budget - 2) : measureObject(value, budget - 2);
}

function measureList(items: readonly Json[], budget: number): number {
  let left = budget;
  for (const item of items) {
    if (left < 0) return left;
    left = measure(item, left);
  }
  return left;
}

function measureObject(object: Variables, budget: number): number {
  let left = budget;
  for (const key of Object.keys(object)) {
    if (left < 0) return left;
    left = measure(object[key] ?? null, left - key.length);
  }
  return left;
}
