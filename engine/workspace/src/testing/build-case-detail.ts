import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { buildTask } from './build-task.ts';

/** A case as its page shows it. */
export function buildCaseDetail(overrides: Partial<CaseDetail> = {}): CaseDetail {
  return {
    id: 'case-1',
    number: 'PC-2026-000123',
    workflow: { key: 'protectia-copilului', title: 'Protecția copilului' },
    person: { id: 'person-1', displayName: 'Popa Ion', age: 10 },
    status: 'active',
    managerName: 'Rusu Elena',
    institutionName: 'Agenția Teritorială Orhei',
    openedAt: '2026-03-10T08:00:00Z',
    version: 3,
    title: 'Protecția copilului',
    legalReferenceDate: '2026-03-10',
    stages: [
      { key: 'sesizare', title: 'Sesizare', state: 'done', at: '2026-03-10T08:00:00Z' },
      { key: 'evaluare', title: 'Evaluare', state: 'current', at: '2026-03-10T09:00:00Z' },
      { key: 'inchidere', title: 'Închidere', state: 'ahead' },
    ],
    openTasks: [buildTask()],
    keyFacts: [
      { label: 'Nivelul de risc', value: 'Mediu' },
      { label: 'Punctaj', value: null },
    ],
    nextDeadlines: [],
    persons: [{ id: 'person-1', displayName: 'Popa Ion', role: 'subject' }],
    permissions: { assignManager: false, addNote: true, correctRecord: false, sendMessage: false },
    messages: [],
    ...overrides,
  };
}
