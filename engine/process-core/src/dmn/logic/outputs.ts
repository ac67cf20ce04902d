import { FeelContext } from '../../feel/values.ts';
import type { FeelValue } from '../../feel/values.ts';
import type { Logic } from '../model.ts';

/** An output column of a decision table. */
export interface Output {
  name: string;
  /** What it gives when no rule matches. */
  fallback: Logic | undefined;
  /** The allowed values in order of priority. */
  order: Logic | undefined;
}

/** One output gives its plain value, several a context. */
export function outputValue(outputs: readonly Output[], values: readonly FeelValue[]): FeelValue {
  if (outputs.length === 1) return values[0] ?? null;
  return new FeelContext(new Map(outputs.map((output, index) => [output.name, values[index] ?? null])));
}
