import type { InstanceData } from './execution/step.ts';
import type { ProcessModel } from './model/model.ts';
import type { InstanceState } from './types.ts';

/** A running ad-hoc sub-process, and what can be started in it by `activateAdHoc`. */
export interface AdHocOutline {
  readonly elementInstanceId: string;
  readonly elementId: string;
  readonly name: string;
  readonly activities: readonly AdHocActivity[];
}

export interface AdHocActivity {
  readonly elementId: string;
  readonly name: string;
  /** BPMN type in camel case: `userTask`, `callActivity`, … */
  readonly type: string;
  /** How many of it run now. */
  readonly active: number;
}

/** The ad-hoc sub-processes of an instance in which activities can be started now; none while it is suspended. */
export function findAdHocActivities(model: ProcessModel, state: InstanceState): AdHocOutline[] {
  if (state.status !== 'active' || state.suspendedAt !== undefined) return [];
  return Object.entries(state.elements).flatMap(([elementInstanceId, { elementId, data }]) => {
    const element = model.elements.get(elementId);
    const { body, phase, listener } = (data ?? {}) as InstanceData;
    const isRunning = body === undefined && phase === undefined && listener === undefined;
    if (element?.adHoc == null || !isRunning) return [];
    const inside = Object.values(state.elements).filter(({ parentId }) => parentId === elementInstanceId);
    const activities = element.adHoc.activities.map(({ id, name, type }) => ({
      elementId: id,
      name,
      type,
      active: inside.filter((instance) => instance.elementId === id).length,
    }));
    return [{ elementInstanceId, elementId, name: element.name, activities }];
  });
}
