import { bpmnOf, chain, end, flow, serviceTask, start, userTask } from '../testing/test-bpmn.ts';
import type { TestWorld } from '../testing/test-world.ts';
import { createTestWorld } from '../testing/test-world.ts';

const call = (id: string, processId: string): string =>
  `<bpmn:callActivity id="${id}"><bpmn:extensionElements><zeebe:calledElement processId="${processId}" propagateAllChildVariables="false" /></bpmn:extensionElements></bpmn:callActivity>`;

/** Whatever a diagram or its data does, it stays with its case. */
describe('poison in one case', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestWorld();
    await world.publishWorkflow(
      'healthy',
      bpmnOf(start + userTask('Work') + end + chain('start', 'Work', 'end'), { id: 'healthy' }),
    );
  }, 120_000);

  afterAll(() => world.close());

  const incidentsOf = (caseId: string) =>
    world.database.query<{ id: string; element_id: string; kind: string; message: string }>(
      'select id, element_id, kind, message from incidents where case_id = $1 and resolved_at is null order by id',
      [caseId],
    );
  const elementsOf = async (caseId: string) => (await world.openTasks(caseId)).map((task) => task.element_id).sort();

  /** Another case goes its way meanwhile. */
  async function expectOthersUnharmed(): Promise<void> {
    const { caseId, next } = await world.start('healthy');
    await world.submit(next.taskId!);
    await world.work();
    expect(await world.database.query('select status from cases where id = $1', [caseId])).toEqual([
      { status: 'closed' },
    ]);
    expect(await incidentsOf(caseId)).toEqual([]);
  }

  const first = userTask('Begin');
  const poisoned: [string, string, string, string, string | null][] = [
    [
      'a call of a process that is not there',
      'lost',
      start + first + call('Call', '=&quot;nowhere&quot;') + end + chain('start', 'Begin', 'Call', 'end'),
      'CALLED_ELEMENT_ERROR',
      'Call',
    ],
    [
      'a form that is not there',
      'formless',
      start + first + userTask('Fill', { form: '=&quot;no-form&quot;' }) + end + chain('start', 'Begin', 'Fill', 'end'),
      'FORM_NOT_FOUND',
      'Fill',
    ],
    [
      'a decision that is not there',
      'undecided',
      start +
        first +
        '<bpmn:businessRuleTask id="Decide"><bpmn:extensionElements><zeebe:calledDecision decisionId="=&quot;nothing&quot;" resultVariable="r" /></bpmn:extensionElements></bpmn:businessRuleTask>' +
        end +
        chain('start', 'Begin', 'Decide', 'end'),
      'CALLED_DECISION_ERROR',
      'Decide',
    ],
    [
      'a variable of more than a megabyte',
      'large',
      start +
        first +
        `<bpmn:scriptTask id="Grow"><bpmn:extensionElements><zeebe:script expression="=for i in 1..9999 return &quot;${'0123456789'.repeat(15)}&quot;" resultVariable="big" /></bpmn:extensionElements></bpmn:scriptTask>` +
        end +
        chain('start', 'Begin', 'Grow', 'end'),
      'any',
      'Grow',
    ],
    [
      'an expression that never ends',
      'endless',
      start +
        first +
        '<bpmn:scriptTask id="Count"><bpmn:extensionElements><zeebe:script expression="=count(for i in 1..100000, j in 1..100000 return i)" resultVariable="n" /></bpmn:extensionElements></bpmn:scriptTask>' +
        end +
        chain('start', 'Begin', 'Count', 'end'),
      'any',
      'Count',
    ],
    [
      'a loop that never waits',
      'loop',
      start +
        first +
        '<bpmn:exclusiveGateway id="Back" />' +
        '<bpmn:scriptTask id="Turn"><bpmn:extensionElements><zeebe:script expression="=1" resultVariable="n" /></bpmn:extensionElements></bpmn:scriptTask>' +
        flow('start', 'Begin') +
        flow('Begin', 'Back') +
        flow('Back', 'Turn') +
        flow('Turn', 'Back'),
      'any',
      null,
    ],
    [
      'ten thousand rounds at once',
      'wide',
      start +
        first +
        serviceTask('Many', 'esocial.notify', { headers: { to: 'starter' } }).replace(
          '</bpmn:extensionElements>',
          '</bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..10000 return i" inputElement="i" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>',
        ) +
        end +
        chain('start', 'Begin', 'Many', 'end'),
      'any',
      null,
    ],
  ];

  it.each(poisoned)(
    '%s becomes an incident of it alone',
    async (_what, key, elements, kind, elementId) => {
      // given
      await world.publishWorkflow(key, bpmnOf(elements, { id: key }));
      const { caseId, next } = await world.start(key);

      // when
      await world.submit(next.taskId!);
      await expectOthersUnharmed();

      // then
      const [incident] = await incidentsOf(caseId);
      expect(incident).toBeDefined();
      if (elementId) expect(incident?.element_id).toBe(elementId);
      if (kind !== 'any') expect(incident?.kind).toBe(kind);
      await expectOthersUnharmed();
    },
    60_000,
  );

  it('processes that call each other without end become an incident where the last one is called', async () => {
    // given
    const more = `<bpmn:process id="inner" isExecutable="true"><bpmn:startEvent id="s2" />${call('Deeper', 'inner')}<bpmn:endEvent id="e2" />${chain('s2', 'Deeper', 'e2')}</bpmn:process>`;
    const elements = start + userTask('Begin') + call('Call', 'inner') + end;
    await world.publishWorkflow(
      'deep',
      bpmnOf(elements + chain('start', 'Begin', 'Call', 'end'), { id: 'deep', more }),
    );
    const { caseId, next } = await world.start('deep');

    // when
    await world.submit(next.taskId!);

    // then
    const incidents = await incidentsOf(caseId);
    expect(incidents).toEqual([expect.objectContaining({ element_id: 'Deeper', kind: 'CALLED_ELEMENT_ERROR' })]);
    expect(incidents[0]?.message).toContain('was called the 200th time in one step');
    await expectOthersUnharmed();
  });

  it('what a form or a process lacked is asked for again when the incident is retried', async () => {
    // given
    const elements = start + userTask('Begin') + userTask('Fill', { form: '=form' }) + end;
    await world.publishWorkflow('fixed', bpmnOf(elements + chain('start', 'Begin', 'Fill', 'end'), { id: 'fixed' }), {
      startVariables: { form: '="no-form"' },
    });
    const { caseId, next } = await world.start('fixed');
    await world.submit(next.taskId!);
    const [incident] = await incidentsOf(caseId);
    const [instance] = await world.database.query<{ id: string }>(
      'select id from process_instances where case_id = $1',
      [caseId],
    );

    // when
    const command = { type: 'setVariables', variables: { form: 'request' } } as const;
    await world.engine.operate({ instanceId: instance!.id, command, actorId: null });
    await world.engine.retryIncident({ incidentId: incident!.id, actorId: null });

    // then
    expect(await elementsOf(caseId)).toEqual(['Fill']);
    expect(await incidentsOf(caseId)).toEqual([]);
  });
});
