import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseBpmn } from './parse-bpmn.ts';
import { allCapabilities } from './rules/capability-rules.ts';
import { findModelFaults } from './validate-model.ts';

const featureDir = path.join(__dirname, '../features');

/** Faults as `rule at element`. */
async function faultsOf(body: string, roots = ''): Promise<string[]> {
  const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">${roots}
<bpmn:process id="p" isExecutable="true">${body}</bpmn:process></bpmn:definitions>`;
  const models = await parseBpmn(xml);
  return models.flatMap((model) => findModelFaults(model)).map((fault) => `${fault.rule} at ${fault.elementId}`);
}

const flow = (from: string, to: string, condition = '') =>
  `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${condition && `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`}</bpmn:sequenceFlow>`;

/** A process that passes through `ids`, between a start and an end event. */
const through = (elements: string, ...ids: string[]) =>
  `<bpmn:startEvent id="S" /><bpmn:endEvent id="E" />${elements}` +
  ['S', ...ids].map((id, index) => flow(id, [...ids, 'E'][index] ?? 'E')).join('');

const withExtension = (type: string, id: string, extension: string, attributes = '') =>
  `<bpmn:${type} id="${id}" ${attributes}><bpmn:extensionElements>${extension}</bpmn:extensionElements></bpmn:${type}>`;

const fork = (type: string, attributes: string, ...conditions: string[]) =>
  `<bpmn:startEvent id="S" /><bpmn:${type} id="G" ${attributes} /><bpmn:endEvent id="A" /><bpmn:endEvent id="B" />` +
  flow('S', 'G') +
  flow('G', 'A', conditions[0]) +
  flow('G', 'B', conditions[1]);

describe('the faults of a model', () => {
  it.each(readdirSync(featureDir))('are none in %s', async (name) => {
    const models = await parseBpmn(readFileSync(path.join(featureDir, name), 'utf8'));
    expect(models.flatMap((model) => findModelFaults(model, allCapabilities))).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['an unknown element', through('<bpmn:complexGateway id="X" />', 'X'), ['unsupported-element at X']],
    ['a service task without a job type', through('<bpmn:serviceTask id="X" />', 'X'), ['missing-job-type at X']],
    ['a send task without a job type', through('<bpmn:sendTask id="X" />', 'X'), ['missing-job-type at X']],
    ['a script task without a script', through('<bpmn:scriptTask id="X" />', 'X'), ['missing-script at X']],
    ['a rule task without a decision', through('<bpmn:businessRuleTask id="X" />', 'X'), ['missing-decision at X']],
    ['a call without a process', through('<bpmn:callActivity id="X" />', 'X'), ['missing-called-process at X']],
    [
      'a script without a result variable',
      through(withExtension('scriptTask', 'X', '<zeebe:script expression="=1" />'), 'X'),
      ['missing-result-variable at X'],
    ],
    [
      'a repetition without a collection',
      through('<bpmn:userTask id="X"><bpmn:standardLoopCharacteristics /></bpmn:userTask>', 'X'),
      ['missing-input-collection at X'],
    ],
    [
      'a message without a name and key',
      through('<bpmn:receiveTask id="X" />', 'X'),
      ['missing-message at X', 'missing-correlation-key at X'],
    ],
    [
      'a signal that has no name and that nobody carries',
      through('<bpmn:intermediateCatchEvent id="X"><bpmn:signalEventDefinition /></bpmn:intermediateCatchEvent>', 'X'),
      ['missing-signal at X', 'missing-capability at X'],
    ],
    [
      'an event that waits for nothing',
      through('<bpmn:intermediateCatchEvent id="X" />', 'X'),
      ['unsupported-event at X'],
    ],
    [
      'a cycle that can go off only once',
      through(
        '<bpmn:intermediateCatchEvent id="X"><bpmn:timerEventDefinition><bpmn:timeCycle>R3/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>',
        'X',
      ),
      ['cycle-not-allowed at X'],
    ],
    [
      'an error end without a code',
      '<bpmn:startEvent id="S" /><bpmn:endEvent id="X"><bpmn:errorEventDefinition /></bpmn:endEvent>' + flow('S', 'X'),
      ['missing-error-code at X'],
    ],
    ['a fork without conditions', fork('exclusiveGateway', '', '', '=true'), ['missing-condition at G_A']],
    ['a condition that is text', fork('inclusiveGateway', 'default="G_A"', '', 'x > 1'), ['condition-not-feel at G_B']],
    ['a condition that is not FEEL', fork('exclusiveGateway', 'default="G_A"', '', '=x >'), ['feel-syntax at G_B']],
    [
      'a default flow of somebody else',
      fork('exclusiveGateway', 'default="S_G"', '=a', '=b'),
      ['default-flow-elsewhere at G'],
    ],
    ['a condition where none is read', fork('parallelGateway', '', '=a'), ['condition-not-at-gateway at G_A']],
    ['an event gateway before no events', fork('eventBasedGateway', ''), ['event-gateway-targets at G']],
    ['no start event', '<bpmn:endEvent id="E" />', ['no-start-event at p', 'unreachable at E']],
    ['two none start events', through('<bpmn:startEvent id="S2" />' + flow('S2', 'E')), ['several-none-starts at p']],
    ['a sub-process without a start', through('<bpmn:subProcess id="X" />', 'X'), ['no-start-event at X']],
    ['an unreachable element', through('<bpmn:task id="X" />' + flow('X', 'E')), ['unreachable at X']],
    [
      'a boundary event that leads nowhere',
      through(
        '<bpmn:task id="X" /><bpmn:boundaryEvent id="B" attachedToRef="X"><bpmn:errorEventDefinition /></bpmn:boundaryEvent>',
        'X',
      ),
      ['boundary-without-flow at B'],
    ],
    [
      'a mapping from nothing',
      through(
        withExtension('userTask', 'X', '<zeebe:ioMapping><zeebe:input source="" target="b" /></zeebe:ioMapping>'),
        'X',
      ),
      ['mapping-without-source at X'],
    ],
    [
      'a mapping without a target',
      through(
        withExtension('userTask', 'X', '<zeebe:ioMapping><zeebe:output source="=a" target="b..c" /></zeebe:ioMapping>'),
        'X',
      ),
      ['mapping-target at X'],
    ],
    [
      'mappings that Zeebe ignores',
      through(
        withExtension('task', 'X', '<zeebe:ioMapping><zeebe:input source="a text" target="b" /></zeebe:ioMapping>'),
        'X',
      ),
      ['mapping-not-here at X'],
    ],
    [
      'an expression that is not FEEL',
      through(withExtension('serviceTask', 'X', '<zeebe:taskDefinition type="=1 +" />'), 'X'),
      ['feel-syntax at X'],
    ],
  ])('tell %s', async (_, body, expected) => {
    expect(await faultsOf(body)).toEqual(expected);
  });

  it('name the line', async () => {
    const [model] = await parseBpmn(
      `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
<bpmn:process id="p">
<bpmn:startEvent id="S" />
<bpmn:task id="X" />
</bpmn:process></bpmn:definitions>`,
    );
    expect(model === undefined ? [] : findModelFaults(model)).toEqual([
      {
        elementId: 'X',
        rule: 'unreachable',
        message: 'No token can ever reach "X". Connect it or remove it.',
        line: 4,
      },
    ]);
  });
});
