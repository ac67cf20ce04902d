/** The kinds of definition in the order of the tabs. */
export const definitionKinds = [
  'form',
  'workflow',
  'deadline-rule',
  'parameter',
  'classifier',
  'role',
  'calendar',
  'retention',
  'organisation',
] as const;

export type DefinitionKind = (typeof definitionKinds)[number];

/** The kind that an address names; forms when it names none. */
export function kindOf(value: string | undefined): DefinitionKind {
  return definitionKinds.find((kind) => kind === value) ?? 'form';
}
