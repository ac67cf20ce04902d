/** A BPMN file of one process for tests: its elements as XML, its flows as `From To`, what stands beside the process. */
export function bpmnText(id: string, elements: string, flows: readonly string[], definitions = ''): string {
  const drawn = flows.map((flow) => {
    const [from = '', to = ''] = flow.split(' ');
    return `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}" />`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="t">
${definitions}
<bpmn:process id="${id}" isExecutable="true">
${elements}
${drawn.join('\n')}
</bpmn:process>
</bpmn:definitions>`;
}

/** A timer, message or signal by its short name: `timer PT1H`, `message paper`, `signal go`. */
export function eventXml(what: string): string {
  const [kind = '', value = ''] = what.split(' ');
  if (kind === 'timer') {
    return `<bpmn:timerEventDefinition><bpmn:timeDuration>${value}</bpmn:timeDuration></bpmn:timerEventDefinition>`;
  }
  return `<bpmn:${kind}EventDefinition ${kind}Ref="${value}" />`;
}

/** A boundary event, written `Id Host timer PT1H`. */
export function boundaryXml(text: string, interrupting = true): string {
  const [id = '', host = '', ...what] = text.split(' ');
  return `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="${interrupting}">${eventXml(what.join(' '))}</bpmn:boundaryEvent>`;
}

/** A message `name` with the correlation key `1`. */
export function messageXml(name: string): string {
  return `<bpmn:message id="${name}" name="${name}"><bpmn:extensionElements><zeebe:subscription correlationKey="=&quot;1&quot;" /></bpmn:extensionElements></bpmn:message>`;
}
