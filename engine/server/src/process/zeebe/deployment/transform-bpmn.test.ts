import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseBpmn } from '@esocial/process-core/model/parse-bpmn.ts';
import { projectRoot } from '../../../settings/project-root.ts';
import { bpmnOf, chain, end, flow, start, userTask } from '../../testing/test-bpmn.ts';
import { transformBpmn } from './transform-bpmn.ts';

const names = { processes: { request: 'request_v_1' }, decisionSuffix: '_v_1' };
const modelOf = async (xml: string) => {
  const [model] = await parseBpmn(xml);
  if (!model) throw new Error('no process');
  return model;
};

describe('the deployment of a BPMN file', () => {
  it('gives the process the id of its version', async () => {
    expect((await modelOf(transformBpmn(bpmnOf(start + end + chain('start', 'end')), names))).id).toBe('request_v_1');
  });

  it('lets a message of ours start a none start event, and keeps it for call activities', async () => {
    // when
    const model = await modelOf(transformBpmn(bpmnOf(start + end + chain('start', 'end')), names));

    // then
    expect(model.messageStarts).toEqual([
      { elementId: 'esocial_start', messageName: 'esocial.start:request_v_1:start' },
    ]);
    expect(model.elements.get('start')?.outgoing.map(({ targetId }) => targetId)).toEqual(['esocial_next_start']);
    expect(model.flows.get('start-end')).toMatchObject({ sourceId: 'esocial_next_start', targetId: 'end' });
    expect(model.elements.get('end')?.incoming).toHaveLength(1);
  });

  it.each([
    ['timer', '<bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>'],
    ['message', '<bpmn:messageEventDefinition messageRef="m" />'],
    ['signal', '<bpmn:signalEventDefinition signalRef="s" />'],
  ])('holds a %s start: only our message starts it', async (_kind, definition) => {
    // given
    const xml = bpmnOf(`<bpmn:startEvent id="s0">${definition}</bpmn:startEvent>${end}${chain('s0', 'end')}`, {
      more: '<bpmn:message id="m" name="paid" /><bpmn:signal id="s" name="flood" />',
    });

    // when
    const model = await modelOf(transformBpmn(xml, names));

    // then
    expect(model.messageStarts).toEqual([{ elementId: 's0', messageName: 'esocial.start:request_v_1:s0' }]);
    expect([...model.timerStarts, ...model.signalStarts]).toEqual([]);
  });

  it('turns the order of flows round, because the broker takes the last one whose condition holds', async () => {
    // given
    const fork = '<bpmn:exclusiveGateway id="fork" />';
    const xml = bpmnOf(
      start +
        fork +
        end +
        chain('start', 'fork') +
        flow('fork', 'end', '=true') +
        chain('other', 'end') +
        '<bpmn:task id="other" />' +
        flow('fork', 'other', '=true'),
    );

    // when
    const model = await modelOf(transformBpmn(xml, names));

    // then
    expect(model.elements.get('fork')?.outgoing.map(({ targetId }) => targetId)).toEqual(['other', 'end']);
  });

  it('writes the references to flows that the author left out', () => {
    // given
    const boundary = `<bpmn:boundaryEvent id="late" attachedToRef="work"><bpmn:timerEventDefinition>
      <bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;
    const xml = bpmnOf(
      start + userTask('work') + boundary + end + chain('start', 'work', 'end') + chain('late', 'end'),
    );

    // when
    const made = transformBpmn(xml, names);

    // then
    expect(made).toMatch(/<bpmn:boundaryEvent id="late"[^>]*><bpmn:outgoing>late-end<\/bpmn:outgoing>/);
    expect(made).toContain('<bpmn:incoming>work-end</bpmn:incoming><bpmn:incoming>late-end</bpmn:incoming>');
  });

  it('calls a process of the file by its version and another workflow by the pins of the case', async () => {
    // given
    const call = (id: string, process: string, more = '') => `<bpmn:callActivity id="${id}"><bpmn:extensionElements>
      <zeebe:calledElement processId="${process}" ${more} /></bpmn:extensionElements></bpmn:callActivity>`;
    const xml = bpmnOf(
      start +
        call('own', 'request') +
        call('other', 'visit', 'propagateAllParentVariables="false"') +
        call('any', '=next') +
        chain('start', 'own', 'other', 'any'),
    );

    // when
    const made = transformBpmn(xml, names);

    // then
    expect(made).toContain('<zeebe:calledElement processId="request_v_1"/>');
    expect(made).toContain('processId="=get value(esocialPins, &quot;visit&quot;)"');
    expect(made).toContain('processId="=get value(esocialPins, (next))"');
    expect(made.match(/target="esocialPins"/g)).toHaveLength(1);
  });

  it('asks for the decisions of the version', () => {
    const rule = (id: string, decision: string) => `<bpmn:businessRuleTask id="${id}"><bpmn:extensionElements>
      <zeebe:calledDecision decisionId="${decision}" resultVariable="r" /></bpmn:extensionElements></bpmn:businessRuleTask>`;
    const made = transformBpmn(bpmnOf(rule('a', 'risk') + rule('b', '=which')), names);
    expect(made).toContain('decisionId="risk_v_1"');
    expect(made).toContain('decisionId="=(which) + &quot;_v_1&quot;"');
  });

  it('makes every user task one of the broker, its form known by name', () => {
    const task = `<bpmn:userTask id="t"><bpmn:extensionElements><zeebe:formDefinition formId="review" bindingType="deployment" />
      </bpmn:extensionElements></bpmn:userTask>`;
    const made = transformBpmn(bpmnOf(task), names);
    expect(made).toContain('<zeebe:userTask/>');
    expect(made).toContain('<zeebe:formDefinition externalReference="review"/>');
  });

  it.each(['protectia-copilului', 'consultatie'])('keeps what %s does', async (key) => {
    // given
    const xml = readFileSync(join(projectRoot(), 'workflows', key, 'process.bpmn'), 'utf8');
    const before = await modelOf(xml);

    // when
    const made = transformBpmn(xml, { processes: { [key]: `${key}_v_1` }, decisionSuffix: '_v_1' });

    // then
    const after = await modelOf(made);
    expect(made).not.toContain('BPMNDiagram');
    for (const [id, element] of before.elements) {
      const targets = after.elements.get(id)?.outgoing.map(({ id: flowId }) => flowId);
      if (element.type === 'startEvent' && element.scopeId === key) continue;
      expect(targets).toEqual(element.outgoing.map(({ id: flowId }) => flowId).reverse());
    }
  });
});
