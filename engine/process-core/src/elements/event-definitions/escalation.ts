import { findCatcher } from '../../execution/catchers.ts';
import { trigger } from '../../execution/events.ts';
import type { Completion, Step } from '../../execution/step.ts';
import { dataOf, enqueueComplete, findInstance, getInstance } from '../../execution/step.ts';
import type { Variables } from '../../types.ts';

/** An event throws an escalation, then goes on, unless what catches it has ended the thrower. */
export function escalate(step: Step, id: string, code: string, completion?: Completion): void {
  throwEscalation(step, id, code, {});
  if (findInstance(step, id) !== undefined) enqueueComplete(step, id, completion);
}

/**
 * The nearest event around the thrower that knows the code catches it, as with an error; it need not interrupt.
 * Uncaught it leaves a called process, and at last is lost: an escalation is news, no failure.
 */
export function throwEscalation(step: Step, id: string, code: string, variables: Variables): void {
  const catcher = findCatcher(step, id, 'escalation', code);
  if (catcher !== undefined) trigger(step, catcher.ownerId, catcher.event, variables);
  else if (dataOf(getInstance(step, step.rootId)).called !== undefined) {
    step.effects.push({ type: 'escalationThrown', elementInstanceId: id, code, variables });
  }
}
