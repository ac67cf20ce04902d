import { compileOptional } from './expression.ts';
import type { AdHocModel, ElementModel, EventModel, FlowModel, UpstreamModel } from './model.ts';
import type { ModdleNode } from 'bpmn-moddle';
import { flagAt, nodeAt, nodesAt, textAt } from './moddle.ts';
import { readEvent, readMessage } from './read-event.ts';
import {
  readAdHoc,
  readCall,
  readDecision,
  readJob,
  readListeners,
  readLoop,
  readMappings,
  readNewerExtensions,
  readProperties,
  readScript,
  readUserTask,
} from './read-zeebe.ts';

/** What the reader still fills while it goes through the process. */
export type DraftElement = ElementModel & {
  incoming: FlowModel[];
  outgoing: FlowModel[];
  boundaryEvents: ElementModel[];
  linkedId: string | null;
  adHoc: AdHocModel | null;
  upstream: UpstreamModel | null;
};

/** Compiles one flow node; flows and boundary events are linked afterwards. */
export function readElement(node: ModdleNode, id: string, scopeId: string): DraftElement {
  const type = elementType(node);
  const event = type === 'receiveTask' ? readMessage(node) : eventOf(node);
  const isDrawnInterrupting = flagAt(node, type === 'startEvent' ? 'isInterrupting' : 'cancelActivity', true);
  return {
    id,
    name: textAt(node, 'name') ?? id,
    type,
    scopeId,
    incoming: [],
    outgoing: [],
    inputs: readMappings(node, 'inputParameters'),
    outputs: readMappings(node, 'outputParameters'),
    properties: readProperties(node),
    boundaryEvents: [],
    userTask: type === 'userTask' ? readUserTask(node) : null,
    job: readJob(node) ?? messageJob(node),
    listeners: readListeners(node),
    script: readScript(node),
    decision: readDecision(node),
    call: type === 'callActivity' ? readCall(node) : null,
    event,
    attachedToId: nodeAt(node, 'attachedToRef')?.id ?? null,
    linkedId: null,
    isForCompensation: flagAt(node, 'isForCompensation', false),
    // An error always ends what threw it, whatever the diagram says.
    interrupting: event?.kind === 'error' || isDrawnInterrupting,
    isErrorBeside: event?.kind === 'error' && !isDrawnInterrupting,
    defaultFlowId: nodeAt(node, 'default')?.id ?? null,
    loop: readLoop(node),
    adHoc: type === 'adHocSubProcess' ? { ...readAdHoc(node), activities: [] } : null,
    newerExtensions: readNewerExtensions(node),
    upstream: null,
  };
}

export function readFlow(node: ModdleNode, id: string, sourceId: string, targetId: string): FlowModel {
  return {
    id,
    name: textAt(node, 'name') ?? '',
    sourceId,
    targetId,
    condition: compileOptional(textAt(nodeAt(node, 'conditionExpression'), 'body')),
  };
}

/** `bpmn:UserTask` → `userTask`; an event sub-process is told apart from an embedded one. */
function elementType(node: ModdleNode): string {
  const name = node.$type.replace('bpmn:', '');
  const type = name.charAt(0).toLowerCase() + name.slice(1);
  return type === 'subProcess' && flagAt(node, 'triggeredByEvent', false) ? 'eventSubProcess' : type;
}

function eventOf(node: ModdleNode): EventModel | null {
  return node.$type.endsWith('Event') ? readEvent(node) : null;
}

function messageJob(node: ModdleNode): ElementModel['job'] {
  const [definition] = nodesAt(node, 'eventDefinitions');
  return definition === undefined ? null : readJob(definition);
}
