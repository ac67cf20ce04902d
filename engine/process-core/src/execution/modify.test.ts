import { boundaryXml, bpmnText, eventXml, messageXml } from '../testing/bpmn-text.ts';
import type { Story } from '../testing/build-story.ts';
import { buildStory } from '../testing/build-story.ts';
import type { ActivateInstruction } from '../types.ts';

const task = (id: string) =>
  `<bpmn:userTask id="${id}"><bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=hint" target="seen" /></zeebe:ioMapping></bpmn:extensionElements></bpmn:userTask>`;
const loop = `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=items" inputElement="item" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;

/** A, then a sub-process with B, C and a message handler, then D. */
const process = (repeated = '') =>
  bpmnText(
    'case',
    `<bpmn:startEvent id="Start" />${task('A')}
     <bpmn:subProcess id="Sub">
       <bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=1" target="mapped" /></zeebe:ioMapping></bpmn:extensionElements>
       <bpmn:startEvent id="SubStart" />${task('B')}${task('C')}<bpmn:endEvent id="SubEnd" />
       <bpmn:sequenceFlow id="f1" sourceRef="SubStart" targetRef="B" /><bpmn:sequenceFlow id="f2" sourceRef="B" targetRef="C" />
       <bpmn:sequenceFlow id="f3" sourceRef="C" targetRef="SubEnd" />
       <bpmn:subProcess id="Handler" triggeredByEvent="true">
         <bpmn:startEvent id="HandlerStart" isInterrupting="false">${eventXml('message paper')}</bpmn:startEvent>
       </bpmn:subProcess>${repeated}
     </bpmn:subProcess>
     ${boundaryXml('Late Sub timer PT1H')}<bpmn:endEvent id="LateEnd" />
     ${task('D')}
     <bpmn:eventBasedGateway id="Which" />
     <bpmn:intermediateCatchEvent id="Paper">${eventXml('message paper')}</bpmn:intermediateCatchEvent>
     <bpmn:intermediateCatchEvent id="Pause">${eventXml('timer P1D')}</bpmn:intermediateCatchEvent>
     <bpmn:endEvent id="End" />`,
    ['Start A', 'A Sub', 'Sub D', 'D Which', 'Which Paper', 'Which Pause', 'Paper End', 'Pause End', 'Late LateEnd'],
    messageXml('paper'),
  );

function idOf(story: Story, elementId: string, at = 0): string {
  const state = story.simulation.instances.get(story.instanceId)?.state;
  const found = Object.entries(state?.elements ?? {}).filter(([, instance]) => instance.elementId === elementId);
  return found[at]?.[0] ?? `no ${elementId}`;
}

function modify(story: Story, activate: (ActivateInstruction | string)[], terminate: string[] = []): void {
  story.simulation.send(story.instanceId, {
    type: 'modify',
    activate: activate.map((one) => (typeof one === 'string' ? { elementId: one } : one)),
    terminate,
  });
}

const localsOf = (story: Story, elementId: string) =>
  story.simulation.instances.get(story.instanceId)?.state.variables[idOf(story, elementId)];

describe('modifying an instance', () => {
  it('moves a token: one element is activated, another one terminated', async () => {
    // given
    const story = await buildStory(process());

    // when
    modify(story, ['D'], [idOf(story, 'A')]);

    // then
    expect(story.tasks()).toEqual(['D']);
    expect(story.effectTypes()).toEqual(expect.arrayContaining(['userTaskWithdrawn', 'userTaskCreated']));
    expect(story.status()).toBe('active');
  });

  it('opens the scope around an element, with its events but neither its start nor its input mappings', async () => {
    // given
    const story = await buildStory(process());

    // when
    modify(story, ['C'], [idOf(story, 'A')]);

    // then
    expect(story.path()).toEqual(['Start', 'A', 'Sub', 'C']);
    expect(localsOf(story, 'Sub')).toBeUndefined();
    expect([story.simulation.open.timers.size, story.simulation.open.subscriptions.size]).toEqual([1, 1]);
    story.complete('C');
    expect(story.tasks()).toEqual(['D']);
    expect(story.simulation.open.timers.size).toBe(0);
  });

  it('activates within the scope that runs already', async () => {
    const story = await buildStory(process());
    story.complete('A');
    modify(story, ['C']);
    expect(story.path()).toEqual(['Start', 'A', 'Sub', 'SubStart', 'B', 'C']);
    expect(story.tasks()).toEqual(['B', 'C']);
  });

  it('sets variables for the process, for a scope and for the element, before the element starts', async () => {
    // given
    const story = await buildStory(process());

    // when
    modify(story, [
      {
        elementId: 'C',
        variables: [
          { variables: { hint: 'of the process' } },
          { variables: { hint: 'of the scope' }, scopeElementId: 'Sub' },
          { variables: { note: 'own' }, scopeElementId: 'C' },
          { variables: { whole: 1 }, scopeElementId: 'case' },
        ],
      },
    ]);

    // then
    expect(story.variables()).toEqual({ hint: 'of the process', whole: 1 });
    expect(localsOf(story, 'Sub')).toEqual({ hint: 'of the scope' });
    expect(localsOf(story, 'C')).toEqual({ note: 'own', seen: 'of the scope' });
  });

  it('ends the scopes that it leaves empty, and the instance with its last element', async () => {
    // given
    const story = await buildStory(process());
    story.complete('A');

    // when
    modify(story, [], [idOf(story, 'B')]);

    // then
    expect([story.status(), story.tasks(), story.simulation.open.timers.size]).toEqual(['terminated', [], 0]);
    expect(story.effectTypes().at(-1)).toBe('instanceTerminated');
  });

  it('keeps the scope that something is activated in', async () => {
    const story = await buildStory(process());
    story.complete('A');
    modify(story, ['C'], [idOf(story, 'B')]);
    expect([story.path().filter((id) => id === 'Sub'), story.tasks()]).toEqual([['Sub'], ['C']]);
  });

  it('starts a gateway at once, also a joining one', async () => {
    const story = await buildStory(process());
    modify(story, ['Which'], [idOf(story, 'A')]);
    story.message('paper');
    expect(story.status()).toBe('completed');
  });

  it('activates in the named round of a multi-instance sub-process, and does not wait for rounds that it ends', async () => {
    // given
    const repeated = process(loop);
    const story = await buildStory(repeated, { variables: { items: ['x', 'y', 'z'] } });
    story.complete('A');
    expect(story.tasks()).toEqual(['B', 'B', 'B']);
    const rounds = [1, 2, 3].map((at) => idOf(story, 'Sub', at));

    // when
    modify(story, [{ elementId: 'C', ancestorId: rounds[1] ?? '' }], [idOf(story, 'B', 1), rounds[2] ?? '']);
    expect(story.tasks()).toEqual(['B', 'C']);
    story.complete('B');
    story.complete('C');
    story.complete('C');

    // then
    expect(story.tasks()).toEqual(['D']);
  });

  it('can activate an element that is multi-instance, and an event sub-process', async () => {
    const each = bpmnText(
      'case',
      `<bpmn:startEvent id="Start" />${task('A')}<bpmn:userTask id="Each">${loop}</bpmn:userTask><bpmn:endEvent id="End" />
       <bpmn:subProcess id="Handler" triggeredByEvent="true"><bpmn:startEvent id="S" isInterrupting="false">${eventXml('message paper')}</bpmn:startEvent>${task('H')}
       <bpmn:sequenceFlow id="f1" sourceRef="S" targetRef="H" /></bpmn:subProcess>`,
      ['Start A', 'A Each', 'Each End'],
      messageXml('paper'),
    );
    const story = await buildStory(each, { variables: { items: [1, 2] } });
    modify(story, ['Each', 'Handler']);
    expect(story.tasks()).toEqual(['A', 'Each', 'Each', 'H']);
  });
});

describe('a modification that is refused changes nothing', () => {
  const refusals: [string, (story: Story) => [(ActivateInstruction | string)[], string[]?], string][] = [
    ['nothing to do', () => [[]], 'says nothing'],
    ['an unknown element', () => [['X']], 'has no element "X"'],
    ['a name that every object has', () => [['__proto__']], 'has no element "__proto__"'],
    ['a start event', () => [['SubStart']], '"SubStart" is a startEvent'],
    ['a boundary event', () => [['Late']], '"Late" is a boundaryEvent'],
    ['an event of an event-based gateway', () => [['Paper']], 'gateway "Which"'],
    ['an unknown element instance to terminate', () => [['D'], ['gone']], 'instance gone is not active'],
    ['an unknown ancestor', () => [[{ elementId: 'C', ancestorId: 'gone' }]], 'ancestor gone of "C"'],
    ['an ancestor that is none', (story) => [[{ elementId: 'D', ancestorId: idOf(story, 'Sub') }]], '"Sub" ('],
    [
      'variables of a scope elsewhere',
      () => [[{ elementId: 'D', variables: [{ variables: { a: 1 }, scopeElementId: 'Sub' }] }]],
      '"Sub", which is neither it nor a scope around it',
    ],
    [
      'too many variables',
      () => [[{ elementId: 'D', variables: [{ variables: { a: 'x'.repeat(2 ** 21) }, scopeElementId: 'D' }] }]],
      'more than 1 MB',
    ],
    ['to terminate the scope of what is activated', (story) => [['C'], [idOf(story, 'Sub')]], '"Sub"'],
    ['to end the instance and activate in it', (story) => [['D'], [story.instanceId]], 'cannot be terminated'],
  ];

  it.each(refusals)('%s', async (_what, instructions, message) => {
    // given
    const story = await buildStory(process());
    story.complete('A');
    const before = JSON.stringify(story.simulation.instances.get(story.instanceId)?.state);

    // when
    const [activate, terminate] = instructions(story);
    const attempt = () => modify(story, activate, terminate);

    // then
    expect(attempt).toThrow(message);
    expect(JSON.stringify(story.simulation.instances.get(story.instanceId)?.state)).toBe(before);
  });

  it('when it is not clear which of several scopes is meant, and when a round would have to be added', async () => {
    const story = await buildStory(process(loop), { variables: { items: [1, 2] } });
    expect(() => modify(story, ['C'])).toThrow('"C" stands in "Sub", which is multi-instance');
    story.complete('A');
    expect(() => modify(story, ['C'])).toThrow('"Sub" runs 2 times');
    expect(() => modify(story, [{ elementId: 'C', ancestorId: idOf(story, 'Sub', 0) }])).toThrow('running round');
  });

  it('when an event of a scope that it opens cannot wait', async () => {
    const story = await buildStory(process().replace('<bpmn:timeDuration>PT1H', '<bpmn:timeDuration>=never'));
    expect(() => modify(story, ['C'])).toThrow('"Sub" cannot be opened');
  });

  it('when it would end an instance that another one called', async () => {
    const child = process().replace('<bpmn:process id="case"', '<bpmn:process id="child"');
    const parent = bpmnText(
      'parent',
      `<bpmn:startEvent id="PStart" /><bpmn:callActivity id="Call"><bpmn:extensionElements><zeebe:calledElement processId="child" /></bpmn:extensionElements></bpmn:callActivity>`,
      ['PStart Call'],
    );
    const both = parent.replace(
      '</bpmn:definitions>',
      `${/<bpmn:message[^]*<\/bpmn:process>/.exec(child)?.[0] ?? ''}</bpmn:definitions>`,
    );
    const story = await buildStory(both);
    const [task] = [...story.simulation.open.tasks.values()];
    const end = () =>
      story.simulation.send(task?.instanceId ?? '', { type: 'modify', terminate: [task?.elementInstanceId ?? ''] });
    expect(end).toThrow('Modify the caller instead');
    expect(story.tasks()).toEqual(['A']);
  });
});
