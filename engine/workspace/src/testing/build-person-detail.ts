import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';

/** A person as their page shows them. */
export function buildPersonDetail(overrides: Partial<PersonDetail> = {}): PersonDetail {
  return {
    id: 'person-1',
    version: 4,
    displayName: 'Popa Ion',
    lastName: 'Popa',
    firstName: 'Ion',
    birthDate: '2016-05-20',
    age: 10,
    sex: 'M',
    sources: { lastName: { kind: 'manual', at: '2026-03-10T08:00:00Z', by: 'Rusu Elena' } },
    relations: [],
    cases: [],
    otherCases: 0,
    permissions: { update: true },
    ...overrides,
  };
}
