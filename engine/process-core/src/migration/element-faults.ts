import type { InstanceData } from '../execution/step.ts';
import { dataOf } from '../execution/step.ts';
import type { ElementModel, ListenersModel, ProcessModel } from '../model/model.ts';
import type { ElementInstance } from '../types.ts';
import type { MigrationFault, MigrationFaultCode, MigrationMapping } from './migration-plan.ts';
import { targetOf } from './propose-mapping.ts';

export interface MigrationSides {
  readonly source: ProcessModel;
  readonly target: ProcessModel;
  readonly mapping: MigrationMapping;
}

type Fault = readonly [code: MigrationFaultCode, message: string];

/** Why an element instance cannot go on in the target process, as Zeebe judges it. */
export function findElementFaults(sides: MigrationSides, id: string, instance: ElementInstance): MigrationFault[] {
  const data = dataOf(instance);
  const own = instance.parentId === null ? checkRoot(sides, data) : checkElement(sides, instance.elementId, data);
  const faults = own.map(([code, message]) => ({
    code,
    elementId: instance.elementId,
    elementInstanceId: id,
    message,
  }));
  return [...faults, ...joinFaults(id, data), ...compensationFaults(sides, id, data)];
}

function checkRoot({ source, target }: MigrationSides, data: InstanceData): Fault[] {
  const halted: Fault[] =
    data.halted === undefined
      ? []
      : [['HALTED', `The process "${source.id}" is held by an incident before it could go on. Resolve it first.`]];
  return [...halted, ...checkListener(source.id, data, target.listeners)];
}

function checkElement(sides: MigrationSides, elementId: string, data: InstanceData): Fault[] {
  const targetId = targetOf(sides.mapping, elementId);
  if (targetId === undefined) {
    return [
      ['UNMAPPED', `The active element "${elementId}" is mapped to nothing. Map it to one of "${sides.target.id}".`],
    ];
  }
  const element = sides.source.elements.get(elementId);
  const target = sides.target.elements.get(targetId);
  // The mapping itself is at fault, which is said once for all instances.
  if (element === undefined || target === undefined) return [];
  return [...compare(sides, element, target, data), ...checkListener(elementId, data, target.listeners)];
}

function compare(sides: MigrationSides, from: ElementModel, to: ElementModel, data: InstanceData): Fault[] {
  const pair = `"${from.id}" is mapped to "${to.id}"`;
  if (from.type !== to.type) {
    return [['TYPE_CHANGED', `${pair}, but is a ${from.type} and not a ${to.type}. Map it to one of its type.`]];
  }
  const faults: (Fault | false)[] = [
    scopeOf(sides, from) !== to.scopeId && [
      'SCOPE_CHANGED',
      `${pair}, which stands in "${to.scopeId}" and not where "${from.scopeId}" is mapped to. Keep it in its scope.`,
    ],
    loopOf(from) !== loopOf(to) && [
      'LOOP_CHANGED',
      `${pair}, which is ${loopOf(to)} and not ${loopOf(from)}. Map it to an element that repeats in the same way.`,
    ],
    from.event?.kind !== to.event?.kind && [
      'EVENT_CHANGED',
      `${pair}, which waits for a ${to.event?.kind ?? 'none'} and not for a ${from.event?.kind ?? 'none'}.`,
    ],
    data.job !== undefined &&
      data.listener === undefined &&
      to.job === null && [
        'IMPLEMENTATION_CHANGED',
        `${pair}, which asks no worker, but its job is open. Let it end first.`,
      ],
    [data.completion, data.listener?.completion].some((completion) => lacksFlow(to, completion?.flows)) && [
      'FLOW_CHANGED',
      `${pair}, which lacks the sequence flow that is to be taken. Resolve its incident first.`,
    ],
  ];
  return faults.filter((fault) => fault !== false);
}

function scopeOf({ source, target, mapping }: MigrationSides, element: ElementModel): string | undefined {
  return element.scopeId === source.id ? target.id : targetOf(mapping, element.scopeId);
}

function loopOf({ loop }: ElementModel): string {
  if (loop === null) return 'not multi-instance';
  return loop.sequential ? 'sequential multi-instance' : 'parallel multi-instance';
}

function lacksFlow(target: ElementModel, flows: readonly string[] = []): boolean {
  return flows.some((id) => target.outgoing.every((flow) => flow.id !== id));
}

function checkListener(elementId: string, { listener }: InstanceData, target: ListenersModel): Fault[] {
  if (listener === undefined || listener.index < target[listener.on].length) return [];
  const message = `"${elementId}" stands at an execution listener that its target does not have. Let it end first.`;
  return [['LISTENER_CHANGED', message]];
}

/** Zeebe cannot say where a token goes on that has come over a flow and waits for others. */
function joinFaults(elementInstanceId: string, { joins = {} }: InstanceData): MigrationFault[] {
  return Object.keys(joins).map((elementId) => ({
    code: 'JOIN_TOKENS',
    elementId,
    elementInstanceId,
    message: `A token waits at the joining gateway "${elementId}". Let the other tokens come, or end it by a modification.`,
  }));
}

/** What was done and may still be undone must be known in the target process. */
function compensationFaults(
  { target, mapping }: MigrationSides,
  elementInstanceId: string,
  { compensable = [] }: InstanceData,
): MigrationFault[] {
  const done = [...new Set(compensable.flat())];
  const lost = done.filter((elementId) => !target.elements.has(targetOf(mapping, elementId) ?? ''));
  return lost.map((elementId) => ({
    code: 'UNMAPPED',
    elementId,
    elementInstanceId,
    message: `"${elementId}" is done and could be compensated, but is mapped to nothing. Map it.`,
  }));
}
