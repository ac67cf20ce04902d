import { findFlowNodes } from './flow-nodes.ts';

const xml = `<?xml version="1.0"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">
  <bpmn:process id="lending" isExecutable="true">
    <bpmn:startEvent id="Start" />
    <bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Lend" />
    <bpmn:userTask id="Lend" name="Lend the book" />
    <bpmn:boundaryEvent id="Late" attachedToRef="Lend" />
    <bpmn:serviceTask id="TakeBack" isForCompensation="true" />
    <bpmn:subProcess id="Remind">
      <bpmn:startEvent id="Inner" />
      <bpmn:sendTask id="Letter" name="Write" />
    </bpmn:subProcess>
    <bpmn:subProcess id="Each">
      <bpmn:multiInstanceLoopCharacteristics />
      <bpmn:userTask id="Within" />
    </bpmn:subProcess>
    <bpmn:eventBasedGateway id="Wait" />
    <bpmn:sequenceFlow id="F2" sourceRef="Wait" targetRef="Returned" />
    <bpmn:intermediateCatchEvent id="Returned" />
    <bpmn:endEvent id="End" />
  </bpmn:process>
  <bpmn:process id="other"><bpmn:task id="Elsewhere" /></bpmn:process>
</bpmn:definitions>`;

describe('the flow nodes of a process', () => {
  it('are those that can begin by themselves, with what is around them', () => {
    expect(findFlowNodes(xml, 'lending')).toEqual([
      { id: 'Lend', name: 'Lend the book', type: 'userTask', scopeId: 'lending' },
      { id: 'Remind', name: '', type: 'subProcess', scopeId: 'lending' },
      { id: 'Letter', name: 'Write', type: 'sendTask', scopeId: 'Remind' },
      { id: 'Each', name: '', type: 'subProcess', scopeId: 'lending' },
      { id: 'Wait', name: '', type: 'eventBasedGateway', scopeId: 'lending' },
      { id: 'End', name: '', type: 'endEvent', scopeId: 'lending' },
    ]);
  });

  it.each([
    ['another process', xml, 'nothing'],
    ['a file that cannot be read', '<a', 'lending'],
  ])('are none of %s', (_what, file, processId) => {
    expect(findFlowNodes(file, processId)).toEqual([]);
  });
});
