import type { RecordDetail } from '@esocial/contracts/generated/api-records-detail.ts';
import { buildTaskDetail } from './build-task-detail.ts';

/** A recorded form with one answer, that may be corrected. */
export function buildRecordDetail(overrides: Partial<RecordDetail> = {}): RecordDetail {
  return {
    id: 'record-1',
    seriesId: 'series-1',
    caseId: 'case-1',
    caseNumber: 'PC-2026-000123',
    legalReferenceDate: '2026-03-10',
    version: 1,
    latest: true,
    form: buildTaskDetail().form,
    data: { conclusion: 'bine' },
    submittedAt: '2026-03-11T08:00:00Z',
    submittedBy: 'Rusu Elena',
    notApplied: false,
    fieldClasses: ['public', 'personal'],
    classifiers: [],
    permissions: { correct: true },
    ...overrides,
  };
}
