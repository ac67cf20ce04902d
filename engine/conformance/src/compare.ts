import { isDeepStrictEqual } from 'node:util';
import type { Expected, InstanceEnd, Observed, Snapshot } from './scenario.ts';
import { lists } from './scenario.ts';
import { sortedJson } from './snapshot-text.ts';

/** Every difference between what was expected and what an engine did, a sentence each. */
export function findDifferences(expected: Expected, observed: Observed): string[] {
  const steps = Math.max(expected.steps.length, observed.steps.length);
  const ofSteps = Array.from({ length: steps }, (_, index) =>
    compareSnapshots(expected.steps[index] ?? {}, observed.steps[index] ?? {}).map(
      (difference) => `step ${index + 1}: ${difference}`,
    ),
  );
  return [...ofSteps.flat(), ...compareInstances(expected.instances, observed.instances)];
}

function compareSnapshots(expected: Snapshot, observed: Snapshot): string[] {
  const rejections =
    expected.rejected === observed.rejected
      ? []
      : [`the command is ${accepted(observed.rejected)}, expected: ${accepted(expected.rejected)}`];
  const differences = lists.flatMap((name) => [
    ...minus(observed[name], expected[name]).map((item) => `${name} has "${item}"`),
    ...minus(expected[name], observed[name]).map((item) => `${name} lacks "${item}"`),
  ]);
  return [...rejections, ...differences];
}

function accepted(rejected: string | undefined): string {
  return rejected === undefined ? 'accepted' : `refused (${rejected})`;
}

/** The items of a multiset that the other does not have. */
function minus(some: readonly string[] = [], others: readonly string[] = []): string[] {
  const left = [...others];
  return some.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function compareInstances(expected: readonly InstanceEnd[], observed: readonly InstanceEnd[]): string[] {
  const count = Math.max(expected.length, observed.length);
  return Array.from({ length: count }, (_, index) =>
    compareInstance(index + 1, expected[index], observed[index]),
  ).flat();
}

function compareInstance(
  number: number,
  expected: InstanceEnd | undefined,
  observed: InstanceEnd | undefined,
): string[] {
  if (expected === undefined || observed === undefined) {
    return [`instance ${number}: ${observed ? `of ${observed.process} should not be` : 'is missing'}`];
  }
  const differences: string[] = [];
  const say = (text: string) => differences.push(`instance ${number}: ${text}`);
  if (expected.process !== observed.process) say(`is of ${observed.process}, expected ${expected.process}`);
  if (expected.state !== observed.state) say(`is ${observed.state}, expected ${expected.state}`);
  if (!isDeepStrictEqual(expected.variables, observed.variables)) {
    say(`has the variables ${sortedJson(observed.variables)}, expected ${sortedJson(expected.variables)}`);
  }
  return differences;
}
