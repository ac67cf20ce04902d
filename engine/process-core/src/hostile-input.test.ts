import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BpmnParseError } from './model/model.ts';
import { parseBpmn } from './model/parse-bpmn.ts';
import { evaluateDecision } from './dmn/evaluate.ts';
import { parseDmn } from './dmn/parse-dmn.ts';
import { allCapabilities } from './model/rules/capability-rules.ts';
import { findModelFaults } from './model/validate-model.ts';
import { createSimulation } from './simulate/simulation.ts';
import { bpmnText, eventXml, messageXml } from './testing/bpmn-text.ts';
import type { Story } from './testing/build-story.ts';
import { buildStory } from './testing/build-story.ts';
import type { Json, Variables } from './types.ts';

const feature = (name: string) => readFileSync(path.join(__dirname, 'features', name), 'utf8');
const ends = '<bpmn:startEvent id="Start" /><bpmn:endEvent id="End" />';
const through = (id: string, element: string) => bpmnText('case', ends + element, [`Start ${id}`, `${id} End`]);
const plain = through('Ask', '<bpmn:userTask id="Ask" />');
const nested = (depth: number) =>
  bpmnText('case', `${'<bpmn:subProcess>'.repeat(depth)}${'</bpmn:subProcess>'.repeat(depth)}`, []);

describe('a file that nobody can mean well', () => {
  it.each<[string, string, RegExp, string | undefined]>([
    ['with a DOCTYPE', plain.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'), /DOCTYPE.*Remove it/, undefined],
    ['of 20,000 nested sub-processes', nested(20_000), /deeper than 100\. Flatten/, undefined],
    [
      'with a label of 5 MB',
      plain.replace('id="Ask"', `id="Ask" name="${'x'.repeat(5e6)}"`),
      /larger than 2 MB/,
      undefined,
    ],
    [
      'with an id used twice',
      through('Ask', '<bpmn:userTask id="Ask" /><bpmn:task id="Ask" />'),
      /"Ask" is used twice/,
      'Ask',
    ],
    [
      'with a flow to nowhere',
      plain.replace('sourceRef="Ask" targetRef="End"', 'sourceRef="Ask" targetRef="Gone"'),
      /"Ask_End" refers to "Gone", which does not exist/,
      'Ask_End',
    ],
    [
      'with a flow from nowhere',
      plain.replace('sourceRef="Ask" ', ''),
      /"Ask_End" has no source\. Connect it/,
      'Ask_End',
    ],
    ['that is no XML', 'PK\u0003\u0004 not a diagram', /cannot be read|no BPMN/, undefined],
    ['that is empty', '', /cannot be read|no BPMN/, undefined],
  ])('%s is refused, with what is wrong and what to do', async (_what, xml, message, elementId) => {
    const refusal: unknown = await parseBpmn(xml).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(BpmnParseError);
    expect(refusal).toMatchObject({ elementId, message: expect.stringMatching(message) as string });
  });

  it('with thousands of inclusive joins is read like any other', async () => {
    // given
    const ids = Array.from({ length: 3000 }, (_, index) => `G${index}`);
    const gateways = ids.map((id) => `<bpmn:inclusiveGateway id="${id}" />`).join('');
    const flows = ids.slice(1).map((id, index) => {
      const from = `G${index}`;
      return `<bpmn:sequenceFlow id="${from}_x" sourceRef="${from}" targetRef="${id}" /><bpmn:sequenceFlow id="${from}_y" sourceRef="${from}" targetRef="${id}" />`;
    });
    const xml = bpmnText('case', ends + gateways + flows.join(''), ['Start G0']);

    // when
    const [model] = await parseBpmn(xml);

    // then: what is upstream of a join is found when a token waits there, not for all of them
    expect(model?.elements.size).toBe(3002);
    expect(model?.elements.get('G3')?.upstream?.get('G2_x')).toEqual(new Set(['G2', 'G1', 'G0', 'Start']));
  });

  it('with the names that every object has is a file like any other', async () => {
    // given
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const xml = bpmnText(
      'case',
      `${ends}<bpmn:parallelGateway id="valueOf" /><bpmn:parallelGateway id="isPrototypeOf" />
       ${names.map((id) => `<bpmn:userTask id="${id}" />`).join('')}`,
      ['Start valueOf', ...names.flatMap((id) => [`valueOf ${id}`, `${id} isPrototypeOf`]), 'isPrototypeOf End'],
    );
    const [model] = await parseBpmn(xml);
    expect(model === undefined ? [] : findModelFaults(model, allCapabilities)).toEqual([]);

    // when
    const story = await buildStory(xml, { variables: JSON.parse('{"__proto__": {"polluted": 1}}') as Variables });
    for (const id of names) story.complete(id, JSON.parse('{"__proto__": {"polluted": 2}}') as Json);

    // then
    expect(story.status()).toBe('completed');
    expect({}).not.toHaveProperty('polluted');
  });
});

/** Beside the instance at fault another one runs, which must not notice. */
async function withBystander(xml: string, variables: Variables): Promise<{ story: Story; bystander: () => string }> {
  const story = await buildStory(xml.replace('</bpmn:definitions>', `${bystanderXml}</bpmn:definitions>`), {
    variables,
  });
  const id = story.simulation.start('bystander', {});
  return {
    story,
    bystander: () => {
      const task = [...story.simulation.open.tasks.values()].find(({ instanceId }) => instanceId === id);
      const elementInstanceId = task?.elementInstanceId ?? '';
      story.simulation.send(id, { type: 'completeUserTask', elementInstanceId, data: {} });
      return story.simulation.instances.get(id)?.state.status ?? 'gone';
    },
  };
}

const bystanderXml =
  '<bpmn:process id="bystander" isExecutable="true"><bpmn:startEvent id="S" /><bpmn:userTask id="T" />' +
  '<bpmn:sequenceFlow id="S_T" sourceRef="S" targetRef="T" /></bpmn:process>';

const script = (expression: string) =>
  through(
    'Compute',
    `<bpmn:scriptTask id="Compute"><bpmn:extensionElements><zeebe:script expression="${expression}" resultVariable="x" /></bpmn:extensionElements></bpmn:scriptTask>`,
  );

describe('an instance that cannot go on', () => {
  it.each<[string, string, Variables, string, RegExp]>([
    [
      'a loop that never ends',
      feature('endless-loop.bpmn'),
      { done: false },
      'UNKNOWN at (Turn|Again)',
      /last at "(Turn|Again)": most likely an endless loop\. Correct/,
    ],
    [
      'FEEL that never ends',
      script('=for i in 1..100000 return for j in 1..100000 return i * j'),
      {},
      'EXTRACT_VALUE_ERROR at Compute',
      /failed: .*(steps|limit|more than).*resolve the incident/,
    ],
    [
      'FEEL that calls itself for ever',
      script('={f: function(x) f(x), y: f(1)}.y'),
      {},
      'EXTRACT_VALUE_ERROR at Compute',
      /resolve the incident/,
    ],
    [
      'a result of more than 1 MB',
      script(
        '=string join(for i in 1..9000 return &quot;0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789&quot;)',
      ),
      {},
      '(MESSAGE_SIZE_EXCEEDED|EXTRACT_VALUE_ERROR) at Compute',
      /Pass only what the process needs|resolve the incident/,
    ],
    [
      '10,000 rounds',
      through(
        'Each',
        '<bpmn:userTask id="Each"><bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=1..10000" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>'.replace(
          '=1..10000',
          '=for i in 1..10000 return i',
        ),
      ),
      {},
      'EXTRACT_VALUE_ERROR at Each',
      /10000 items; at most 1000 are run\. Split it|resolve the incident/,
    ],
  ])(
    'by %s is an incident of its own, which names the element and the remedy',
    async (_what, xml, variables, where, why) => {
      // when
      const { story, bystander } = await withBystander(xml, variables);

      // then
      expect(story.incidents()).toEqual([expect.stringMatching(where)]);
      expect([...story.simulation.open.incidents.values()][0]?.message).toMatch(why);
      expect([story.status(), bystander()]).toEqual(['active', 'completed']);
    },
  );

  it('by a DMN table with overlapping unique rules is one too', async () => {
    // given
    const dmn = await parseDmn(`<?xml version="1.0"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
        <decision id="kind" name="kind"><decisionTable id="t" hitPolicy="UNIQUE">
          <input id="i"><inputExpression id="e"><text>x</text></inputExpression></input><output id="o" name="kind" />
          <rule id="r1"><inputEntry id="a"><text>&gt; 1</text></inputEntry><outputEntry id="b"><text>"a"</text></outputEntry></rule>
          <rule id="r2"><inputEntry id="c"><text>&gt; 2</text></inputEntry><outputEntry id="f"><text>"b"</text></outputEntry></rule>
        </decisionTable></decision>
      </definitions>`);
    const models = await parseBpmn(
      through(
        'Decide',
        '<bpmn:businessRuleTask id="Decide"><bpmn:extensionElements><zeebe:calledDecision decisionId="kind" resultVariable="k" /></bpmn:extensionElements></bpmn:businessRuleTask>',
      ),
    );
    const simulation = createSimulation(models, {
      evaluateDecision: (id, variables, now) => evaluateDecision(dmn, id, variables, { now }),
    });

    // when
    simulation.start('case', { x: 3 });

    // then
    const [incident] = [...simulation.open.incidents.values()];
    expect(incident).toMatchObject({ kind: 'DECISION_EVALUATION_ERROR', elementId: 'Decide' });
    expect(incident?.message).toMatch(/"kind".*resolve the incident/);
  });
});

describe('a command that does not fit', () => {
  const service = through(
    'Work',
    '<bpmn:serviceTask id="Work"><bpmn:extensionElements><zeebe:taskDefinition type="work" /></bpmn:extensionElements></bpmn:serviceTask>',
  );
  const deep = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as Json;

  it('a message that nobody waits for is told so, and is nobody’s harm', async () => {
    const waiting = bpmnText(
      'case',
      `${ends}<bpmn:intermediateCatchEvent id="Wait">${eventXml('message paper')}</bpmn:intermediateCatchEvent>`,
      ['Start Wait', 'Wait End'],
      messageXml('paper'),
    );
    const story = await buildStory(waiting);
    expect(() => story.message('letter')).toThrow('nobody waits for the message "letter"; it waits at Wait');
    story.message('paper');
    expect(() => story.message('paper')).toThrow('nobody waits for the message "paper"');
    expect(story.status()).toBe('completed');
  });

  it('a job completed twice is refused the second time', async () => {
    const story = await buildStory(service.replace('<bpmn:endEvent id="End" />', '<bpmn:userTask id="End" />'));
    const [elementInstanceId = ''] = [...story.simulation.open.jobs.keys()];
    const complete = () =>
      story.simulation.send(story.instanceId, { type: 'completeJob', elementInstanceId, variables: {} });
    complete();
    expect(complete).toThrow(`Element instance ${elementInstanceId} is not active.`);
    expect(story.tasks()).toEqual(['End']);
  });

  it.each<[string, Json, RegExp]>([
    ['of 1 MB', 'x'.repeat(1024 * 1024 + 1), /hold more than 1 MB\. Pass only/],
    ['nested without end', deep(100_000), /nested deeper than 500 levels\. Pass only/],
  ])(
    'a variable %s is refused with a command, and an incident of the element whose job brings it',
    async (_what, big, why) => {
      await expect(buildStory(service, { variables: { big } })).rejects.toThrow(why);
      const story = await buildStory(service);
      expect(() => story.setVariables({ big })).toThrow(why);

      // when
      story.job('work', { big });

      // then
      expect(story.incidents()).toEqual(['MESSAGE_SIZE_EXCEEDED at Work']);
      expect([...story.simulation.open.incidents.values()][0]?.message).toMatch(why);
      expect(story.status()).toBe('active');
    },
  );
});
