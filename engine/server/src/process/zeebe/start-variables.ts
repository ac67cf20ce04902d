import { assignPath, mergeAll } from '@esocial/process-core/execution/variables.ts';
import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import type { Variables } from '@esocial/process-core/types.ts';

export interface StartInput {
  /** With the submission of the start form as `data`. */
  readonly variables: Variables;
  /** What a message brings. */
  readonly event: Variables;
}

/**
 * The variables that an instance starts with, as the process core works them out: `data` is seen by the output
 * mappings of the start event only, and with mappings so is what a message brings. Worked out here, so that a
 * submission never leaves for the broker.
 */
export function startVariables(
  model: ProcessModel,
  startElementId: string,
  { variables, event }: StartInput,
  now: string,
): Variables {
  const { data, ...others } = variables;
  const outputs = model.elements.get(startElementId)?.outputs ?? [];
  if (outputs.length === 0) return { ...event, ...others };
  const seen = { ...event, ...(data === undefined ? {} : { data }) };
  let results: Variables = {};
  for (const { source, target } of outputs) {
    const context = mergeAll([others, seen, results]);
    const value = source.feel ? source.feel.evaluate(context, { now }).value : source.literal;
    results = mergeAll([results, assignPath({ ...others, ...results }, target, value)]);
  }
  return mergeAll([others, results]);
}
