import { parseBpmn } from '@esocial/process-core/model/parse-bpmn.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import type { CompiledWorkflow } from '../definitions/definition.ts';
import { bpmnOf, chain, end, flow, serviceTask, start, userTask } from '../process/testing/test-bpmn.ts';
import { withDeadline } from './next-step-texts.ts';
import { listNextSteps } from './next-steps.ts';

async function nextOf(
  elementId: string,
  bpmn: string,
  pins: Record<string, string> = {},
): Promise<(string | undefined)[]> {
  const models = await parseBpmn(bpmn);
  const workflow = {
    file: { title: 'W', stages: [] },
    translations: {},
    process: models[0],
    processes: new Map(models.map((model) => [model.id, model])),
  } as unknown as CompiledWorkflow;
  const definitions = {
    deadlineRule: () => Promise.resolve({ amount: { parameter: 'days' }, unit: 'workingDays' }),
    parameterAt: () => Promise.resolve({ value: 1 }),
  } as unknown as DefinitionReader;
  const steps = await listNextSteps(definitions, { workflow, pins, elementId, day: '2026-01-05', language: 'en' });
  return steps.map(({ text }) => text);
}

describe('what may follow a user task', () => {
  const gate = '<bpmn:exclusiveGateway id="Gate" />';

  it('is each user task behind a gateway, then the end', async () => {
    // given
    const elements = start + userTask('Task_A') + gate + userTask('Task_B') + userTask('Task_C') + end;
    const flows =
      chain('start', 'Task_A', 'Gate', 'Task_B', 'end') +
      flow('Gate', 'end', '=x') +
      chain('Gate', 'Task_C', 'end').replace('id="Task_C-end"', 'id="c"');

    // then
    expect(await nextOf('Task_A', bpmnOf(elements + flows))).toEqual(['Task B', 'Task C', 'The procedure ends']);
  });

  it('is what comes after service tasks, and itself in a loop', async () => {
    // given
    const elements = start + userTask('Task_A') + serviceTask('Job', 'x') + gate + userTask('Task_B') + end;
    const flows = chain('start', 'Task_A', 'Job', 'Gate', 'Task_B', 'end') + flow('Gate', 'Task_A', '=again');

    // then
    expect(await nextOf('Task_A', bpmnOf(elements + flows))).toEqual(['Task B', 'Task A']);
  });

  it('is found inside of sub-processes and called processes, and after them', async () => {
    // given
    const sub = `<bpmn:subProcess id="Sub"><bpmn:startEvent id="subStart" />${userTask('Task_In')}<bpmn:endEvent id="subEnd" />${chain('subStart', 'Task_In', 'subEnd')}</bpmn:subProcess>`;
    const call =
      '<bpmn:callActivity id="Call"><bpmn:extensionElements><zeebe:calledElement processId="inner" /></bpmn:extensionElements></bpmn:callActivity>';
    const inner = `<bpmn:process id="inner" isExecutable="true"><bpmn:startEvent id="iStart" />${userTask('Task_Called')}<bpmn:endEvent id="iEnd" />${chain('iStart', 'Task_Called', 'iEnd')}</bpmn:process>`;
    const bpmn = bpmnOf(
      start +
        userTask('Task_A') +
        sub +
        call +
        userTask('Task_Z') +
        end +
        chain('start', 'Task_A', 'Sub', 'Call', 'Task_Z', 'end'),
      { more: inner },
    );

    // then
    expect(await nextOf('Task_A', bpmn)).toEqual(['Task In']);
    expect(await nextOf('Task_In', bpmn)).toEqual(['Task Called']);
    expect(await nextOf('Task_Called', bpmn)).toEqual(['Task Z']);
    expect(await nextOf('Task_Z', bpmn)).toEqual(['The procedure ends']);
  });

  it('comes with its deadline', async () => {
    // given
    const bpmn = bpmnOf(
      start +
        userTask('Task_A') +
        userTask('Task_B', { properties: { deadlineRule: 'soon' } }) +
        end +
        chain('start', 'Task_A', 'Task_B', 'end'),
    );

    // then
    expect(await nextOf('Task_A', bpmn, { 'deadline-rule:soon': 'v1' })).toEqual(['Task B, within 1 working day']);
  });

  it('is nothing for an element that is not there', async () => {
    // then
    expect(await nextOf('Nothing', bpmnOf(start + end + chain('start', 'end')))).toEqual([]);
  });
});

describe('withDeadline', () => {
  it.each([
    ['ro', 1, 'workingDays', 'Aprobare, în 1 zi lucrătoare'],
    ['ro', 3, 'workingDays', 'Aprobare, în 3 zile lucrătoare'],
    ['ro', 20, 'workingDays', 'Aprobare, în 20 de zile lucrătoare'],
    ['ro', 24, 'hours', 'Aprobare, în 24 de ore'],
    ['ro', 101, 'calendarDays', 'Aprobare, în 101 zile'],
    ['ru', 1, 'hours', 'Aprobare, в течение 1 часа'],
    ['ru', 5, 'workingDays', 'Aprobare, в течение 5 рабочих дней'],
    ['ru', 21, 'calendarDays', 'Aprobare, в течение 21 дня'],
    ['en', 2, 'calendarDays', 'Aprobare, within 2 days'],
  ] as const)('in %s, %d %s: %s', (language, amount, unit, expected) => {
    // then
    expect(withDeadline('Aprobare', { amount, unit }, language)).toBe(expected);
  });
});
