import type { ElementModel, FlowModel } from '../model/model.ts';
import type { Step } from './step.ts';
import { childrenOf, dataOf, getInstance, remember } from './step.ts';

type Tokens = Record<string, number>;

/** A token comes over a flow. True when the target may start; at a join it waits until its turn. */
export function arrive(step: Step, scopeId: string, flow: FlowModel, target: ElementModel): boolean {
  if (!isJoin(target)) return true;
  const tokens = tokensAt(step, scopeId, target.id);
  setTokens(step, scopeId, target.id, { ...tokens, [flow.id]: (tokens[flow.id] ?? 0) + 1 });
  return target.type === 'parallelGateway' && takeTokens(step, scopeId, target, isFull);
}

/**
 * Starts the inclusive joins whose missing tokens can no longer come. Asked only when nothing else can move, so that
 * every token stands where it waits. True when one has started.
 */
export function releaseInclusiveJoins(step: Step): boolean {
  let released = false;
  for (const scopeId of Object.keys(step.elements)) {
    for (const gatewayId of Object.keys(dataOf(step.elements[scopeId]).joins ?? {})) {
      const gateway = step.model.elements.get(gatewayId);
      if (gateway?.type !== 'inclusiveGateway') continue;
      if (!takeTokens(step, scopeId, gateway, (join, tokens) => isSettled(step, scopeId, join, tokens))) continue;
      step.queue.push({ do: 'activate', elementId: gateway.id, scopeId });
      released = true;
    }
  }
  return released;
}

export function hasWaitingTokens(step: Step, scopeId: string): boolean {
  return dataOf(getInstance(step, scopeId)).joins !== undefined;
}

function isJoin(element: ElementModel): boolean {
  return (element.type === 'parallelGateway' || element.type === 'inclusiveGateway') && element.incoming.length > 1;
}

function takeTokens(
  step: Step,
  scopeId: string,
  join: ElementModel,
  isReady: (join: ElementModel, tokens: Tokens) => boolean,
): boolean {
  const tokens = tokensAt(step, scopeId, join.id);
  if (!isReady(join, tokens)) return false;
  const left = Object.entries(tokens).map(([flowId, count]): [string, number] => [flowId, count - 1]);
  setTokens(step, scopeId, join.id, Object.fromEntries(left.filter(([, count]) => count > 0)));
  return true;
}

function isFull(join: ElementModel, tokens: Tokens): boolean {
  return join.incoming.every((flow) => Object.hasOwn(tokens, flow.id));
}

/** No token elsewhere in the scope can still come over a flow that has none. */
function isSettled(step: Step, scopeId: string, join: ElementModel, tokens: Tokens): boolean {
  const places = placesOfTokens(step, scopeId, join.id);
  const missing = join.incoming.filter((flow) => !Object.hasOwn(tokens, flow.id));
  return missing.every((flow) => {
    const upstream = join.upstream?.get(flow.id);
    return upstream === undefined || places.every((elementId) => !upstream.has(elementId));
  });
}

function placesOfTokens(step: Step, scopeId: string, joinId: string): string[] {
  const active = childrenOf(step, scopeId).map((id) => getInstance(step, id).elementId);
  const waiting = Object.keys(dataOf(getInstance(step, scopeId)).joins ?? {}).filter((id) => id !== joinId);
  return [...active, ...waiting];
}

function tokensAt(step: Step, scopeId: string, gatewayId: string): Tokens {
  const joins = dataOf(getInstance(step, scopeId)).joins ?? {};
  return (Object.hasOwn(joins, gatewayId) ? joins[gatewayId] : undefined) ?? {};
}

function setTokens(step: Step, scopeId: string, gatewayId: string, tokens: Tokens): void {
  const { joins } = dataOf(getInstance(step, scopeId));
  const others = Object.entries(joins ?? {}).filter(([id]) => id !== gatewayId);
  const entries = Object.keys(tokens).length === 0 ? others : [...others, [gatewayId, tokens] as const];
  remember(step, scopeId, { joins: entries.length === 0 ? undefined : Object.fromEntries(entries) });
}
