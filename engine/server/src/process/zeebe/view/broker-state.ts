import type { Json, InstanceState } from '@esocial/process-core/types.ts';
import { idOfKey } from './broker-key.ts';

/**
 * What the stream has told of an instance on the broker, in the shape of the process core, so that everything that
 * reads states reads these as well. `broker.key` is the broker's name of the instance, null until it is known.
 */
export interface BrokerState extends InstanceState {
  readonly broker: { readonly key: string | null };
}

export function newBrokerState(instanceId: string, processId: string, key: string | null): BrokerState {
  return {
    instanceId,
    status: 'active',
    elements: { [instanceId]: { elementId: processId, parentId: null } },
    variables: {},
    incidents: {},
    broker: { key },
  };
}

/** Whether the state is one of an instance on the broker. */
export function isBrokerState(state: unknown): state is BrokerState {
  return typeof state === 'object' && state !== null && 'broker' in state;
}

/** Our id of an element instance, or of the instance itself. */
export function scopeId(state: BrokerState, key: string): string {
  return key === state.broker.key ? state.instanceId : idOfKey(key);
}

/** What we remember of an element instance on the broker. */
export interface BrokerElementData {
  readonly userTaskKey?: string;
  readonly job?: { readonly key: string; readonly type: string; readonly headers: Record<string, string> };
}

export function elementData(state: BrokerState, id: string): BrokerElementData {
  return (state.elements[id]?.data ?? {}) as BrokerElementData;
}

export function remember(state: BrokerState, id: string, data: BrokerElementData | undefined): BrokerState {
  const element = state.elements[id];
  if (!element) return state;
  const { data: _before, ...others } = element;
  const after = data === undefined ? others : { ...others, data: data as unknown as Json };
  return { ...state, elements: { ...state.elements, [id]: after } };
}

/** The variables that an element instance sees: the root's, overlaid by each scope down to its own. */
export function visibleVariables(state: BrokerState, id: string): InstanceState['variables'][string] {
  const scopes: InstanceState['variables'][string][] = [];
  for (let at: string | null = id; at !== null; at = state.elements[at]?.parentId ?? null) {
    scopes.unshift(state.variables[at] ?? {});
  }
  return Object.assign({}, ...scopes) as InstanceState['variables'][string];
}
