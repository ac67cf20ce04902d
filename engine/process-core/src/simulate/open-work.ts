import type { Effect } from '../types.ts';

type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;
type Open<T extends Effect['type']> = EffectOf<T> & { readonly instanceId: string };

export type OpenTask = Open<'userTaskCreated'>;
export type OpenJob = Open<'jobCreated'>;
export type OpenTimer = Open<'timerSet'>;
export type OpenSubscription = Open<'subscriptionOpened'>;
export type OpenSignal = Open<'signalSubscriptionOpened'>;
export type OpenCall = Open<'instanceCalled'>;
export type OpenIncident = Open<'incidentRaised'>;

/** What waits for somebody, by id: the tables of a real server, in memory. */
export interface OpenWork {
  readonly tasks: Map<string, OpenTask>;
  readonly jobs: Map<string, OpenJob>;
  readonly timers: Map<string, OpenTimer>;
  readonly subscriptions: Map<string, OpenSubscription>;
  readonly signals: Map<string, OpenSignal>;
  readonly calls: Map<string, OpenCall>;
  readonly incidents: Map<string, OpenIncident>;
}

export function createOpenWork(): OpenWork {
  return {
    tasks: new Map(),
    jobs: new Map(),
    timers: new Map(),
    subscriptions: new Map(),
    signals: new Map(),
    calls: new Map(),
    incidents: new Map(),
  };
}

/** Follows one effect of an instance. */
export function track(open: OpenWork, instanceId: string, effect: Effect): void {
  switch (effect.type) {
    case 'userTaskCreated':
      open.tasks.set(effect.elementInstanceId, { ...effect, instanceId });
      break;
    case 'userTaskCompleted':
    case 'userTaskWithdrawn':
      open.tasks.delete(effect.elementInstanceId);
      break;
    case 'jobCreated':
      open.jobs.set(effect.elementInstanceId, { ...effect, instanceId });
      break;
    case 'jobWithdrawn':
      open.jobs.delete(effect.elementInstanceId);
      break;
    case 'timerSet':
      open.timers.set(effect.timerId, { ...effect, instanceId });
      break;
    case 'timerCancelled':
      open.timers.delete(effect.timerId);
      break;
    case 'subscriptionOpened':
      open.subscriptions.set(effect.subscriptionId, { ...effect, instanceId });
      break;
    case 'signalSubscriptionOpened':
      open.signals.set(effect.subscriptionId, { ...effect, instanceId });
      break;
    case 'subscriptionClosed':
      open.subscriptions.delete(effect.subscriptionId);
      open.signals.delete(effect.subscriptionId);
      break;
    case 'instanceCalled':
      open.calls.set(effect.childInstanceId, { ...effect, instanceId });
      break;
    case 'calledInstanceCancelled':
      open.calls.delete(effect.childInstanceId);
      break;
    case 'elementMigrated':
      rename([open.tasks, open.jobs], effect.elementInstanceId, effect.elementId);
      renameIncidents(open, effect.elementInstanceId, effect.elementId);
      break;
    case 'timerMigrated':
      rename([open.timers], effect.timerId, effect.elementId);
      break;
    case 'subscriptionMigrated':
      rename([open.subscriptions, open.signals], effect.subscriptionId, effect.elementId);
      break;
    case 'incidentRaised':
      open.incidents.set(effect.incidentId, { ...effect, instanceId });
      break;
    case 'incidentResolved':
      open.incidents.delete(effect.incidentId);
      break;
    default:
  }
}

/** What waits under an id goes on under another element. */
function rename(tables: readonly Map<string, { readonly elementId: string }>[], id: string, elementId: string): void {
  for (const table of tables) {
    const row = table.get(id);
    if (row !== undefined) table.set(id, { ...row, elementId });
  }
}

function renameIncidents(open: OpenWork, elementInstanceId: string, elementId: string): void {
  for (const [id, incident] of open.incidents) {
    if (incident.elementInstanceId === elementInstanceId) open.incidents.set(id, { ...incident, elementId });
  }
}
