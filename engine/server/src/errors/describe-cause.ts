import { AppError } from './app-error.ts';

/** What of an unknown error may be logged: where it happened, never the values it happened with. */
export function describeCause(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { cause: typeof error };
  const { code, constraint, table } = error as Error & Record<string, unknown>;
  return {
    cause: error.name,
    // Only our own messages are known to quote nothing; of others the kind and the place in our sources say enough.
    ...(error instanceof AppError ? { message: error.message } : { causeCode: code, constraint, table }),
    stack: error.stack?.split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line)),
  };
}

/** What failed, in a few words that may be kept and shown: of errors that are not ours no more than their kind. */
export function nameFailure(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const { cause, causeCode, constraint, table } = describeCause(error);
  return [cause, causeCode, table, constraint].filter((part) => typeof part === 'string').join(' ');
}
