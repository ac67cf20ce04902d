import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BpmnParseError } from './model.ts';
import { parseBpmn } from './parse-bpmn.ts';
import { findModelFaults } from './validate-model.ts';

const featureDir = path.join(__dirname, '../features');

const definitions = (body: string) =>
  `<?xml version="1.0"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
${body}
</bpmn:definitions>`;

describe('parsing BPMN', () => {
  it('tells a server what it needs to know', async () => {
    // when
    const [userTask] = await parseBpmn(readFileSync(path.join(featureDir, 'user-task.bpmn'), 'utf8'));
    const [start] = await parseBpmn(readFileSync(path.join(featureDir, 'start-event.bpmn'), 'utf8'));
    const calling = await parseBpmn(readFileSync(path.join(featureDir, 'call-activity.bpmn'), 'utf8'));
    const [deciding] = await parseBpmn(readFileSync(path.join(featureDir, 'business-rule-task.bpmn'), 'utf8'));

    // then
    expect(userTask).toMatchObject({ id: 'user-task', name: 'User task', isExecutable: true, versionTag: null });
    expect(userTask?.userTasks[0]).toEqual({
      elementId: 'Ask',
      name: 'Ask',
      formKey: 'question',
      candidateGroups: ['clerk', 'lead'],
      properties: { deadlineRule: 'ten-days' },
    });
    expect(start?.messageStarts).toEqual([{ elementId: 'Report', messageName: 'report' }]);
    expect(start?.timerStarts).toEqual([{ elementId: 'Daily', timerType: 'cycle', source: 'R/P1D' }]);
    expect(calling.map((model) => model.id)).toEqual(['call-activity', 'child']);
    expect(calling[0]?.calledProcessIds).toEqual(['child']);
    expect(deciding).toMatchObject({ decisionIds: ['risk'], jobTypes: ['decide'] });
  });

  it('computes incoming and outgoing flows from the sequence flows alone', async () => {
    const [model] = await parseBpmn(readFileSync(path.join(featureDir, 'parallel-gateway.bpmn'), 'utf8'));
    const join = model?.elements.get('Join');
    expect(join?.incoming.map((flow) => flow.id)).toEqual(['A_Join', 'B_Join']);
    expect(join?.outgoing.map((flow) => flow.targetId)).toEqual(['End']);
  });

  it('takes ids like __proto__ for what they are', async () => {
    // when
    const [model] = await parseBpmn(
      definitions(`<bpmn:process id="constructor" isExecutable="true">
        <bpmn:startEvent id="__proto__" /><bpmn:endEvent id="toString" />
        <bpmn:sequenceFlow id="hasOwnProperty" sourceRef="__proto__" targetRef="toString" />
      </bpmn:process>`),
    );

    // then
    expect([...(model?.elements.keys() ?? [])]).toEqual(['__proto__', 'toString']);
    expect(model === undefined ? null : findModelFaults(model)).toEqual([]);
  });

  it.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]>\n' + definitions(''), 'DOCTYPE', undefined, 1],
    ['more than 2 MB', definitions(`<!-- ${'x'.repeat(2 * 1024 * 1024)} -->`), '2 MB', undefined, undefined],
    ['deep nesting', definitions('<bpmn:process id="p">' + '<bpmn:subProcess>'.repeat(20_000)), 'deeper', undefined, 3],
    ['broken XML', '<bpmn:definitions', 'cannot be read', undefined, 1],
    ['nothing', '', 'cannot be read', undefined, 1],
    ['another format', '<html xmlns="http://www.w3.org/1999/xhtml"></html>', 'cannot be read', undefined, undefined],
    [
      'an id used twice',
      definitions('<bpmn:process id="p">\n<bpmn:task id="A" />\n<bpmn:task id="A" />\n</bpmn:process>'),
      'used twice',
      'A',
      5,
    ],
    [
      'a dangling flow',
      definitions(
        '<bpmn:process id="p">\n<bpmn:task id="A" />\n<bpmn:sequenceFlow id="F" sourceRef="A" targetRef="B" />\n</bpmn:process>',
      ),
      'refers to "B"',
      'F',
      5,
    ],
    [
      'a flow without an end',
      definitions(
        '<bpmn:process id="p">\n<bpmn:task id="A" />\n<bpmn:sequenceFlow id="F" sourceRef="A" />\n</bpmn:process>',
      ),
      'has no target',
      'F',
      5,
    ],
    [
      'a flow that crosses the border of a sub-process',
      definitions(
        '<bpmn:process id="p"><bpmn:task id="A" /><bpmn:subProcess id="S"><bpmn:task id="B" /></bpmn:subProcess><bpmn:sequenceFlow id="F" sourceRef="A" targetRef="B" /></bpmn:process>',
      ),
      'crosses the border',
      'F',
      3,
    ],
    [
      'a boundary event without a host',
      definitions('<bpmn:process id="p"><bpmn:boundaryEvent id="B" /></bpmn:process>'),
      'attached to no activity',
      'B',
      3,
    ],
    [
      'an element that BPMN does not know',
      definitions('<bpmn:process id="p">\n<bpmn:miracle id="M" />\n</bpmn:process>'),
      '<bpmn:miracle',
      undefined,
      4,
    ],
  ])('refuses %s', async (_, xml, message, elementId, line) => {
    // when
    const error: unknown = await parseBpmn(xml).then(
      () => null,
      (reason: unknown) => reason,
    );

    // then
    expect(error).toBeInstanceOf(BpmnParseError);
    expect(error).toMatchObject({ message: expect.stringContaining(message) as string, elementId, line });
  });
});
