import { boundaryXml, bpmnText, eventXml, messageXml } from '../../testing/bpmn-text.ts';
import { parseBpmn } from '../parse-bpmn.ts';
import { findTargetFaults } from './engine-targets.ts';

const definitions = `${messageXml('paper')}${messageXml('letter')}<bpmn:error id="bad" errorCode="BAD" /><bpmn:error id="worse" errorCode="WORSE" />`;
const error = (id: string, ref: string, interrupting = true) =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="T" cancelActivity="${interrupting}"><bpmn:errorEventDefinition ${ref} /></bpmn:boundaryEvent>`;
const handler = (id: string, what: string) =>
  `<bpmn:subProcess id="${id}" triggeredByEvent="true"><bpmn:startEvent id="${id}Start">${eventXml(what)}</bpmn:startEvent></bpmn:subProcess>`;

/** A task with two boundary events, A and B, or other things beside it. */
const withTask = (beside: string, flows: string[] = []) =>
  bpmnText(
    'p',
    `<bpmn:startEvent id="S" /><bpmn:userTask id="T" /><bpmn:endEvent id="E" /><bpmn:endEvent id="E2" />${beside}`,
    ['S T', 'T E', ...flows],
    definitions,
  );
const two = (a: string, b: string) => withTask(a + b, ['A E2', 'B E2']);

describe('what is caught at one place', () => {
  it.each<[string, string, string[]]>([
    ['the same error twice', two(error('A', 'errorRef="bad"'), error('B', 'errorRef="bad"')), ['caught-twice B']],
    ['any error twice', two(error('A', ''), error('B', '')), ['caught-twice B']],
    ['two errors, and any', two(error('A', 'errorRef="bad"'), error('B', 'errorRef="worse"')), []],
    ['one error and any', two(error('A', 'errorRef="bad"'), error('B', '')), []],
    [
      'the same message twice',
      two(boundaryXml('A T message paper'), boundaryXml('B T message paper')),
      ['caught-twice B'],
    ],
    ['two messages', two(boundaryXml('A T message paper'), boundaryXml('B T message letter')), []],
    ['two timers', two(boundaryXml('A T timer PT1H'), boundaryXml('B T timer PT1H')), []],
    [
      'the same message by two event sub-processes',
      withTask(handler('H', 'message paper') + handler('G', 'message paper'), ['T E2']),
      ['caught-twice GStart'],
    ],
    [
      'an error beside the activity',
      two(error('A', 'errorRef="bad"', false), boundaryXml('B T timer PT1H')),
      ['error-beside A'],
    ],
    ['a duration that is none', two(boundaryXml('A T timer 1'), boundaryXml('B T timer PT1H')), ['timer-value A']],
  ])('%s', async (_what, xml, expected) => {
    const [model] = await parseBpmn(xml);
    const faults = model === undefined ? [] : findTargetFaults(model, 'zeebe-8.5');
    expect(faults.map(({ rule, elementId }) => `${rule} ${elementId}`)).toEqual(expected);
    for (const { message, elementId } of faults) expect(message).toContain(`"${elementId}"`);
  });
});
