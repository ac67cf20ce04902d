import type { Effect, ElementTransition } from '@esocial/process-core/types.ts';
import { ADDED } from '../deployment/broker-ids.ts';
import { keyOf, textOf } from '../record-stream/zeebe-record.ts';
import type { ZeebeRecord } from '../record-stream/zeebe-record.ts';
import { scopeId } from './broker-state.ts';
import type { BrokerState } from './broker-state.ts';
import type { RecordReader } from './read-record.ts';

const transitions: Readonly<Record<string, ElementTransition>> = {
  ELEMENT_ACTIVATED: 'activated',
  ELEMENT_COMPLETED: 'completed',
  ELEMENT_TERMINATED: 'terminated',
};

/** Elements that begin and end, and sequence flows that are taken. */
export const readElement: RecordReader = (state, record, model) => {
  const elementId = authoredId(state, record);
  if (elementId === undefined) return { state, effects: [] };
  if (record.intent === 'SEQUENCE_FLOW_TAKEN') {
    return { state, effects: [{ type: 'sequenceFlowTaken', flowId: elementId }] };
  }
  const id = scopeId(state, record.key);
  const parentKey = keyOf(record, 'flowScopeKey');
  const parentId = parentKey === undefined ? null : scopeId(state, parentKey);
  if (record.intent === 'ELEMENT_ACTIVATING') return { state: hold(state, id, elementId, parentId), effects: [] };
  if (record.intent === 'ELEMENT_MIGRATED') {
    const fromElementId = state.elements[id]?.elementId ?? elementId;
    const elementType = model.elements.get(elementId)?.type ?? 'process';
    const migrated: Effect = {
      ...{ type: 'elementMigrated', elementInstanceId: id, fromElementId, elementId, elementType, parentId },
    };
    return { state: hold(state, id, elementId, parentId), effects: [migrated] };
  }
  const transition = transitions[record.intent];
  if (transition === undefined) return { state, effects: [] };
  const elementType = model.elements.get(elementId)?.type ?? 'process';
  const changed: Effect = {
    ...{ type: 'elementChanged', transition, elementId, elementType },
    ...{ elementInstanceId: id, parentId },
  };
  if (transition === 'activated') return { state: hold(state, id, elementId, parentId), effects: [changed] };
  const isRoot = id === state.instanceId;
  return {
    state: isRoot ? end(state, transition) : drop(state, id),
    effects: isRoot ? [changed, endOf(state, transition)] : [changed],
  };
};

/** The id in the diagram; undefined for what the deployment added. Its companion of a start event stands for that. */
function authoredId(state: BrokerState, record: ZeebeRecord): string | undefined {
  if (textOf(record, 'bpmnElementType') === 'PROCESS') return state.elements[state.instanceId]?.elementId ?? '';
  const id = textOf(record, 'elementId');
  if (!id.startsWith(ADDED)) return id;
  return textOf(record, 'bpmnElementType') === 'START_EVENT' ? id.slice(ADDED.length) : undefined;
}

function hold(state: BrokerState, id: string, elementId: string, parentId: string | null): BrokerState {
  const element = { ...state.elements[id], elementId, parentId };
  return { ...state, elements: { ...state.elements, [id]: element } };
}

function drop(state: BrokerState, id: string): BrokerState {
  const { [id]: _element, ...elements } = state.elements;
  const { [id]: _variables, ...variables } = state.variables;
  return { ...state, elements, variables };
}

function end(state: BrokerState, transition: ElementTransition): BrokerState {
  return { ...state, status: transition === 'completed' ? 'completed' : 'terminated', elements: {}, incidents: {} };
}

function endOf(state: BrokerState, transition: ElementTransition): Effect {
  if (transition !== 'completed') return { type: 'instanceTerminated' };
  return { type: 'instanceCompleted', variables: state.variables[state.instanceId] ?? {} };
}
