import { BOOLEAN_BUILTINS } from './boolean.ts';
import { CONTEXT_BUILTINS } from './context.ts';
import { CONVERSION_BUILTINS } from './conversion.ts';
import { LIST_BUILTINS } from './list.ts';
import { NUMERIC_BUILTINS } from './numeric.ts';
import { RANGE_BUILTINS } from './range.ts';
import type { Signature } from './signature.ts';
import { STATISTICS_BUILTINS } from './statistics.ts';
import { STRING_BUILTINS } from './string.ts';
import { TEMPORAL_BUILTINS } from './temporal.ts';

/** Every built-in function: those of DMN 1.5 and Camunda's extensions. */
export const BUILTINS: readonly Signature[] = [
  ...BOOLEAN_BUILTINS,
  ...CONVERSION_BUILTINS,
  ...STRING_BUILTINS,
  ...NUMERIC_BUILTINS,
  ...LIST_BUILTINS,
  ...STATISTICS_BUILTINS,
  ...CONTEXT_BUILTINS,
  ...TEMPORAL_BUILTINS,
  ...RANGE_BUILTINS,
];
