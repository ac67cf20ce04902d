import { newId } from '../../ids/new-id.ts';
import type { CaseDefinitions } from '../case-definitions.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { CreatedJob, StepSheet } from '../embedded/step-sheet.ts';
import { createStepSheet } from '../embedded/step-sheet.ts';
import { isHandled, jobHandlers } from './job-handlers.ts';

const [starter, actor, manager] = [newId(), newId(), newId()];

function buildSheet(facts: Partial<CaseFacts> = {}, actorId: string | null = actor): StepSheet {
  const base: CaseFacts = {
    ...{
      id: newId(),
      number: 'REQ-1',
      workflowKey: 'w',
      workflowVersionId: newId(),
      pinSetId: newId(),
      legalReferenceDate: '2026-01-05',
    },
    ...{
      status: 'active',
      stage: null,
      outcome: null,
      managerId: null,
      openedBy: starter,
      institutionId: newId(),
      teamId: null,
    },
    ...{ territoryId: null, person: null },
  };
  return createStepSheet({
    now: new Date('2026-01-05T08:00:00Z'),
    actorId,
    definitions: {} as CaseDefinitions,
    facts: { ...base, ...facts },
  });
}

function buildJob(headers: Record<string, string>, variables: CreatedJob['variables'] = {}): CreatedJob {
  return {
    type: 'jobCreated',
    elementInstanceId: newId(),
    elementId: 'Job',
    jobType: 'x',
    retries: 3,
    headers,
    variables,
    dueAt: null,
  };
}

function run(jobType: string, sheet: StepSheet, job: CreatedJob) {
  return jobHandlers.get(jobType)!(sheet, job);
}

describe('the platform’s own jobs', () => {
  it('are known by their type', () => {
    // then
    expect([...jobHandlers.keys()].every(isHandled)).toBe(true);
    expect(isHandled('somebody.else')).toBe(false);
  });

  describe('esocial.case.close', () => {
    it('closes the case with an outcome from FEEL over the variables', () => {
      // given
      const sheet = buildSheet();

      // when
      const variables = run(
        'esocial.case.close',
        sheet,
        buildJob({ outcome: '=if granted then "YES" else "NO"', reason: 'done' }, { granted: true }),
      );

      // then
      expect(variables).toEqual({});
      expect(sheet.facts).toMatchObject({ status: 'closed', outcome: 'YES' });
      expect(sheet.rows.events).toEqual([
        { kind: 'case', event: 'case.closed', params: { outcome: 'YES', reason: 'done' } },
      ]);
    });

    it('keeps an outcome that was there when it brings none', () => {
      // given
      const sheet = buildSheet({ outcome: 'EARLIER' });

      // when
      run('esocial.case.close', sheet, buildJob({}));

      // then
      expect(sheet.facts.outcome).toBe('EARLIER');
    });
  });

  describe('esocial.case.set-status', () => {
    it('suspends and resumes, and says so once', () => {
      // given
      const sheet = buildSheet();

      // when
      for (const status of ['suspended', 'suspended', 'active'])
        run('esocial.case.set-status', sheet, buildJob({ status }));

      // then
      expect(sheet.facts.status).toBe('active');
      expect(sheet.rows.events.map(({ event }) => event)).toEqual(['case.suspended', 'case.active']);
    });

    it('names a status that there is not', () => {
      // then
      expect(() => run('esocial.case.set-status', buildSheet(), buildJob({ status: 'frozen' }))).toThrow(
        'must be active',
      );
    });
  });

  describe('esocial.case.assign-manager', () => {
    it.each([
      ['previous', actor],
      ['starter', starter],
      [manager, manager],
    ])('understands %s', (assignee, expected) => {
      // given
      const sheet = buildSheet();

      // when
      run('esocial.case.assign-manager', sheet, buildJob({}, { assignee }));

      // then
      expect(sheet.facts.managerId).toBe(expected);
      expect(sheet.rows.notifications.map(({ user_id: userId }) => userId)).toEqual(
        expected === actor ? [] : [expected],
      );
    });

    it('says nothing when the manager stays', () => {
      // given
      const sheet = buildSheet({ managerId: manager });

      // when
      run('esocial.case.assign-manager', sheet, buildJob({}, { assignee: manager }));

      // then
      expect(sheet.rows.events).toEqual([]);
    });

    it.each([null, 'Ana', 5])('refuses %j', (assignee) => {
      // then
      expect(() => run('esocial.case.assign-manager', buildSheet(), buildJob({}, { assignee }))).toThrow('must be');
    });

    it('has no previous person when a timer acts', () => {
      // then
      expect(() =>
        run('esocial.case.assign-manager', buildSheet({}, null), buildJob({}, { assignee: 'previous' })),
      ).toThrow('must be');
    });
  });

  describe('esocial.notify', () => {
    it('tells those whom it knows directly', () => {
      // given
      const sheet = buildSheet({ managerId: manager });

      // when
      run(
        'esocial.notify',
        sheet,
        buildJob({ to: 'caseManager, starter, assignee', template: '="Case " + string(n)' }, { n: 7 }),
      );

      // then
      expect(sheet.rows.notifications.map(({ user_id: userId, params }) => [userId, params])).toEqual([
        [manager, { text: 'Case 7' }],
        [starter, { text: 'Case 7' }],
        [actor, { text: 'Case 7' }],
      ]);
    });

    it('leaves the others to the outbox', () => {
      // given
      const sheet = buildSheet();

      // when
      run('esocial.notify', sheet, buildJob({ to: 'supervisor', template: 'Late' }));

      // then
      expect(sheet.rows.notifications).toEqual([]);
      expect(sheet.rows.outbox).toMatchObject([
        {
          topic: 'notification.requested',
          payload: { to: 'supervisor', institutionId: sheet.facts.institutionId, params: { text: 'Late' } },
        },
      ]);
    });

    it('names a receiver that there is not', () => {
      // then
      expect(() => run('esocial.notify', buildSheet(), buildJob({ to: 'everybody' }))).toThrow('must be assignee');
    });
  });
});
