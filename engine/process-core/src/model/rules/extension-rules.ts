import { bindingsOf } from './capability-rules.ts';
import type { ElementRule } from './rule.ts';
import { faultIf } from './rule.ts';

const bindingTypes: readonly string[] = ['latest', 'deployment', 'versionTag'];

/** Extension elements whose meaning would be lost silently. */
export const extensionRules: ElementRule = (element) => [
  ...element.newerExtensions.map((name) => ({
    rule: 'newer-extension',
    message: `"${element.id}" has ${name}, which only a newer Zeebe than 8.6 knows. Remove it.`,
  })),
  ...faultIf(
    element.adHoc !== null && element.job !== null,
    'newer-extension',
    `The ad-hoc sub-process "${element.id}" has a task definition, which only a newer Zeebe than 8.7 knows. Remove it.`,
  ),
  ...bindingsOf(element).flatMap(({ type, versionTag }) => [
    ...faultIf(
      !bindingTypes.includes(type),
      'binding-type',
      `"${element.id}" has the binding "${type}"; the engine knows ${bindingTypes.join(', ')}.`,
    ),
    ...faultIf(
      type === 'versionTag' && (versionTag ?? '') === '',
      'missing-version-tag',
      `"${element.id}" asks for a version by its tag, but names no tag. Add one.`,
    ),
  ]),
];
