/** The facts that are known; the rest would only be dashes. */
export function knownFacts<Fact extends { value: unknown }>(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ value }) => value !== null && value !== undefined && value !== '');
}
