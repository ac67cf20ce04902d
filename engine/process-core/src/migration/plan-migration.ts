import { dataOf } from '../execution/step.ts';
import type { ProcessModel } from '../model/model.ts';
import type { ElementInstance, InstanceState } from '../types.ts';
import type { MigrationSides } from './element-faults.ts';
import { findElementFaults } from './element-faults.ts';
import { planEvents } from './event-plan.ts';
import type { MigratedElement, MigrationFault, MigrationMapping, MigrationPlan } from './migration-plan.ts';
import { targetOf } from './propose-mapping.ts';

/**
 * What migrating an instance would do, without doing it: where each element instance goes on, what it waits for, and
 * why it cannot be, element by element. Only the expressions of events to be opened are not evaluated here.
 */
export function planMigration(
  source: ProcessModel,
  target: ProcessModel,
  mapping: MigrationMapping,
  state: InstanceState,
): MigrationPlan {
  const sides: MigrationSides = { source, target, mapping };
  const instances = Object.entries(state.elements);
  const events = instances.map(([id, instance]) => planEvents(sides, state, id, instance));
  return {
    faults: [
      ...findUnknown(sides),
      ...instances.flatMap(([id, instance]) => findElementFaults(sides, id, instance)),
      ...events.flatMap((plan) => plan.faults),
    ],
    elements: instances.flatMap(([id, instance]) => planElement(sides, id, instance)),
    events: events.flatMap((plan) => plan.events),
  };
}

/** Entries of the mapping that name nothing, whether the instance has come there or not. */
function findUnknown({ source, target, mapping }: MigrationSides): MigrationFault[] {
  return Object.entries(mapping).flatMap(([elementId, targetId]) => {
    const isKnown = source.elements.has(elementId);
    if (isKnown && target.elements.has(targetId)) return [];
    const [missing, process] = isKnown ? [targetId, target] : [elementId, source];
    const message = `The mapping names "${missing}", which the process "${process.id}" does not have. Correct it.`;
    return [{ code: 'UNKNOWN_ELEMENT', elementId, elementInstanceId: null, message }];
  });
}

function planElement({ target, mapping }: MigrationSides, id: string, instance: ElementInstance): MigratedElement[] {
  const targetElementId = targetOf(mapping, instance.elementId);
  if (instance.parentId === null || targetElementId === undefined) return [];
  const elementType =
    dataOf(instance).body === undefined
      ? (target.elements.get(targetElementId)?.type ?? 'unknown')
      : 'multiInstanceBody';
  return [{ elementInstanceId: id, elementId: instance.elementId, targetElementId, elementType }];
}
