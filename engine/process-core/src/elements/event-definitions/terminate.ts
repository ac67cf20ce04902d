import type { Step } from '../../execution/step.ts';
import { childrenOf, getInstance, remember } from '../../execution/step.ts';
import { terminate } from '../../execution/terminate.ts';

/** Ends everything else in the scope of a terminate end event: other tokens, waiting joins and queued work. */
export function terminateScope(step: Step, endEventId: string): void {
  const scopeId = getInstance(step, endEventId).parentId ?? step.rootId;
  for (const id of childrenOf(step, scopeId)) if (id !== endEventId) terminate(step, id);
  remember(step, scopeId, { joins: undefined });
  step.queue = step.queue.filter((work) => work.do !== 'activate' || work.scopeId !== scopeId);
}
