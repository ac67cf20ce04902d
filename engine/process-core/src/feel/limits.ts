import { FeelEvaluationError } from './errors.ts';

/** Bounds of one evaluation. They count, and never measure time, so that a result never depends on the machine. */
export interface FeelLimits {
  /** Evaluated nodes and iterations. */
  steps: number;
  /** Nested function calls; nested expressions may be ten times as deep. */
  depth: number;
  /** Elements of any list that comes into being. */
  listSize: number;
  /** Characters of any string that comes into being. */
  stringSize: number;
  /** Values in the result, or in a text that shows a value, each as often as it occurs. */
  resultSize: number;
}

export const DEFAULT_LIMITS: Readonly<FeelLimits> = {
  steps: 100_000,
  depth: 100,
  listSize: 10_000,
  stringSize: 100_000,
  resultSize: 200_000,
};

/** Characters of an expression's source. */
export const MAX_SOURCE_LENGTH = 20_000;
/** Nesting of an expression's source, chains of one operator not counted. */
export const MAX_SOURCE_NESTING = 120;

/** What costs far more than a plain node counts as that many steps, so that all steps take about as long. */
export const STEP_COSTS = { root: 50, logarithm: 150, power: 250, clock: 40 };

const UNITS: Record<keyof FeelLimits, string> = {
  steps: 'steps',
  depth: 'nested calls',
  listSize: 'list elements',
  stringSize: 'characters in a string',
  resultSize: 'values in the result',
};

const REMEDIES: Record<keyof FeelLimits, string> = {
  steps: 'Shorten the loops, or do the work in several expressions.',
  depth: 'Let the function stop earlier, or loop instead.',
  listSize: 'Filter before the list is made.',
  stringSize: 'Make shorter texts.',
  resultSize: 'Name only what is needed.',
};

/** An evaluation went over one of its limits and was stopped. */
export class FeelLimitError extends FeelEvaluationError {
  constructor(
    readonly limit: keyof FeelLimits,
    readonly maximum: number,
  ) {
    super(`The expression needs more than ${maximum} ${UNITS[limit]} (limit "${limit}"). ${REMEDIES[limit]}`);
    this.name = 'FeelLimitError';
  }
}
