import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Scenario } from '@esocial/contracts/generated/scenario.ts';
import { parseBpmn } from '../model/parse-bpmn.ts';
import type { Json } from '../types.ts';
import type { ScenarioOptions } from './simulate.ts';
import { simulate } from './simulate.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../features', name), 'utf8');

async function run(file: string, scenario: Partial<Scenario>, options: ScenarioOptions = {}) {
  const models = await parseBpmn(read(file));
  return simulate(models, { name: 's', start: {}, steps: [], expect: { status: 'completed' }, ...scenario }, options);
}

describe('simulating a scenario', () => {
  it('reports path, timings, variables and coverage', async () => {
    // when
    const report = await run('intermediate-catch-event.bpmn', {
      start: { variables: { start: '2026-01-06T08:00:00Z', days: 2 }, at: '2026-01-05T08:00:00Z' },
      steps: [{ advanceTime: 'P3D' }, { message: 'paper', correlationKey: 'case-1', variables: { number: 7 } }],
      expect: { status: 'completed', path: ['Date', 'Paper', 'End'], variables: { paperNumber: 7 } },
    });

    // then
    expect(report).toMatchObject({ passed: true, failures: [], status: 'completed', activeElements: [] });
    expect(report.path).toEqual(['Start', 'Date', 'Pause', 'Paper', 'End']);
    expect(report.timings.find((timing) => timing.elementId === 'Pause')).toMatchObject({
      activatedAt: '2026-01-06T08:00:00.000Z',
      leftAt: '2026-01-08T08:00:00.000Z',
    });
    expect(report.coverage).toEqual([{ processId: 'intermediate-catch-event', visited: 5, total: 5, missing: [] }]);
  });

  it('takes data from fixtures, start variables from the workflow and parameters from the policies', async () => {
    // when
    const report = await run(
      'user-task.bpmn',
      {
        start: { fixture: 'form/valid-a' },
        parameters: { limit: 2 },
        steps: [{ complete: 'Ask', fixture: 'form/valid-b', as: 'clerk' }, { complete: 'Silent' }],
        expect: { status: 'completed', variables: { subject: 'a', answer: 'b', limit: 2, other: 3, caseId: 'case-1' } },
      },
      {
        fixture: (key): Json => (key === 'form/valid-a' ? { about: 'a' } : { answer: 'b' }),
        startVariables: { subject: '=data.about' },
        parameters: { limit: 1, other: 3 },
      },
    );

    // then
    expect(report.failures).toEqual([]);
  });

  it('runs called processes, completes their tasks by element id and covers them too', async () => {
    const report = await run('call-activity.bpmn', {
      steps: [{ complete: 'Ask' }, { complete: 'Ask' }, { complete: 'Ask' }],
    });
    expect(report.failures).toEqual([]);
    expect(report.coverage.map((one) => [one.processId, one.missing])).toEqual([
      ['call-activity', []],
      ['child', []],
    ]);
  });

  it('lets a step answer for a called process that is not there', async () => {
    // given
    const [model] = await parseBpmn(read('call-activity.bpmn'));
    const called = { called: 'child', variables: { answer: 1 } };

    // when
    const report = simulate(model === undefined ? [] : [model], {
      name: 's',
      start: {},
      steps: [called, called, called],
      expect: { status: 'completed', variables: { answer: 1, mapped: 1 } },
    });

    // then
    expect(report.failures).toEqual([]);
  });

  it('starts by message and resolves incidents', async () => {
    const started = await run('start-event.bpmn', { start: { message: 'report' }, steps: [{ complete: 'Read' }] });
    expect(started.failures).toEqual([]);
    const resolved = await run('exclusive-gateway.bpmn', {
      start: { variables: { amount: 'much' } },
      steps: [
        { check: { incidents: [{ elementId: 'Strict', kind: 'EXTRACT_VALUE_ERROR' }] } },
        { setVariables: { amount: 500 } },
        { resolveIncident: 'Strict' },
        { complete: 'High' },
      ],
    });
    expect(resolved.failures).toEqual([]);
  });

  it.each<[string, string, Partial<Scenario>, string]>([
    ['a task that is not open', 'sequence.bpmn', { steps: [{ complete: 'Task_2' }] }, 'it waits at Task_1'],
    ['a role that may not', 'user-task.bpmn', { steps: [{ complete: 'Ask', as: 'cook' }] }, '"cook" may not do "Ask"'],
    [
      'a fixture that is not there',
      'user-task.bpmn',
      { steps: [{ complete: 'Ask', fixture: 'a/b' }] },
      'no fixture "a/b"',
    ],
    ['a message nobody waits for', 'sequence.bpmn', { steps: [{ message: 'm' }] }, 'nobody waits for the message "m"'],
    ['a job that is not open', 'sequence.bpmn', { steps: [{ job: 'j' }] }, 'no job "j" is open'],
    ['a call that is not open', 'sequence.bpmn', { steps: [{ called: 'c' }] }, 'no call of the process "c"'],
    ['an incident that is none', 'sequence.bpmn', { steps: [{ resolveIncident: 'x' }] }, 'no incident at "x"'],
    ['a process that is not there', 'sequence.bpmn', { process: 'x' }, 'there is no process "x"'],
    ['a message start that is not there', 'sequence.bpmn', { start: { message: 'x' } }, 'waits for the message "x"'],
    ['another status', 'sequence.bpmn', {}, 'the process is active, expected completed; it waits at Task_1'],
    ['another order', 'sequence.bpmn', { expect: { path: ['Task_1', 'Start'] } }, '"Start" did not follow'],
    ['an element never reached', 'sequence.bpmn', { expect: { visited: ['End'] } }, '"End" was never reached'],
    ['an element reached', 'sequence.bpmn', { expect: { notVisited: ['Start'] } }, '"Start" was reached'],
    ['other tasks', 'sequence.bpmn', { expect: { tasks: [] } }, 'the open tasks are [Task_1], expected []'],
    ['other variables', 'sequence.bpmn', { expect: { variables: { a: [1] } } }, 'the variable "a" is undefined'],
    [
      'an incident nobody expects',
      'receive-task.bpmn',
      { parameters: { caseId: null } },
      'EXTRACT_VALUE_ERROR at "Wait"',
    ],
    ['an incident that did not come', 'sequence.bpmn', { expect: { incidents: [{ elementId: 'x' }] } }, 'no incident'],
  ])('says what is wrong: %s', async (_, file, scenario, failure) => {
    const report = await run(file, scenario);
    expect(report.passed).toBe(false);
    expect(report.failures.join('\n')).toContain(failure);
  });

  it('stops at a timer that goes off without end', async () => {
    const models = await parseBpmn(read('boundary-event.bpmn').replace('R3/PT1H', 'R/PT1S'));
    const report = simulate(models, { name: 's', start: {}, steps: [{ advanceTime: 'P1D' }], expect: {} });
    expect(report.failures.join()).toContain('goes off without end');
  });
});
