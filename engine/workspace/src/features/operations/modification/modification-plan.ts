import type { ProcessModificationRequest } from '@esocial/contracts/generated/api-process-instances-modification-request.ts';
import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import type { FlowNode } from './flow-nodes.ts';

export type ActiveElement = ProcessInstanceView['elements'][number];

/** What is to begin and what is to be cancelled. */
export interface ModificationPlan {
  activate: readonly { elementId: string; ancestorId?: string }[];
  /** Element instances. */
  terminate: readonly string[];
}

/** Variables that are set before the first element begins; in the process itself or in one of those that begin. */
export interface PlannedVariables {
  variables: Record<string, unknown>;
  scopeElementId?: string | undefined;
}

export const emptyPlan: ModificationPlan = { activate: [], terminate: [] };

export const isEmptyPlan = (plan: ModificationPlan): boolean =>
  plan.activate.length === 0 && plan.terminate.length === 0;

/** Marks an element instance for cancelling, or takes the mark away. */
export function toggleTerminate(plan: ModificationPlan, elementInstanceId: string): ModificationPlan {
  const without = plan.terminate.filter((id) => id !== elementInstanceId);
  const marked = without.length < plan.terminate.length;
  return { ...plan, terminate: marked ? without : [...without, elementInstanceId] };
}

/** Lets an element begin, or no longer. */
export function toggleActivate(plan: ModificationPlan, elementId: string): ModificationPlan {
  const without = plan.activate.filter((each) => each.elementId !== elementId);
  const marked = without.length < plan.activate.length;
  return { ...plan, activate: marked ? without : [...without, { elementId }] };
}

/** Chooses in which of several active scopes an element begins. */
export function chooseAncestor(plan: ModificationPlan, elementId: string, ancestorId?: string): ModificationPlan {
  const activate = plan.activate.map((each) =>
    each.elementId === elementId ? { elementId, ...(ancestorId ? { ancestorId } : {}) } : each,
  );
  return { ...plan, activate };
}

/** A click on the diagram: what is active there is cancelled, anything else that can begin begins; once more undoes it. */
export function toggleOnDiagram(
  plan: ModificationPlan,
  elementId: string,
  active: readonly ActiveElement[],
  nodes: readonly FlowNode[],
): ModificationPlan {
  const there = active.filter((element) => element.elementId === elementId && element.parentId !== null);
  if (there.length === 0) return nodes.some(({ id }) => id === elementId) ? toggleActivate(plan, elementId) : plan;
  const ids = there.map((element) => element.elementInstanceId);
  const rest = plan.terminate.filter((id) => !ids.includes(id));
  const allMarked = plan.terminate.length - rest.length === ids.length;
  return { ...plan, terminate: allMarked ? rest : [...rest, ...ids] };
}

/** The active scopes that an element can begin in; to choose from only when there are several. */
export function scopesFor(node: FlowNode | undefined, active: readonly ActiveElement[]): ActiveElement[] {
  return active.filter((element) => element.elementId === node?.scopeId);
}

/** Whether an element still needs to be told in which scope it begins. */
export function needsScope(
  plan: ModificationPlan,
  active: readonly ActiveElement[],
  nodes: readonly FlowNode[],
): boolean {
  return plan.activate.some(({ elementId, ancestorId }) => {
    const node = nodes.find(({ id }) => id === elementId);
    return ancestorId === undefined && scopesFor(node, active).length > 1;
  });
}

/** Whether nothing would be left active, so that the instance ends. */
export function endsInstance(plan: ModificationPlan, active: readonly ActiveElement[]): boolean {
  if (plan.activate.length > 0 || plan.terminate.length === 0) return false;
  const parentOf = new Map(active.map((element) => [element.elementInstanceId, element.parentId]));
  const isCancelled = (id: string | null | undefined): boolean =>
    typeof id === 'string' && (plan.terminate.includes(id) || isCancelled(parentOf.get(id)));
  const scopes = new Set(active.map((element) => element.parentId));
  const leaves = active.filter((element) => !scopes.has(element.elementInstanceId));
  return leaves.every((element) => isCancelled(element.elementInstanceId));
}

/** The plan as the server takes it. */
export function toRequest(
  plan: ModificationPlan,
  { variables, scopeElementId }: PlannedVariables,
  reason: string,
): ProcessModificationRequest {
  const setsVariables = Object.keys(variables).length > 0;
  const carrier = plan.activate.find(({ elementId }) => elementId === scopeElementId) ?? plan.activate[0];
  const set = [{ variables, ...(scopeElementId ? { scopeElementId } : {}) }];
  return {
    ...(plan.activate.length > 0
      ? {
          activate: plan.activate.map((each) =>
            setsVariables && each === carrier ? { ...each, variables: set } : each,
          ),
        }
      : {}),
    ...(plan.terminate.length > 0 ? { terminate: [...plan.terminate] } : {}),
    reason,
  };
}
