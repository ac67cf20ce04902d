/** The source is no FEEL expression. Line and column count from 1. */
export class FeelSyntaxError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, source: string, offset: number) {
    const before = source.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - (before.lastIndexOf('\n') + 1) + 1;
    super(`${message} (line ${line}, column ${column})`);
    this.name = 'FeelSyntaxError';
    this.line = line;
    this.column = column;
  }
}

/**
 * The evaluation as a whole has failed: a limit was reached, an `assert` did not hold, or the expression asked for what
 * Zeebe too fails at instead of giving null.
 */
export class FeelEvaluationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FeelEvaluationError';
  }
}

/** Why an expression, or a part of it, became null: Zeebe's kinds of evaluation warning. */
export interface FeelWarning {
  code:
    | 'NO_VARIABLE_FOUND'
    | 'NO_CONTEXT_ENTRY_FOUND'
    | 'NO_PROPERTY_FOUND'
    | 'NOT_COMPARABLE'
    | 'INVALID_TYPE'
    | 'NO_FUNCTION_FOUND'
    | 'FUNCTION_INVOCATION_FAILURE'
    | 'ASSERT_FAILURE';
  message: string;
}
