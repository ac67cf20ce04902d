import type { DefinitionVersions } from '@esocial/contracts/generated/api-definitions-versions.ts';

type Version = DefinitionVersions['items'][number];

/** For tests: a version of a definition. */
export function buildVersion(overrides: Partial<Version> = {}): Version {
  return {
    versionId: 'version-1',
    number: 1,
    digest: '0123456789abcdef0123456789abcdef',
    effectiveFrom: '2026-01-01',
    state: 'active',
    releaseId: 'release-1',
    releaseNumber: 1,
    createdBy: 'system:content-cli',
    createdAt: '2025-12-20T08:00:00Z',
    legalBasis: [{ act: 'Legea nr. 140/2013', article: 'art. 8', needsLegalConfirmation: true }],
    ...overrides,
  };
}
