import { bpmnOf, chain, end, start, userTask } from '../process/testing/test-bpmn.ts';
import { compileWorkflow, startedByForm } from './compile-workflow.ts';
import type { WorkflowContent } from './definition.ts';

const byTimer = `<bpmn:startEvent id="begin"><bpmn:timerEventDefinition id="t"><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R/P1D</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>`;
const content = (body: string) =>
  ({ file: { key: 'care' }, bpmn: bpmnOf(body), decisions: {}, templates: {} }) as unknown as WorkflowContent;
const version = { id: 'v', number: 1 };

describe('startedByForm', () => {
  it.each([
    ['a start event without a trigger', start + userTask('Task_One') + end + chain('start', 'Task_One', 'end'), true],
    ['a timer', byTimer + userTask('Task_One') + end + chain('begin', 'Task_One', 'end'), false],
    [
      'either',
      start + byTimer + userTask('Task_One') + end + chain('start', 'Task_One', 'end') + flow('begin', 'Task_One'),
      true,
    ],
  ])('of a procedure that begins with %s', async (_what, body, expected) => {
    // then
    expect(startedByForm(await compileWorkflow(content(body), version))).toBe(expected);
  });
});

function flow(from: string, to: string): string {
  return `<bpmn:sequenceFlow id="again" sourceRef="${from}" targetRef="${to}" />`;
}
