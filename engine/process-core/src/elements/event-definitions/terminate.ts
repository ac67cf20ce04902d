import type { Step } from '../../execution/step.ts';
import { getInstance } from '../../execution/step.ts';
import { clearScope } from '../../execution/terminate.ts';

/** A terminate end event ends everything else in its scope. */
export function terminateScope(step: Step, endEventId: string): void {
  clearScope(step, getInstance(step, endEventId).parentId ?? step.rootId, endEventId);
}
