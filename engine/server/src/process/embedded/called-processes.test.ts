import { bpmnOf, chain, end, flow, serviceTask, start, userTask } from '../testing/test-bpmn.ts';
import type { TestWorld } from '../testing/test-world.ts';
import { createTestWorld } from '../testing/test-world.ts';

const error = '<bpmn:error id="Refused" name="refused" errorCode="REFUSED" />';
const news = '<bpmn:escalation id="News" name="news" escalationCode="NEWS" />';
const call = (id: string, processId: string): string =>
  `<bpmn:callActivity id="${id}"><bpmn:extensionElements><zeebe:calledElement processId="${processId}" propagateAllChildVariables="false" /></bpmn:extensionElements></bpmn:callActivity>`;
const boundary = (id: string, host: string, definition: string, interrupting = true): string =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="${interrupting}">${definition}</bpmn:boundaryEvent>`;
const errorDefinition = (id: string) => `<bpmn:errorEventDefinition id="${id}" errorRef="Refused" />`;
const newsDefinition = (id: string) => `<bpmn:escalationEventDefinition id="${id}" escalationRef="News" />`;
const thrown = (id: string, definition: string) => `<bpmn:endEvent id="${id}">${definition}</bpmn:endEvent>`;
/** A process beside the first of its file, with a start and an end of its own. */
const process = (id: string, elements: string): string =>
  `<bpmn:process id="${id}" isExecutable="true">${elements
    .replaceAll('"start"', `"${id}_start"`)
    .replaceAll('"end"', `"${id}_end"`)}</bpmn:process>`;

describe('called processes on the embedded engine', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestWorld();
  }, 120_000);

  afterAll(() => world.close());

  const elementsOf = async (caseId: string) => (await world.openTasks(caseId)).map((task) => task.element_id).sort();
  const instancesOf = (caseId: string) =>
    world.database.query(`select process_id, status from process_instances where case_id = $1 order by process_id`, [
      caseId,
    ]);

  it('an error that nothing in the called process catches ends the call where the caller catches it', async () => {
    // given
    const main =
      start + call('Call', 'inner') + boundary('Caught', 'Call', errorDefinition('e1')) + userTask('Repair') + end;
    const inner =
      start + userTask('Judge') + thrown('Refuse', errorDefinition('e2')) + chain('start', 'Judge', 'Refuse');
    await world.publishWorkflow(
      'errors',
      bpmnOf(main + chain('start', 'Call', 'end') + chain('Caught', 'Repair', 'end'), {
        id: 'errors',
        more: process('inner', inner) + error,
      }),
    );
    const { caseId, next } = await world.start('errors');

    // when
    await world.submit(next.taskId!);

    // then
    expect(await elementsOf(caseId)).toEqual(['Repair']);
    expect(await instancesOf(caseId)).toEqual([
      { process_id: 'errors', status: 'active' },
      { process_id: 'inner', status: 'terminated' },
    ]);
  });

  it('an error goes up through several calls', async () => {
    // given
    const main =
      start + call('Outer', 'middle') + boundary('Caught', 'Outer', errorDefinition('e1')) + userTask('Repair') + end;
    const middle = start + call('Middle', 'deepest') + end + chain('start', 'Middle', 'end');
    const deepest =
      start + userTask('Judge') + thrown('Refuse', errorDefinition('e2')) + chain('start', 'Judge', 'Refuse');
    await world.publishWorkflow(
      'nested',
      bpmnOf(main + chain('start', 'Outer', 'end') + chain('Caught', 'Repair', 'end'), {
        id: 'nested',
        more: process('middle', middle) + process('deepest', deepest) + error,
      }),
    );
    const { caseId, next } = await world.start('nested');

    // when
    await world.submit(next.taskId!);

    // then
    expect(await elementsOf(caseId)).toEqual(['Repair']);
    expect(await instancesOf(caseId)).toEqual([
      { process_id: 'deepest', status: 'terminated' },
      { process_id: 'middle', status: 'terminated' },
      { process_id: 'nested', status: 'active' },
    ]);
  });

  it('an error that no caller catches is an incident of the element that threw it', async () => {
    // given
    const inner =
      start + userTask('Judge') + thrown('Refuse', errorDefinition('e2')) + chain('start', 'Judge', 'Refuse');
    await world.publishWorkflow(
      'uncaught',
      bpmnOf(start + call('Call', 'inner2') + end + chain('start', 'Call', 'end'), {
        id: 'uncaught',
        more: process('inner2', inner) + error,
      }),
    );
    const { caseId, next } = await world.start('uncaught');

    // when
    await world.submit(next.taskId!);

    // then
    expect(await world.database.query('select element_id, kind from incidents where case_id = $1', [caseId])).toEqual([
      { element_id: 'Refuse', kind: 'UNHANDLED_ERROR_EVENT' },
    ]);
  });

  it('an escalation reaches the caller, and both go on', async () => {
    // given
    const main =
      start + call('Call', 'inner3') + boundary('Heard', 'Call', newsDefinition('n1'), false) + userTask('Read') + end;
    const tell = `<bpmn:intermediateThrowEvent id="Tell">${newsDefinition('n2')}</bpmn:intermediateThrowEvent>`;
    const inner = start + tell + userTask('Work') + end + chain('start', 'Tell', 'Work', 'end');
    await world.publishWorkflow(
      'news',
      bpmnOf(main + chain('start', 'Call', 'end') + flow('Heard', 'Read') + flow('Read', 'end'), {
        id: 'news',
        more: process('inner3', inner) + news,
      }),
    );

    // when
    const { caseId } = await world.start('news');

    // then
    expect(await elementsOf(caseId)).toEqual(['Read', 'Work']);
  });

  it('execution listeners are jobs before and after the work of an element', async () => {
    // given
    const listeners = `<zeebe:executionListeners>
      <zeebe:executionListener eventType="start" type="esocial.notify" />
      <zeebe:executionListener eventType="end" type="esocial.notify" /></zeebe:executionListeners>`;
    const task = serviceTask('Tell', 'esocial.notify', { headers: { to: 'starter', template: 'Done' } }).replace(
      '<bpmn:extensionElements>',
      `<bpmn:extensionElements>${listeners}`,
    );
    await world.publishWorkflow(
      'listened',
      bpmnOf(start + task + userTask('Next') + end + chain('start', 'Tell', 'Next', 'end'), { id: 'listened' }),
    );

    // when
    const { caseId } = await world.start('listened');
    for (let round = 0; round < 12; round += 1) {
      world.clock.advance(120_000);
      await world.work();
    }

    // then
    const [steps] = await world.database.query<{ jobs: number }>(
      `select count(*)::int as jobs from process_jobs where case_id = $1`,
      [caseId],
    );
    const incidents = await world.database.query<{ kind: string }>('select kind from incidents where case_id = $1', [
      caseId,
    ]);
    expect([steps?.jobs, incidents.length > 0 ? incidents[0]?.kind : (await elementsOf(caseId))[0]]).toEqual([
      0,
      'Next',
    ]);
  });
});
