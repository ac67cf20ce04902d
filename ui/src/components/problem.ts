/** What the screens need to know about a failed request. */
export interface ProblemLike {
  status: number;
  code: string;
  title?: string | undefined;
  detail?: string | undefined;
  traceId?: string | undefined;
}

/** Reads a problem from any error; a failure without an answer is a network problem, status 0. */
export function problemOf(error: unknown): ProblemLike {
  if (typeof error === 'object' && error !== null && 'problem' in error) {
    const { problem } = error as { problem: ProblemLike };
    return problem;
  }
  return { status: 0, code: 'network' };
}

/** The message keys (namespace `ui`) of title and detail by the kind of the failure. */
export function problemTexts(problem: ProblemLike): { title: string; detail: string } {
  const kind = { 0: 'network', 403: 'forbidden', 404: 'notFound', 412: 'stale', 429: 'tooMany' }[problem.status];
  return kind
    ? { title: `problem.${kind}`, detail: `problem.${kind}Detail` }
    : { title: 'problem.title', detail: 'problem.safe' };
}
