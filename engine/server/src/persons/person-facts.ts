import type { FactSource, PersonFacts } from './person.ts';

export const factNames = [
  ...(['lastName', 'firstName', 'patronymic', 'birthDate', 'sex'] as const),
  ...(['idnp', 'territory', 'address', 'phone', 'email'] as const),
];

/** Where each of these facts comes from; what is not known comes from nowhere. */
export function sourcesOf(
  facts: PersonFacts,
  names: readonly (keyof PersonFacts)[],
  source: FactSource,
): Record<string, FactSource> {
  return Object.fromEntries(names.filter((name) => facts[name] !== null).map((name) => [name, source]));
}
