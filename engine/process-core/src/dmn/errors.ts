/** The file is no decision model that can be run. Names the element or line at fault. */
export class DmnParseError extends Error {
  constructor(
    message: string,
    /** Line in the file from 1, where it is known. */
    readonly line?: number,
    readonly elementId?: string,
  ) {
    super(line === undefined ? message : `${message} (line ${line})`);
    this.name = 'DmnParseError';
  }
}

/** A decision gave no result: its rules overlap, something it needs is missing, or a limit was reached. */
export class DecisionError extends Error {
  constructor(
    readonly decisionId: string,
    message: string,
  ) {
    super(message);
    this.name = 'DecisionError';
  }
}
