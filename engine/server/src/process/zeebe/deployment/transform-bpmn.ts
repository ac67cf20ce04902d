import {
  BPMN,
  childrenNamed,
  create,
  elementsOf,
  extensionOf,
  extensionsOf,
  parseXml,
  remove,
  toXml,
  ZEEBE,
} from './bpmn-document.ts';
import { PINS_VARIABLE } from './broker-ids.ts';
import { holdStarts } from './hold-starts.ts';
import { writeFlowReferences } from './write-flow-references.ts';

export interface BrokerNames {
  /** The broker's id of each process of the file, by its authored id. */
  readonly processes: Readonly<Record<string, string>>;
  /** What is appended to the id of a decision of the same version; without it decisions keep their ids. */
  readonly decisionSuffix?: string;
}

/**
 * Makes of an authored BPMN file what the broker takes: ids of this version, incoming and outgoing references, starts
 * by our messages alone, native user tasks. Pure; the diagram is left out. Throws when the XML is not well-formed.
 */
export function transformBpmn(xml: string, names: BrokerNames): string {
  const document = parseXml(xml);
  elementsOf(document, 'http://www.omg.org/spec/BPMN/20100524/DI', 'BPMNDiagram').forEach(remove);
  elementsOf(document, BPMN, 'callActivity').forEach((activity) => nameCalledProcess(activity, names.processes));
  elementsOf(document, BPMN, 'businessRuleTask').forEach((task) => nameDecision(task, names.decisionSuffix));
  elementsOf(document, BPMN, 'userTask').forEach(makeNative);
  for (const process of elementsOf(document, BPMN, 'process')) {
    const id = process.getAttribute('id') ?? '';
    const name = names.processes[id];
    if (name === undefined) continue;
    process.setAttribute('id', name);
    holdStarts(process, name);
    for (const participant of elementsOf(document, BPMN, 'participant')) {
      if (participant.getAttribute('processRef') === id) participant.setAttribute('processRef', name);
    }
  }
  writeFlowReferences(document);
  reverseFlows(document);
  return toXml(document);
}

/** A process of the same file is called by name; another workflow in the version that the case is pinned to. */
function nameCalledProcess(activity: Element, processes: BrokerNames['processes']): void {
  const called = extensionOf(activity, 'calledElement');
  if (!called) return;
  const processId = called.getAttribute('processId') ?? '';
  const own = processes[processId];
  called.removeAttribute('bindingType');
  if (own !== undefined) return called.setAttribute('processId', own);
  const expression = processId.startsWith('=') ? `(${processId.slice(1)})` : JSON.stringify(processId);
  called.setAttribute('processId', `=get value(${PINS_VARIABLE}, ${expression})`);
  if (called.getAttribute('propagateAllParentVariables') === 'false') passPins(activity);
}

function passPins(activity: Element): void {
  const document = activity.ownerDocument;
  const mapping = extensionOf(activity, 'ioMapping') ?? create(document, ZEEBE, 'ioMapping');
  const input = create(document, ZEEBE, 'input', { source: `=${PINS_VARIABLE}`, target: PINS_VARIABLE });
  mapping.insertBefore(input, mapping.firstChild);
  extensionsOf(activity).appendChild(mapping);
}

function nameDecision(task: Element, suffix: string | undefined): void {
  const called = extensionOf(task, 'calledDecision');
  if (!called || suffix === undefined) return;
  const id = called.getAttribute('decisionId') ?? '';
  const name = id.startsWith('=') ? `=(${id.slice(1)}) + ${JSON.stringify(suffix)}` : `${id}${suffix}`;
  called.setAttribute('decisionId', name);
  called.removeAttribute('bindingType');
}

/** Every user task is one of the broker's own, with a form that the broker only knows by name. */
function makeNative(task: Element): void {
  const extensions = extensionsOf(task);
  if (childrenNamed(extensions, ZEEBE, 'userTask').length === 0) {
    extensions.insertBefore(create(task.ownerDocument, ZEEBE, 'userTask'), extensions.firstChild);
  }
  const form = extensionOf(task, 'formDefinition');
  const key = form?.getAttribute('formId');
  if (!form || !key) return;
  form.removeAttribute('formId');
  form.removeAttribute('bindingType');
  form.setAttribute('externalReference', key);
}

/**
 * The broker looks at the flows of a gateway from the last in the file to the first; here the first one whose condition
 * holds is taken. So the flows of each process and sub-process are written the other way round.
 */
function reverseFlows(document: Document): void {
  const scopes = new Set(elementsOf(document, BPMN, 'sequenceFlow').map((flow) => flow.parentNode as Element));
  for (const scope of scopes) {
    const flows = childrenNamed(scope, BPMN, 'sequenceFlow');
    const places = flows.map((flow) => {
      const place = document.createComment('');
      scope.replaceChild(place, flow);
      return place;
    });
    places.forEach((place, index) => scope.replaceChild(flows.at(-1 - index) as Element, place));
  }
}
