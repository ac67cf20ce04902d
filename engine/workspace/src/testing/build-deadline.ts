import type { DeadlineView } from '@esocial/contracts/generated/api-deadlines-view.ts';

/** For tests: two working days over a weekend and a holiday. */
export function buildDeadline(overrides: Partial<DeadlineView> = {}): DeadlineView {
  return {
    id: 'deadline-1',
    ruleKey: 'evaluare-initiala',
    ruleTitle: 'Evaluarea inițială',
    legalBasis: [{ act: 'HG nr. 270/2014', article: 'pct. 21', needsLegalConfirmation: true }],
    caseId: 'case-1',
    startedAt: '2026-03-06T08:00:00Z',
    dueAt: '2026-03-11T15:00:00Z',
    atRiskAt: '2026-03-11T08:00:00Z',
    state: 'running',
    remaining: { amount: 1, unit: 'workingDays' },
    amount: 2,
    unit: 'workingDays',
    calendarTitle: 'Zile lucrătoare',
    steps: [
      { at: '2026-03-06T08:00:00Z', code: 'started' },
      { date: '2026-03-07', code: 'skippedWeekend' },
      { date: '2026-03-09', code: 'skippedHoliday', params: { title: 'Ziua liberă' } },
      { date: '2026-03-10', code: 'counted', params: { number: 1 } },
      { at: '2026-03-11T15:00:00Z', code: 'due' },
    ],
    ...overrides,
  };
}
