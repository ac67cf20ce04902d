import type { DefinitionVersions } from '@esocial/contracts/generated/api-definitions-versions.ts';

export type DefinitionVersion = DefinitionVersions['items'][number];

/** The version of `day` (newest first): in force, else the newest. */
export function versionInForce(versions: readonly DefinitionVersion[], day: string): DefinitionVersion | undefined {
  const inForce = versions
    .filter((version) => version.state === 'active' && version.effectiveFrom <= day)
    .sort((left, right) => right.effectiveFrom.localeCompare(left.effectiveFrom) || right.number - left.number);
  return inForce[0] ?? versions[0];
}
