const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

const nodeNames = new Set([
  ...['task', 'userTask', 'serviceTask', 'scriptTask', 'businessRuleTask', 'sendTask', 'receiveTask', 'manualTask'],
  ...['callActivity', 'subProcess', 'adHocSubProcess', 'transaction'],
  ...['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'eventBasedGateway'],
  ...['intermediateCatchEvent', 'intermediateThrowEvent', 'endEvent'],
]);

/** A flow node of a BPMN file that an instance may be told to begin. */
export interface FlowNode {
  id: string;
  /** As the file names it; empty without a name. */
  name: string;
  /** BPMN's name of its kind: `userTask`, `subProcess`, … */
  type: string;
  /** The process or sub-process around it. */
  scopeId: string;
}

/**
 * The flow nodes of `processId` that can be activated by themselves, in the order of the file. Start and boundary
 * events, events after an event-based gateway, handlers of compensation and what lies within a multi-instance activity
 * begin only by what is around them.
 */
export function findFlowNodes(xml: string, processId: string): FlowNode[] {
  const file = new DOMParser().parseFromString(xml, 'application/xml');
  const process = [...file.getElementsByTagNameNS(bpmn, 'process')].find(({ id }) => id === processId);
  return process ? nodesOf(process) : [];
}

function nodesOf(scope: Element): FlowNode[] {
  const chosenByGateway = targetsOfEventGateways(scope);
  return [...scope.children]
    .filter((element) => element.namespaceURI === bpmn && nodeNames.has(element.localName))
    .filter((element) => element.getAttribute('isForCompensation') !== 'true' && !chosenByGateway.has(element.id))
    .flatMap((element) => [
      { id: element.id, name: element.getAttribute('name') ?? '', type: element.localName, scopeId: scope.id },
      ...(isMultiInstance(element) ? [] : nodesOf(element)),
    ]);
}

function targetsOfEventGateways(scope: Element): ReadonlySet<string | null> {
  const children = [...scope.children];
  const gateways = children.filter(({ localName }) => localName === 'eventBasedGateway').map(({ id }) => id);
  const flows = children.filter(({ localName }) => localName === 'sequenceFlow');
  return new Set(
    flows
      .filter((flow) => gateways.includes(flow.getAttribute('sourceRef') ?? ''))
      .map((flow) => flow.getAttribute('targetRef')),
  );
}

function isMultiInstance(element: Element): boolean {
  return [...element.children].some((child) => child.localName === 'multiInstanceLoopCharacteristics');
}
