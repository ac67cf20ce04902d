/** What of an unknown error may be logged: where it happened, never the values it happened with. */
export function describeCause(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { cause: typeof error };
  const { code, constraint, table, routine } = error as Error & Record<string, unknown>;
  // A driver's message may quote a value; its code and the place in our sources say enough.
  const fromDriver = typeof routine === 'string' || typeof code === 'string';
  return {
    cause: error.name,
    ...(fromDriver ? { causeCode: code, constraint, table } : { message: error.message }),
    stack: error.stack?.split('\n').filter((line) => line.trim().startsWith('at ')),
  };
}
