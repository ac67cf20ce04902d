const zeebeTask = `<bpmn:extensionElements><zeebe:userTask /><zeebe:formDefinition externalReference="step" />
  <zeebe:assignmentDefinition candidateGroups="clerk" /></bpmn:extensionElements>`;

/** A process `chain` of this many user tasks, as Zeebe, Camunda 7 or Flowable takes it: no forms, deadlines or stages. */
export function peerChain(dialect: 'zeebe' | 'camunda' | 'flowable', tasks: number): string {
  const ids = ['Start', ...Array.from({ length: tasks }, (_, index) => `Task_${index}`), 'End'];
  const attributes = dialect === 'zeebe' ? '' : `${dialect}:candidateGroups="clerk"`;
  const userTask = (id: string): string =>
    `<bpmn:userTask id="${id}" name="Step" ${attributes}>${dialect === 'zeebe' ? zeebeTask : ''}</bpmn:userTask>`;
  const flows = ids
    .slice(1)
    .map((id, index) => `<bpmn:sequenceFlow id="Flow_${index}" sourceRef="${ids[index]}" targetRef="${id}" />`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:flowable="http://flowable.org/bpmn" id="definitions" targetNamespace="bench">
  <bpmn:process id="chain" name="chain" isExecutable="true"><bpmn:startEvent id="Start" />
    ${ids.slice(1, -1).map(userTask).join('\n')}
    <bpmn:endEvent id="End" />${flows.join('')}</bpmn:process>
</bpmn:definitions>`;
}
