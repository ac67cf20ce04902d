import { compileValue } from './model/expression.ts';
import type { Json, Variables } from './types.ts';

/**
 * The process variables that a workflow makes from its start form: FEEL over `data` by variable name.
 * @throws Error that names the variable when its text is not FEEL, FeelLimitError when it costs too much.
 */
export function evaluateStartVariables(
  definitions: Readonly<Record<string, string>>,
  data: Json,
  now: string,
): Variables {
  const entries = Object.entries(definitions).map(([name, source]): [string, Json] => {
    const expression = compileValue(source.trimStart().startsWith('=') ? source : `=${source}`);
    if (expression.feel === null) {
      throw new Error(`The start variable "${name}" is not FEEL: ${expression.fault ?? source}`);
    }
    return [name, expression.feel.evaluate({ data }, { now }).value];
  });
  return Object.fromEntries(entries);
}
