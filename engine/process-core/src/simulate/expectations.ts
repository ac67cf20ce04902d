import type { Expectation } from '@esocial/contracts/generated/scenario.ts';
import type { Json, Variables } from '../types.ts';
import { pathOf } from './report.ts';
import type { Simulation } from './simulation.ts';

/** Sentences for each point of an expectation that does not hold; incidents that nobody expects are one too. */
export function checkExpectation(simulation: Simulation, rootId: string, expected: Expectation): string[] {
  const path = pathOf(simulation);
  const root = simulation.instances.get(rootId);
  const status = root?.state.status ?? 'terminated';
  return [
    ...(expected.status === undefined || expected.status === status
      ? []
      : [`the process is ${status}, expected ${expected.status}${waitingFor(simulation)}`]),
    ...checkPath(path, expected.path ?? []),
    ...(expected.visited ?? []).filter((id) => !path.includes(id)).map((id) => `"${id}" was never reached`),
    ...(expected.notVisited ?? []).filter((id) => path.includes(id)).map((id) => `"${id}" was reached`),
    ...checkTasks(simulation, expected.tasks),
    ...checkVariables(root?.result ?? root?.state.variables[rootId] ?? {}, (expected.variables ?? {}) as Variables),
    ...checkIncidents(simulation, expected.incidents ?? []),
  ];
}

export function waitingFor(simulation: Simulation): string {
  const { tasks, jobs, subscriptions, signals, timers } = simulation.open;
  const names = [
    ...tasks.values(),
    ...jobs.values(),
    ...subscriptions.values(),
    ...signals.values(),
    ...timers.values(),
  ];
  return names.length === 0 ? '' : `; it waits at ${[...new Set(names.map((work) => work.elementId))].join(', ')}`;
}

function checkPath(path: readonly string[], expected: readonly string[]): string[] {
  let from = 0;
  for (const id of expected) {
    const at = path.indexOf(id, from);
    if (at < 0) return [`"${id}" did not follow in the expected order; the path was ${path.join(' → ')}`];
    from = at + 1;
  }
  return [];
}

function checkTasks(simulation: Simulation, expected: readonly string[] | undefined): string[] {
  if (expected === undefined) return [];
  const open = [...simulation.open.tasks.values()].map((task) => task.elementId).sort();
  return isEqual(open, [...expected].sort())
    ? []
    : [`the open tasks are [${open.join(', ')}], expected [${expected.join(', ')}]`];
}

function checkVariables(actual: Variables, expected: Variables): string[] {
  return Object.entries(expected).flatMap(([name, value]) => {
    const found = Object.hasOwn(actual, name) ? actual[name] : undefined;
    if (found !== undefined && isEqual(found, value)) return [];
    return [`the variable "${name}" is ${JSON.stringify(found)}, expected ${JSON.stringify(value)}`];
  });
}

function checkIncidents(simulation: Simulation, expected: NonNullable<Expectation['incidents']>): string[] {
  const left = [...expected];
  const surprises: string[] = [];
  for (const { elementId, kind, message } of simulation.open.incidents.values()) {
    const at = left.findIndex((one) => one.elementId === elementId && (one.kind ?? kind) === kind);
    if (at < 0) surprises.push(`there is an incident ${kind} at "${elementId}": ${message}`);
    else left.splice(at, 1);
  }
  return [...surprises, ...left.map((one) => `there is no incident ${one.kind ?? ''} at "${one.elementId}"`)];
}

function isEqual(a: Json, b: Json): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((x, i) => isEqual(x, b[i] ?? null));
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => key in b && isEqual(a[key] ?? null, b[key] ?? null))
  );
}
