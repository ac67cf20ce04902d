import type { DeadlineRuleFile } from '@esocial/contracts/generated/deadline-rule.ts';
import type { ParameterValue } from '../definitions/definition-reader.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import type { PinnedRule } from '../process/case-definitions.ts';
import type { DeadlineRecord } from './deadline-view.ts';
import { deadlineView } from './deadline-view.ts';
import { startDeadline } from './start-deadline.ts';

const monday = new Date('2026-01-05T08:00:00Z');
const calendar = {
  key: 'week',
  title: { ro: 'Săptămână', en: 'Week' },
  timeZone: 'Europe/Chisinau',
  workingHours: { from: '08:00', to: '17:00' },
  workingDays: [1, 2, 3, 4, 5],
  holidays: [],
  extraWorkingDays: [],
};
const parameter: ParameterValue = {
  key: 'days',
  versionId: 'p',
  title: { ro: 'Zile' },
  unit: 'workingDays',
  value: 2,
  validFrom: '2020-01-01',
  act: 'Legea 1',
  article: '5',
  needsLegalConfirmation: true,
};

function rule(amount: DeadlineRuleFile['amount'], more: Partial<PinnedRule> = {}): PinnedRule {
  const file: DeadlineRuleFile = {
    key: 'rule',
    title: { ro: 'Termen' },
    amount,
    unit: 'workingDays',
    calendar: 'week',
    atRisk: { remaining: 1 },
    ladder: [],
    legalBasis: [],
  };
  return { versionId: 'r', rule: file, calendarVersionId: 'c', calendar, parameter: undefined, ...more };
}

describe('starting a deadline', () => {
  it.each<[string, PinnedRule, string]>([
    ['a number', rule(2), '2026-01-07T15:00:00.000Z'],
    ['a parameter of the law', rule({ parameter: 'days' }, { parameter }), '2026-01-07T15:00:00.000Z'],
    [
      'an expression over the process variables',
      rule({ expression: '=if urgent then 1 else 5' }),
      '2026-01-06T15:00:00.000Z',
    ],
  ])('takes its amount from %s', (_what, pinned, expected) => {
    // then
    expect(startDeadline(pinned, { urgent: true }, monday).dueAt.toISOString()).toBe(expected);
  });

  it('is at risk when so much remains, and alerts first then', () => {
    // when
    const { atRiskAt, nextAlertAt } = startDeadline(rule(2), {}, monday);

    // then
    expect(atRiskAt.toISOString()).toBe('2026-01-06T15:00:00.000Z');
    expect(nextAlertAt).toEqual(atRiskAt);
  });

  it('remembers the law that its amount comes from', () => {
    // then
    expect(startDeadline(rule({ parameter: 'days' }, { parameter }), {}, monday).explanation).toEqual({
      amount: 2,
      calendarVersionId: 'c',
      parameter: { key: 'days', validFrom: '2020-01-01', act: 'Legea 1', article: '5', needsLegalConfirmation: true },
    });
  });

  it.each([
    ['a parameter without a value', rule({ parameter: 'days' })],
    ['an expression that is no number', rule({ expression: '="soon"' })],
    ['an amount below zero', rule({ expression: '=0 - 1' })],
  ])('refuses %s', (_what, pinned) => {
    // then
    expect(() => startDeadline(pinned, {}, monday)).toThrow('rule gives');
  });
});

describe('the view of a deadline', () => {
  const definitions = {
    deadlineRule: () => Promise.resolve(rule(2).rule),
    calendar: () => Promise.resolve(calendar),
  } as unknown as DefinitionReader;
  const record: DeadlineRecord = {
    ...{ id: 'd', case_id: 'case', task_id: null, rule_version_id: 'r', started_at: monday, state: 'running' as const },
    ...{ due_at: new Date('2026-01-07T15:00:00Z'), at_risk_at: new Date('2026-01-06T15:00:00Z'), ended_at: null },
    explanation: { amount: 2, calendarVersionId: 'c' },
  };

  it.each([
    ['2026-01-05T08:00:00Z', 'running', 2],
    ['2026-01-06T15:00:00Z', 'atRisk', 1],
    ['2026-01-09T08:00:00Z', 'overdue', -2],
  ])('at %s is %s with %d days left, whether a worker has come by or not', async (now, state, amount) => {
    // then
    expect(await deadlineView(definitions, record, 'en', new Date(now))).toMatchObject({
      state,
      remaining: { amount, unit: 'workingDays' },
      calendarTitle: 'Week',
      ruleTitle: 'Termen',
    });
  });

  it('of a deadline that has ended does not move any more', async () => {
    // when
    const view = await deadlineView(
      definitions,
      { ...record, ended_at: new Date('2026-01-06T08:00:00Z'), state: 'met' },
      'ro',
      new Date('2027-01-01T00:00:00Z'),
    );

    // then
    expect(view).toMatchObject({ state: 'met', endedAt: '2026-01-06T08:00:00.000Z', remaining: { amount: 1 } });
    expect(view.steps.map(({ code }) => code)).toEqual(['started', 'counted', 'counted', 'due']);
  });
});
