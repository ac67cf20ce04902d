import { parseBpmn } from '../model/parse-bpmn.ts';
import type { ProcessModel } from '../model/model.ts';
import { boundaryXml, bpmnText, eventXml, messageXml } from '../testing/bpmn-text.ts';
import type { Story } from '../testing/build-story.ts';
import { buildStory } from '../testing/build-story.ts';
import type { MigrationMapping } from './migration-plan.ts';
import { planMigration } from './plan-migration.ts';
import { proposeMapping } from './propose-mapping.ts';

const ends = '<bpmn:startEvent id="Start" /><bpmn:endEvent id="End" />';
const messages = messageXml('paper') + messageXml('letter') + '<bpmn:signal id="go" name="go" />';

async function modelOf(xml: string): Promise<ProcessModel> {
  const [model] = await parseBpmn(xml);
  if (model === undefined) throw new Error('no process');
  return model;
}

const stateOf = (story: Story) => {
  const state = story.simulation.instances.get(story.instanceId)?.state;
  if (state === undefined) throw new Error('no instance');
  return state;
};

/** Migrates the story's instance; without a mapping, by what is proposed. */
async function migrate(story: Story, xml: string, own: MigrationMapping = {}): Promise<void> {
  const [source, target] = [story.simulation.instances.get(story.instanceId)?.model, await modelOf(xml)];
  if (source === undefined) throw new Error('no instance');
  story.simulation.migrate(story.instanceId, target, { ...proposeMapping(source, target), ...own });
}

async function faultsOf(story: Story, xml: string, own: MigrationMapping = {}): Promise<string[][]> {
  const [source, target] = [story.simulation.instances.get(story.instanceId)?.model, await modelOf(xml)];
  if (source === undefined) throw new Error('no instance');
  const plan = planMigration(source, target, { ...proposeMapping(source, target), ...own }, stateOf(story));
  return plan.faults.map(({ code, elementId }) => [code, elementId]);
}

/** One task between start and end, with whatever is attached to it. */
const single = (id: string, task: string, attached = '', flows: string[] = [], process = 'old') =>
  bpmnText(process, `${ends}${task}${attached}`, [`Start ${id}`, `${id} End`, ...flows], messages);
const task = (id: string) => `<bpmn:userTask id="${id}" />`;

describe('migrating an instance', () => {
  it('lets the same task go on at its new place, and the process end as the new one says', async () => {
    // given
    const story = await buildStory(single('Ask', task('Ask')), { variables: { a: 1 } });
    const [before] = [...story.simulation.open.tasks.values()];
    const longer = bpmnText(
      'new',
      `${ends}${task('AskBetter')}${task('Check')}`,
      ['Start AskBetter', 'AskBetter Check', 'Check End'],
      messages,
    );

    // when
    await migrate(story, longer, { Ask: 'AskBetter' });

    // then
    const [after] = [...story.simulation.open.tasks.values()];
    expect(after).toEqual({ ...before, elementId: 'AskBetter' });
    expect(stateOf(story).elements[story.instanceId]?.elementId).toBe('new');
    story.complete('AskBetter');
    story.complete('Check');
    expect([story.status(), story.variables()]).toEqual(['completed', { a: 1 }]);
    expect(story.effectTypes()).toEqual(expect.arrayContaining(['instanceMigrated', 'elementMigrated']));
  });

  it('keeps jobs, incidents and called instances under the new element', async () => {
    // given
    const service = (id: string) =>
      `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="send" /></bpmn:extensionElements></bpmn:serviceTask>`;
    const story = await buildStory(single('Send', service('Send')));
    story.jobFailure('send', 'no network');

    // when
    await migrate(story, single('Post', service('Post')), { Send: 'Post' });

    // then
    expect(story.incidents()).toEqual(['JOB_NO_RETRIES at Post']);
    story.resolveIncident('Post');
    story.job('send');
    expect(story.status()).toBe('completed');
  });

  it('keeps the rounds of a multi-instance activity and what they collected', async () => {
    // given
    const loop = (id: string) =>
      `<bpmn:userTask id="${id}"><bpmn:extensionElements><zeebe:ioMapping><zeebe:output source="=data.v" target="v" /></zeebe:ioMapping></bpmn:extensionElements>
       <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1,2]" outputCollection="all" outputElement="=v" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`;
    const story = await buildStory(single('Each', loop('Each')));
    story.complete('Each', { v: 'a' });

    // when
    await migrate(story, single('Every', loop('Every')), { Each: 'Every' });
    story.complete('Every', { v: 'b' });

    // then
    expect([story.status(), story.variables()]).toEqual(['completed', { all: ['a', 'b'] }]);
    expect(await faultsOf(await buildStory(single('Each', loop('Each'))), single('Each', task('Each')))).toEqual([
      ['LOOP_CHANGED', 'Each'],
      ['LOOP_CHANGED', 'Each'],
      ['LOOP_CHANGED', 'Each'],
    ]);
  });

  it('works while the instance is suspended: a timer it opens has all its time when it is resumed', async () => {
    // given
    const story = await buildStory(single('Ask', task('Ask')));
    story.simulation.send(story.instanceId, { type: 'suspend' });
    story.advanceTime('P5D');

    // when
    const late = boundaryXml('Late Ask timer PT1H') + '<bpmn:endEvent id="LateEnd" />';
    await migrate(story, single('Ask', task('Ask'), late, ['Late LateEnd']));
    expect(story.simulation.open.timers.size).toBe(0);
    story.simulation.send(story.instanceId, { type: 'resume' });

    // then
    story.advanceTime('PT59M');
    expect(story.tasks()).toEqual(['Ask']);
    story.advanceTime('PT1M');
    expect(story.path()).toContain('LateEnd');
  });

  it('refuses an instance that has ended', async () => {
    const story = await buildStory(single('Ask', task('Ask')));
    story.complete('Ask');
    await expect(migrate(story, single('Ask', task('Ask')))).rejects.toThrow('is completed');
  });
});

describe('what a migrated instance waits for', () => {
  const late = (event: string, rest = '') =>
    single('Ask', task('Ask'), `${boundaryXml(event)}<bpmn:endEvent id="LateEnd" />${rest}`, [
      `${event.split(' ')[0] ?? ''} LateEnd`,
    ]);

  it('keeps a mapped timer with its old due date', async () => {
    // given
    const story = await buildStory(late('Late Ask timer PT10H'));
    story.advanceTime('PT9H');

    // when: the new process gives it a day, which counts for new cases only
    await migrate(story, late('Later Ask timer P1D'), { Late: 'Later' });
    expect(story.effectTypes().slice(-3)).toEqual(['instanceMigrated', 'elementMigrated', 'timerMigrated']);
    story.advanceTime('PT1H');

    // then
    expect(story.path()).toEqual(['Start', 'Ask', 'Later', 'LateEnd']);
  });

  it('keeps a mapped message with its old name, and opens and closes what is not mapped', async () => {
    // given
    const story = await buildStory(late('Came Ask message paper'));

    // when
    await migrate(story, late('Sent Ask message letter'), { Came: 'Sent' });
    expect([...story.simulation.open.subscriptions.values()]).toMatchObject([
      { elementId: 'Sent', messageName: 'paper' },
    ]);
    await migrate(story, late('Late Ask timer PT1H'));

    // then
    expect(story.simulation.open.subscriptions.size).toBe(0);
    expect([...story.simulation.open.timers.values()]).toMatchObject([{ elementId: 'Late' }]);
    await migrate(story, late('Went Ask signal go'));
    expect([story.simulation.open.timers.size, story.simulation.open.signals.size]).toEqual([0, 1]);
    story.signal('go');
    expect(story.status()).toBe('completed');
  });

  it('does not open again what was mapped and has happened', async () => {
    // given
    const beside = (id: string) =>
      bpmnText(
        'old',
        `${ends}${task('Ask')}${boundaryXml(`${id} Ask timer PT1H`, false)}<bpmn:endEvent id="LateEnd" />`,
        ['Start Ask', 'Ask End', `${id} LateEnd`],
      );
    const story = await buildStory(beside('Late'));
    story.advanceTime('PT2H');

    // when
    await migrate(story, beside('Later'), { Late: 'Later' });

    // then
    expect(story.simulation.open.timers.size).toBe(0);
  });

  it('keeps an intermediate event, an event-based gateway and event sub-processes', async () => {
    const waits = (id: string, what: string) =>
      single(id, `<bpmn:intermediateCatchEvent id="${id}">${eventXml(what)}</bpmn:intermediateCatchEvent>`);
    const story = await buildStory(waits('Wait', 'timer P1D'));
    await migrate(story, waits('Pause', 'timer P2D'), { Wait: 'Pause' });
    story.advanceTime('P1D');
    expect(story.path()).toEqual(['Start', 'Wait', 'End']);

    const gateway = (first: string) =>
      bpmnText(
        'old',
        `${ends}<bpmn:eventBasedGateway id="Which" />
         <bpmn:intermediateCatchEvent id="${first}">${eventXml('message paper')}</bpmn:intermediateCatchEvent>
         <bpmn:intermediateCatchEvent id="Late">${eventXml('timer P1D')}</bpmn:intermediateCatchEvent>`,
        ['Start Which', `Which ${first}`, 'Which Late', `${first} End`, 'Late End'],
        messages,
      );
    const choosing = await buildStory(gateway('Paper'));
    await migrate(choosing, gateway('Document'), { Paper: 'Document' });
    choosing.message('paper');
    expect(choosing.path()).toEqual(['Start', 'Which', 'Document', 'End']);

    const handler = (id: string, what: string) =>
      single(
        'Ask',
        task('Ask'),
        `<bpmn:subProcess id="Handler" triggeredByEvent="true"><bpmn:startEvent id="${id}">${eventXml(what)}</bpmn:startEvent>${task('Handle')}
         <bpmn:sequenceFlow id="f" sourceRef="${id}" targetRef="Handle" /></bpmn:subProcess>`,
      );
    const handled = await buildStory(handler('Came', 'message paper'));
    await migrate(handled, handler('Arrived', 'message letter'), { Came: 'Arrived' });
    handled.message('paper');
    expect(handled.tasks()).toEqual(['Handle']);
    // The interrupting handler runs: the process listens for nothing more, in the new one neither.
    await migrate(handled, handler('Other', 'message letter'));
    expect(handled.simulation.open.subscriptions.size).toBe(0);
    expect(handled.tasks()).toEqual(['Handle']);
  });

  it('refuses when an event that it opens cannot be', async () => {
    const story = await buildStory(single('Ask', task('Ask')));
    await expect(migrate(story, late('Late Ask timer =nothing'))).rejects.toMatchObject({
      name: 'MigrationRejected',
      faults: [{ code: 'EVENT_NOT_OPENED', elementId: 'Late' }],
    });
    expect(story.simulation.instances.get(story.instanceId)?.model.elements.has('Late')).toBe(false);
  });
});

describe('planning a migration', () => {
  it('lists where each element instance goes and what happens to what it waits for', async () => {
    // given
    const events = (first: string, second: string) =>
      single(
        'Ask',
        task('Ask'),
        `${boundaryXml(first)}${boundaryXml(second)}<bpmn:endEvent id="LateEnd" />`,
        [first, second].map((event) => `${event.split(' ')[0] ?? ''} LateEnd`),
      );
    const source = await modelOf(events('Late Ask timer PT1H', 'Came Ask message paper'));
    const target = await modelOf(events('Late Ask timer PT2H', 'Went Ask signal go'));
    const story = await buildStory(events('Late Ask timer PT1H', 'Came Ask message paper'));

    // when
    const plan = planMigration(source, target, proposeMapping(source, target), stateOf(story));

    // then
    expect(plan.faults).toEqual([]);
    expect(plan.elements).toMatchObject([{ elementId: 'Ask', targetElementId: 'Ask', elementType: 'userTask' }]);
    expect(plan.events).toMatchObject([
      { action: 'kept', kind: 'timer', elementId: 'Late', targetElementId: 'Late', dueAt: '2026-01-05T09:00:00.000Z' },
      { action: 'closed', kind: 'message', elementId: 'Came', targetElementId: null },
      { action: 'opened', kind: 'signal', elementId: null, targetElementId: 'Went', id: null },
    ]);
  });

  it('proposes elements of the same id, where they are the same kind of thing', async () => {
    const source = await modelOf(single('Ask', task('Ask')));
    const target = await modelOf(single('Ask', '<bpmn:manualTask id="Ask" />'));
    expect(proposeMapping(source, target)).toEqual({ Start: 'Start', End: 'End' });
  });

  const inner = (content: string) => `<bpmn:subProcess id="Sub"><bpmn:startEvent id="S" />${content}
    <bpmn:sequenceFlow id="S_f" sourceRef="S" targetRef="Ask" /></bpmn:subProcess>`;
  const deep = single('Sub', inner(task('Ask')));
  const host = (attached: string) =>
    bpmnText(
      'old',
      `${ends}${task('Ask')}${task('Other')}${boundaryXml(`Late ${attached} timer PT1H`)}<bpmn:endEvent id="LateEnd" />`,
      ['Start Ask', 'Ask Other', 'Other End', 'Late LateEnd'],
    );
  const both = (first: string, second: string) =>
    single('Ask', task('Ask'), `${boundaryXml(first)}${boundaryXml(second)}<bpmn:endEvent id="LateEnd" />`, [
      `${first.split(' ')[0] ?? ''} LateEnd`,
      `${second.split(' ')[0] ?? ''} LateEnd`,
    ]);
  const ask = single('Ask', task('Ask'));

  it.each<[string, string, string, MigrationMapping, string[][]]>([
    ['an active element that is mapped to nothing', ask, single('Other', task('Other')), {}, [['UNMAPPED', 'Ask']]],
    [
      'a mapping to what does not exist, and from it',
      ask,
      ask,
      { Ask: 'Nowhere', Nobody: 'Ask', constructor: 'Ask' },
      [
        ['UNKNOWN_ELEMENT', 'Ask'],
        ['UNKNOWN_ELEMENT', 'Nobody'],
        ['UNKNOWN_ELEMENT', 'constructor'],
      ],
    ],
    ['another type', ask, single('Do', '<bpmn:manualTask id="Do" />'), { Ask: 'Do' }, [['TYPE_CHANGED', 'Ask']]],
    ['another scope', ask, deep, {}, [['SCOPE_CHANGED', 'Ask']]],
    [
      'a scope that is gone',
      deep,
      ask,
      { Sub: 'Ask' },
      [
        ['TYPE_CHANGED', 'Sub'],
        ['SCOPE_CHANGED', 'Ask'],
      ],
    ],
    ['a boundary event of another element', host('Ask'), host('Other'), {}, [['HOST_CHANGED', 'Late']]],
    [
      'an event of another kind',
      both('A Ask timer PT1H', 'B Ask timer PT2H'),
      both('A Ask message paper', 'B Ask timer PT2H'),
      { A: 'A' },
      [['EVENT_CHANGED', 'A']],
    ],
    [
      'two events mapped to one',
      both('A Ask timer PT1H', 'B Ask timer PT2H'),
      both('A Ask timer PT1H', 'B Ask timer PT2H'),
      { B: 'A' },
      [['DUPLICATE_TARGET', 'B']],
    ],
  ])('names %s', async (_what, from, to, mapping, expected) => {
    const story = await buildStory(from);
    expect(await faultsOf(story, to, mapping)).toEqual(expected);
    const before = JSON.stringify(stateOf(story));
    await expect(migrate(story, to, mapping)).rejects.toThrow(/"(Ask|Nowhere|Sub|Late|A|B)"/);
    expect(JSON.stringify(stateOf(story))).toBe(before);
  });

  it('names the gateway where a token waits for others', async () => {
    const fork = bpmnText(
      'old',
      `${ends}<bpmn:parallelGateway id="Fork" /><bpmn:parallelGateway id="Join" />${task('A')}${task('B')}`,
      ['Start Fork', 'Fork A', 'Fork B', 'A Join', 'B Join', 'Join End'],
    );
    const story = await buildStory(fork);
    story.complete('A');
    expect(await faultsOf(story, fork)).toEqual([['JOIN_TOKENS', 'Join']]);
  });

  it('names a service task that has become a decision, and a listener that is gone', async () => {
    const rule = (content: string) =>
      single(
        'Rule',
        `<bpmn:businessRuleTask id="Rule"><bpmn:extensionElements>${content}</bpmn:extensionElements></bpmn:businessRuleTask>`,
      );
    const job = '<zeebe:taskDefinition type="decide" />';
    const decision = '<zeebe:calledDecision decisionId="d" resultVariable="r" />';
    expect(await faultsOf(await buildStory(rule(job)), rule(decision))).toEqual([['IMPLEMENTATION_CHANGED', 'Rule']]);

    const listening = rule(
      `${job}<zeebe:executionListeners><zeebe:executionListener eventType="start" type="before" /></zeebe:executionListeners>`,
    );
    expect(await faultsOf(await buildStory(listening), rule(job))).toEqual([['LISTENER_CHANGED', 'Rule']]);
    expect(await faultsOf(await buildStory(listening), listening)).toEqual([]);
  });

  it('names what is done, could be compensated and would be forgotten; else carries it over', async () => {
    // given
    const undo = (id: string) =>
      `<bpmn:startEvent id="Start" />${task(id)}${task('Ask')}
       <bpmn:boundaryEvent id="Undo" attachedToRef="${id}"><bpmn:compensateEventDefinition /></bpmn:boundaryEvent>
       <bpmn:userTask id="Back" isForCompensation="true" /><bpmn:association id="as" sourceRef="Undo" targetRef="Back" />
       <bpmn:endEvent id="End"><bpmn:compensateEventDefinition /></bpmn:endEvent>`;
    const process = (id: string) => bpmnText('old', undo(id), [`Start ${id}`, `${id} Ask`, 'Ask End']);
    const story = await buildStory(process('Pay'));
    story.complete('Pay');
    expect(await faultsOf(story, process('Give'))).toEqual([['UNMAPPED', 'Pay']]);

    // when
    await migrate(story, process('Give'), { Pay: 'Give' });
    story.complete('Ask');

    // then
    expect(story.tasks()).toEqual(['Back']);
  });

  it('names the process that an incident holds before its start', async () => {
    const held = single(
      'Ask',
      task('Ask'),
      `<bpmn:subProcess id="H" triggeredByEvent="true"><bpmn:startEvent id="T">${eventXml('timer =x')}</bpmn:startEvent></bpmn:subProcess>`,
    );
    expect(await faultsOf(await buildStory(held), held)).toEqual([['HALTED', 'old']]);
  });
});
