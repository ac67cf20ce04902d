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
}

export const DEFAULT_LIMITS: Readonly<FeelLimits> = {
  steps: 100_000,
  depth: 100,
  listSize: 10_000,
  stringSize: 100_000,
};

/** Characters of an expression's source. */
export const MAX_SOURCE_LENGTH = 20_000;
/** Nesting of an expression's source, chains of one operator not counted. */
export const MAX_SOURCE_NESTING = 120;

const UNITS: Record<keyof FeelLimits, string> = {
  steps: 'steps',
  depth: 'nested calls',
  listSize: 'list elements',
  stringSize: 'characters in a string',
};

/** An evaluation went over one of its limits and was stopped. */
export class FeelLimitError extends Error {
  constructor(
    readonly limit: keyof FeelLimits,
    readonly maximum: number,
  ) {
    super(`The expression needs more than ${maximum} ${UNITS[limit]} (limit "${limit}").`);
    this.name = 'FeelLimitError';
  }
}
