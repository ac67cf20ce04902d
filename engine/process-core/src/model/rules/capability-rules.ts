import type { BindingModel, ElementModel, ListenersModel, ProcessModel } from '../model.ts';
import type { RuleFault } from './rule.ts';

/** What a driver must do for the core beyond tasks, jobs, timers, messages and calls. One that cannot, refuses it. */
export type EngineCapability =
  /** Carries `signalThrown` to everybody who waits and to signal start events; keeps signal subscriptions. */
  | 'signals'
  /** Starts called instances with `called` and carries what they throw to the call activity. */
  | 'calledErrors'
  /** Has workers for the jobs of execution listeners, which come before and after any element. */
  | 'executionListeners'
  /** Takes jobs whose element instance is the process instance itself. */
  | 'processListeners'
  /** Offers what can be started in an ad-hoc sub-process, and sends `activateAdHoc`. */
  | 'adHocSubProcesses'
  /** Waits at an inclusive gateway for all tokens that can still come. */
  | 'inclusiveJoins'
  /** Gives the user task its priority. */
  | 'taskPriorities'
  /** Hands the headers of an execution listener to its worker. */
  | 'listenerHeaders'
  /** Runs loops in which nothing waits, stopping those that never end. */
  | 'straightLoops'
  /** Takes `bindingType="deployment"`. */
  | 'deploymentBindings'
  /** Finds called processes, decisions and forms by the version tag that a `binding` names. */
  | 'versionTags';

export const allCapabilities: readonly EngineCapability[] = [
  'signals',
  'calledErrors',
  'executionListeners',
  'processListeners',
  'adHocSubProcesses',
  'inclusiveJoins',
  'taskPriorities',
  'listenerHeaders',
  'straightLoops',
  'deploymentBindings',
  'versionTags',
];

/** What every driver of the core carries; only a broker may lack it. */
export const ordinaryCapabilities: readonly EngineCapability[] = [
  'inclusiveJoins',
  'taskPriorities',
  'listenerHeaders',
  'straightLoops',
  'deploymentBindings',
];

interface Need {
  readonly capability: EngineCapability;
  readonly what: string;
}

/** The faults of an element that needs what the driver does not do. */
export function findMissingCapabilities(
  element: ElementModel,
  given: readonly EngineCapability[],
  engine: string,
): RuleFault[] {
  return missing(element.id, needsOf(element), given, engine);
}

/** The faults of the process itself that needs what the driver does not do. */
export function findMissingProcessCapabilities(
  model: ProcessModel,
  given: readonly EngineCapability[],
  engine: string,
): RuleFault[] {
  const needs: (Need | false)[] = [
    hasAny(model.listeners) && {
      capability: 'processListeners',
      what: 'has execution listeners of the process itself',
    },
    hasHeaders(model.listeners) && { capability: 'listenerHeaders', what: 'has an execution listener with headers' },
  ];
  return missing(
    model.id,
    needs.filter((need) => need !== false),
    given,
    engine,
  );
}

function hasAny({ start, end }: ListenersModel): boolean {
  return start.length + end.length > 0;
}

function hasHeaders({ start, end }: ListenersModel): boolean {
  return [...start, ...end].some(({ headers }) => Object.keys(headers).length > 0);
}

function missing(id: string, needs: readonly Need[], given: readonly EngineCapability[], engine: string): RuleFault[] {
  return needs
    .filter(({ capability }) => !given.includes(capability))
    .map(({ capability, what }) => ({
      rule: 'missing-capability',
      message: `"${id}" ${what}, which ${engine} does not carry yet (${capability}). Model it otherwise.`,
    }));
}

function needsOf(element: ElementModel): Need[] {
  const { event, type, listeners, userTask } = element;
  const caught = element.boundaryEvents.find((one) => one.event?.kind === 'error' || one.event?.kind === 'escalation');
  const needs: (Need | false)[] = [
    event?.kind === 'signal' && { capability: 'signals', what: 'waits for or throws a signal' },
    type === 'callActivity' &&
      caught !== undefined && {
        capability: 'calledErrors',
        what: `catches with "${caught.id}" what the called process throws`,
      },
    hasAny(listeners) && { capability: 'executionListeners', what: 'has execution listeners' },
    hasHeaders(listeners) && { capability: 'listenerHeaders', what: 'has an execution listener with headers' },
    type === 'adHocSubProcess' && { capability: 'adHocSubProcesses', what: 'is an ad-hoc sub-process' },
    type === 'inclusiveGateway' &&
      element.incoming.length > 1 && { capability: 'inclusiveJoins', what: 'joins the paths of an inclusive gateway' },
    (userTask?.priority ?? null) !== null && { capability: 'taskPriorities', what: 'gives its task a priority' },
    bindingsOf(element).some((binding) => binding.type === 'deployment') && {
      capability: 'deploymentBindings',
      what: 'asks for the version of its deployment',
    },
    bindingsOf(element).some((binding) => binding.type === 'versionTag') && {
      capability: 'versionTags',
      what: 'asks for a version by its tag',
    },
  ];
  return needs.filter((need) => need !== false);
}

/** Every version that an element asks for. */
export function bindingsOf({ userTask, decision, call }: ElementModel): BindingModel[] {
  return [userTask?.formBinding, decision?.binding, call?.binding].filter((binding) => binding !== undefined);
}
