import { linkElements } from './link-elements.ts';
import type { ElementModel, FlowModel, ProcessModel } from './model.ts';
import { BpmnParseError } from './model.ts';
import type { ModdleNode } from 'bpmn-moddle';
import { extensionOf, flagAt, moddle, nodeAt, nodesAt, textAt } from './moddle.ts';
import { refuseWarnings } from './parse-warnings.ts';
import type { DraftElement } from './read-element.ts';
import { readElement, readFlow } from './read-element.ts';
import { readListeners } from './read-zeebe.ts';
import { summarise } from './summaries.ts';
import { findUpstream } from './upstream.ts';
import { guardXml, linesOfIds } from './xml-guard.ts';

/**
 * Parses and compiles every process of a BPMN file, in file order.
 * @throws BpmnParseError when the file cannot be read safely or is not consistent (duplicate id, dangling flow).
 */
export async function parseBpmn(xml: string): Promise<ProcessModel[]> {
  guardXml(xml);
  const lines = linesOfIds(xml);
  const definitions = await readDefinitions(xml, lines);
  return nodesAt(definitions, 'rootElements')
    .filter((node) => node.$type === 'bpmn:Process')
    .map((node) => readProcess(node, lines));
}

async function readDefinitions(xml: string, lines: ReadonlyMap<string, number>): Promise<ModdleNode> {
  const { rootElement, warnings } = await moddle.fromXML(xml).catch((error: unknown) => {
    throw unreadable(error);
  });
  if (rootElement.$type !== 'bpmn:Definitions') {
    throw new BpmnParseError('The file holds no BPMN definitions.');
  }
  refuseWarnings(warnings, lines);
  return rootElement;
}

/** The parser's complaint in one line, with the line it stands at apart; the parser counts from 0. */
function unreadable(error: unknown): BpmnParseError {
  const complaint = error instanceof Error ? error.message : String(error);
  const line = /line: (\d+)/.exec(complaint)?.[1];
  const cause = /nested error: (.+)/.exec(complaint)?.[1];
  const reason = [complaint.split('\n')[0], cause].filter(Boolean).join(': ');
  return new BpmnParseError(
    `The BPMN file cannot be read: ${reason}`,
    line === undefined ? {} : { line: Number(line) + 1 },
  );
}

interface Reading {
  readonly lines: ReadonlyMap<string, number>;
  readonly elements: Map<string, DraftElement>;
  readonly flows: Map<string, FlowModel>;
  readonly flowNodes: { node: ModdleNode; scopeId: string }[];
  readonly associations: ModdleNode[];
}

function readProcess(node: ModdleNode, lines: ReadonlyMap<string, number>): ProcessModel {
  const id = idOf(node);
  const reading: Reading = { lines, elements: new Map(), flows: new Map(), flowNodes: [], associations: [] };
  readContainer(node, id, reading);
  for (const flow of reading.flowNodes) linkFlow(flow.node, reading);
  for (const element of reading.elements.values()) linkBoundary(element, reading);
  linkElements(reading.elements, reading.associations);
  for (const element of reading.elements.values()) linkAdHoc(element, reading.elements);
  for (const element of reading.elements.values()) {
    if (element.type === 'inclusiveGateway' && element.incoming.length > 1) {
      element.upstream = findUpstream(element, reading.elements);
    }
  }
  return {
    id,
    name: textAt(node, 'name') ?? id,
    versionTag: textAt(extensionOf(node, 'zeebe:VersionTag'), 'value'),
    isExecutable: flagAt(node, 'isExecutable', false),
    listeners: readListeners(node),
    elements: reading.elements,
    flows: reading.flows,
    ...startEventsOf(reading.elements),
    lines,
    ...summarise(id, [...reading.elements.values()]),
  };
}

const notFlowNodes: ReadonlySet<string> = new Set([
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
]);

function readContainer(container: ModdleNode, scopeId: string, reading: Reading): void {
  const artifacts = nodesAt(container, 'artifacts');
  reading.associations.push(...artifacts.filter((node) => node.$type === 'bpmn:Association'));
  for (const node of nodesAt(container, 'flowElements')) {
    if (node.$type === 'bpmn:SequenceFlow') reading.flowNodes.push({ node, scopeId });
    else if (!notFlowNodes.has(node.$type)) {
      const id = idOf(node);
      reading.elements.set(id, readElement(node, id, scopeId));
      readContainer(node, id, reading);
    }
  }
}

function linkFlow(node: ModdleNode, reading: Reading): void {
  const id = idOf(node);
  const source = reading.elements.get(nodeAt(node, 'sourceRef')?.id ?? '');
  const target = reading.elements.get(nodeAt(node, 'targetRef')?.id ?? '');
  if (source === undefined || target === undefined) {
    throw refusal(
      `Sequence flow "${id}" has no ${source === undefined ? 'source' : 'target'}. Connect it.`,
      id,
      reading,
    );
  }
  if (source.scopeId !== target.scopeId) {
    throw refusal(`Sequence flow "${id}" crosses the border of a sub-process. End it inside.`, id, reading);
  }
  const flow = readFlow(node, id, source.id, target.id);
  reading.flows.set(id, flow);
  source.outgoing.push(flow);
  target.incoming.push(flow);
}

function linkBoundary(element: DraftElement, reading: Reading): void {
  if (element.type !== 'boundaryEvent') return;
  const host = reading.elements.get(element.attachedToId ?? '');
  if (host === undefined || host.scopeId !== element.scopeId) {
    throw refusal(`Boundary event "${element.id}" is attached to no activity. Attach it.`, element.id, reading);
  }
  host.boundaryEvents.push(element);
}

/** What nothing leads to can be started in an ad-hoc sub-process. */
function linkAdHoc(element: DraftElement, elements: ReadonlyMap<string, ElementModel>): void {
  if (element.adHoc === null) return;
  const inside = [...elements.values()].filter(({ scopeId }) => scopeId === element.id);
  element.adHoc = { ...element.adHoc, activities: inside.filter(isActivatable) };
}

function isActivatable({ type, incoming, isForCompensation, event }: ElementModel): boolean {
  const beginsItself = type === 'boundaryEvent' || type === 'startEvent' || type === 'eventSubProcess';
  return incoming.length === 0 && !beginsItself && !isForCompensation && event?.kind !== 'link';
}

function startEventsOf(elements: ReadonlyMap<string, ElementModel>): Pick<ProcessModel, 'startEvents' | 'eventStarts'> {
  const starts = [...elements.values()].filter((element) => element.type === 'startEvent');
  const ofEvents = starts.filter((start) => elements.get(start.scopeId)?.type === 'eventSubProcess');
  return {
    startEvents: groupBy(starts, (start) => start.scopeId),
    eventStarts: groupBy(ofEvents, (start) => elements.get(start.scopeId)?.scopeId ?? ''),
  };
}

function groupBy(
  elements: readonly ElementModel[],
  keyOf: (element: ElementModel) => string,
): Map<string, ElementModel[]> {
  const groups = new Map<string, ElementModel[]>();
  for (const element of elements) groups.set(keyOf(element), [...(groups.get(keyOf(element)) ?? []), element]);
  return groups;
}

function idOf(node: ModdleNode): string {
  const id = textAt(node, 'id');
  if (id === null || id === '') {
    throw new BpmnParseError(`A ${node.$type.replace('bpmn:', '')} ("${textAt(node, 'name') ?? ''}") has no id.`);
  }
  return id;
}

function refusal(message: string, elementId: string, reading: Reading): BpmnParseError {
  const line = reading.lines.get(elementId);
  return new BpmnParseError(message, line === undefined ? { elementId } : { elementId, line });
}
