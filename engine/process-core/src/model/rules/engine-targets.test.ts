import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ModdleNode } from 'bpmn-moddle';
import { Linter } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { boundaryXml, bpmnText } from '../../testing/bpmn-text.ts';
import { moddle, nodeAt, nodesAt } from '../moddle.ts';
import { parseBpmn } from '../parse-bpmn.ts';
import type { EngineTarget } from './engine-targets.ts';
import { engineTargets, findTargetFaults } from './engine-targets.ts';

const featuresDir = path.join(__dirname, '../../features');
const features = readdirSync(featuresDir).filter((name) => name.endsWith('.bpmn'));
const linter = new Linter({ resolver: new NodeResolver({ require }) });
const versions = [
  ['8-5', 'zeebe-8.5'],
  ['8-6', 'zeebe-8.6'],
] as const;

/** FEEL has checks of its own here; the plugin's load what Jest cannot. */
const configFor = (version: string) => ({
  extends: `plugin:camunda-compat/camunda-cloud-${version}`,
  rules: { 'camunda-compat/feel': 'off', 'camunda-compat/feel-compatibility': 'off' },
});

/** The ids of the elements that the modelling tool of Zeebe's makers refuses for a broker. */
async function lint(xml: string, version: string): Promise<string[]> {
  const { rootElement } = await moddle.fromXML(xml);
  for (const node of nodesAt(rootElement, 'rootElements')) linkFlows(node);
  const reports = await linter.lint(rootElement, configFor(version));
  const errors = Object.values(reports).flat();
  return [...new Set(errors.filter(({ category }) => category === 'error').map(({ id }) => id))].sort();
}

/** The tool reads the optional children `incoming` and `outgoing`; they follow from the flows. */
function linkFlows(container: ModdleNode): void {
  for (const node of nodesAt(container, 'flowElements')) {
    linkFlows(node);
    if (node.$type !== 'bpmn:SequenceFlow') continue;
    for (const [end, list] of [
      ['sourceRef', 'outgoing'],
      ['targetRef', 'incoming'],
    ] as const) {
      const element = nodeAt(node, end);
      if (element !== null) Object.assign(element, { [list]: [...nodesAt(element, list), node] });
    }
  }
}

async function faultsOf(xml: string, target: EngineTarget) {
  return (await parseBpmn(xml)).flatMap((model) => findTargetFaults(model, target));
}

const elementsOf = async (xml: string, target: EngineTarget) =>
  [...new Set((await faultsOf(xml, target)).map(({ elementId }) => elementId))].sort();

const task = (type: string, content: string) =>
  `<bpmn:${type} id="Task"><bpmn:extensionElements>${content}</bpmn:extensionElements></bpmn:${type}>`;
const withTask = (type: string, content: string) =>
  bpmnText('p', `<bpmn:startEvent id="Start" />${task(type, content)}<bpmn:endEvent id="End" />`, [
    'Start Task',
    'Task End',
  ]);
const listeners = (attributes: string, inner = '') =>
  `<zeebe:executionListeners><zeebe:executionListener type="l" ${attributes}>${inner}</zeebe:executionListener></zeebe:executionListeners>`;
const job = '<zeebe:taskDefinition type="t" />';
const headers = '<zeebe:taskHeaders><zeebe:header key="a" value="b" /></zeebe:taskHeaders>';

describe('publishing for a broker', () => {
  it.each(features)('refuses in %s exactly the elements that its makers refuse', async (name) => {
    const xml = readFileSync(path.join(featuresDir, name), 'utf8');
    // The tool names the process for a loop in it; here it is the task.
    if (name === 'endless-loop.bpmn') return expect(await elementsOf(xml, 'zeebe-8.5')).toEqual(['Turn']);
    for (const [version, target] of versions) {
      expect([target, await elementsOf(xml, target)]).toEqual([target, await lint(xml, version)]);
    }
  });

  const cases: [string, string, EngineTarget[]][] = [
    ['an execution listener', withTask('serviceTask', job + listeners('eventType="start"')), ['zeebe-8.5']],
    [
      'headers of an execution listener',
      withTask('serviceTask', job + listeners('eventType="start"', headers)),
      ['zeebe-8.5', 'zeebe-8.6'],
    ],
    [
      'an execution listener of a newer kind',
      withTask('serviceTask', job + listeners('eventType="cancel"')),
      ['embedded', 'zeebe-8.5', 'zeebe-8.6'],
    ],
    [
      'a user task listener',
      withTask(
        'userTask',
        '<zeebe:userTask /><zeebe:taskListeners><zeebe:taskListener eventType="completing" type="l" /></zeebe:taskListeners>',
      ),
      ['embedded', 'zeebe-8.5', 'zeebe-8.6'],
    ],
    ['a priority', withTask('userTask', '<zeebe:userTask /><zeebe:priorityDefinition priority="80" />'), ['zeebe-8.5']],
    [
      'a priority of jobs',
      withTask('serviceTask', `${job}<zeebe:jobPriorityDefinition priority="80" />`),
      ['embedded', 'zeebe-8.5', 'zeebe-8.6'],
    ],
    [
      'a loop that is not multi-instance',
      bpmnText(
        'p',
        `<bpmn:startEvent id="Start" /><bpmn:userTask id="Task"><bpmn:standardLoopCharacteristics /></bpmn:userTask><bpmn:endEvent id="End" />`,
        ['Start Task', 'Task End'],
      ),
      ['embedded', 'zeebe-8.5', 'zeebe-8.6'],
    ],
    [
      'a compensation that does not wait',
      bpmnText(
        'p',
        '<bpmn:startEvent id="Start" /><bpmn:endEvent id="Task"><bpmn:compensateEventDefinition waitForCompletion="false" /></bpmn:endEvent>',
        ['Start Task'],
      ),
      ['embedded', 'zeebe-8.5', 'zeebe-8.6'],
    ],
    [
      'a binding to the deployment',
      withTask('callActivity', '<zeebe:calledElement processId="q" bindingType="deployment" />'),
      ['zeebe-8.5'],
    ],
    [
      'a loop in which nothing waits',
      bpmnText(
        'p',
        '<bpmn:startEvent id="Start" /><bpmn:exclusiveGateway id="Merge" /><bpmn:manualTask id="Before" /><bpmn:task id="Task" /><bpmn:exclusiveGateway id="Split" default="Split_End" /><bpmn:endEvent id="End" />',
        ['Start Before', 'Before Merge', 'Merge Task', 'Task Split', 'Split End', 'Split Merge'],
      ).replace(
        'sourceRef="Split" targetRef="Merge" />',
        'sourceRef="Split" targetRef="Merge"><bpmn:conditionExpression>=a</bpmn:conditionExpression></bpmn:sequenceFlow>',
      ),
      ['zeebe-8.5', 'zeebe-8.6'],
    ],
    [
      'an event that no engine waits for',
      bpmnText(
        'p',
        `<bpmn:startEvent id="Start" /><bpmn:userTask id="T" /><bpmn:endEvent id="End" /><bpmn:endEvent id="End2" />
         ${boundaryXml('Task T conditional x').replace('conditionalRef="x"', '')}`,
        ['Start T', 'T End', 'Task End2'],
      ),
      ['embedded', 'zeebe-8.5', 'zeebe-8.6'],
    ],
  ];

  it.each(cases)('refuses %s where it is not run, by the name of its element', async (_what, xml, refusing) => {
    for (const target of ['embedded', 'zeebe-8.5', 'zeebe-8.6'] as const) {
      const faults = await faultsOf(xml, target);
      expect([target, [...new Set(faults.map(({ elementId }) => elementId))]]).toEqual([
        target,
        refusing.includes(target) ? ['Task'] : [],
      ]);
      for (const { message } of faults) expect(message).toContain('"Task"');
    }
    for (const [version, target] of versions) {
      expect([target, (await lint(xml, version)).length > 0]).toEqual([target, refusing.includes(target)]);
    }
  });

  it('refuses listeners of the process on 8.5, and versions by their tag everywhere, naming the engine', async () => {
    const process = withTask('manualTask', '').replace(
      'isExecutable="true">',
      `isExecutable="true"><bpmn:extensionElements>${listeners('eventType="start"')}</bpmn:extensionElements>`,
    );
    expect(await faultsOf(process, 'zeebe-8.5')).toMatchObject([
      { elementId: 'p', message: expect.stringContaining('which Zeebe 8.5 does not carry') as string },
    ]);
    expect(await faultsOf(process, 'zeebe-8.6')).toEqual([]);

    const tagged = withTask(
      'callActivity',
      '<zeebe:calledElement processId="q" bindingType="versionTag" versionTag="v1" />',
    );
    for (const target of Object.keys(engineTargets) as EngineTarget[]) {
      expect(await faultsOf(tagged, target)).toMatchObject([{ elementId: 'Task', rule: 'missing-capability' }]);
    }
  });

  it('refuses a binding without its tag, and one of an unknown kind', async () => {
    const bound = (binding: string) =>
      faultsOf(
        withTask('businessRuleTask', `<zeebe:calledDecision decisionId="d" resultVariable="r" ${binding} />`),
        'embedded',
      );
    expect((await bound('bindingType="versionTag"')).map(({ rule }) => rule)).toContain('missing-version-tag');
    expect((await bound('bindingType="newest"')).map(({ rule }) => rule)).toEqual(['binding-type']);
    expect(await bound('bindingType="deployment"')).toEqual([]);
  });
});
