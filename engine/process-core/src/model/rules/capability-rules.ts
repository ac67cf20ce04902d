import type { ElementModel } from '../model.ts';
import type { RuleFault } from './rule.ts';

/** What a driver must do for the core beyond tasks, jobs, timers, messages and calls. One that cannot, refuses it. */
export type EngineCapability =
  /** Carries `signalThrown` to everybody who waits and to signal start events; keeps signal subscriptions. */
  | 'signals'
  /** Starts called instances with `called` and carries what they throw to the call activity. */
  | 'calledErrors'
  /** Has workers for the jobs of execution listeners, which come before and after any element. */
  | 'executionListeners';

export const allCapabilities: readonly EngineCapability[] = ['signals', 'calledErrors', 'executionListeners'];

/** The faults of an element that needs what the driver does not do. */
export function findMissingCapabilities(element: ElementModel, given: readonly EngineCapability[]): RuleFault[] {
  return needsOf(element)
    .filter(({ capability }) => !given.includes(capability))
    .map(({ capability, what }) => ({
      rule: 'missing-capability',
      message: `"${element.id}" ${what}, which this installation does not carry yet (${capability}). Model it otherwise.`,
    }));
}

function needsOf(element: ElementModel): { capability: EngineCapability; what: string }[] {
  const needs: { capability: EngineCapability; what: string }[] = [];
  if (element.event?.kind === 'signal') needs.push({ capability: 'signals', what: 'waits for or throws a signal' });
  const caught = element.boundaryEvents.find(({ event }) => event?.kind === 'error' || event?.kind === 'escalation');
  if (element.type === 'callActivity' && caught !== undefined) {
    needs.push({ capability: 'calledErrors', what: `catches with "${caught.id}" what the called process throws` });
  }
  if (element.listeners.start.length + element.listeners.end.length > 0) {
    needs.push({ capability: 'executionListeners', what: 'has execution listeners' });
  }
  return needs;
}
