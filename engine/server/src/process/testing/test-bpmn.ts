/** A BPMN file around the elements of one process, for tests. */
export function bpmnOf(elements: string, { id = 'request', more = '' }: { id?: string; more?: string } = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="file" targetNamespace="http://test">
  <bpmn:process id="${id}" isExecutable="true">${elements}</bpmn:process>${more}
</bpmn:definitions>`;
}

export function userTask(
  id: string,
  options: {
    form?: string;
    roles?: string;
    properties?: Record<string, string>;
    outputs?: Record<string, string>;
  } = {},
): string {
  const { form = 'review', roles = 'clerk', properties = {}, outputs = {} } = options;
  const listed = Object.entries(properties).map(
    ([name, value]) => `<zeebe:property name="${name}" value="${value}" />`,
  );
  const mapped = Object.entries(outputs).map(
    ([target, source]) => `<zeebe:output source="${source}" target="${target}" />`,
  );
  return `<bpmn:userTask id="${id}" name="${id.replace('_', ' ')}"><bpmn:extensionElements>
    <zeebe:userTask /><zeebe:formDefinition externalReference="${form}" />
    <zeebe:assignmentDefinition candidateGroups="${roles}" />
    ${mapped.length > 0 ? `<zeebe:ioMapping>${mapped.join('')}</zeebe:ioMapping>` : ''}
    <zeebe:properties>${listed.join('')}</zeebe:properties>
  </bpmn:extensionElements></bpmn:userTask>`;
}

export function serviceTask(
  id: string,
  type: string,
  options: { headers?: Record<string, string>; inputs?: Record<string, string>; retries?: number } = {},
): string {
  const { headers = {}, inputs = {}, retries = 3 } = options;
  const named = Object.entries(headers).map(([key, value]) => `<zeebe:header key="${key}" value="${value}" />`);
  const mapped = Object.entries(inputs).map(
    ([target, source]) => `<zeebe:input source="${source}" target="${target}" />`,
  );
  return `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${type}" retries="${retries}" />
    ${mapped.length > 0 ? `<zeebe:ioMapping>${mapped.join('')}</zeebe:ioMapping>` : ''}
    <zeebe:taskHeaders>${named.join('')}</zeebe:taskHeaders></bpmn:extensionElements></bpmn:serviceTask>`;
}

/** Sequence flows along a chain of elements. */
export function chain(...ids: string[]): string {
  return ids
    .slice(1)
    .map((id, index) => flow(ids[index] ?? '', id))
    .join('');
}

export function flow(from: string, to: string, condition?: string): string {
  const when = condition
    ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`
    : '';
  return `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${when}</bpmn:sequenceFlow>`;
}

export const start = '<bpmn:startEvent id="start" />';
export const end = '<bpmn:endEvent id="end" />';
