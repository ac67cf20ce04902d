import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** What everything that happens on behalf of one request or one job has in common. */
export interface RequestContext {
  readonly traceId: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** A new trace id: 32 hexadecimal digits, the form of W3C Trace Context. */
export function newTraceId(): string {
  return randomBytes(16).toString('hex');
}

/** Runs `work` so that audit rows and log lines written within it carry the trace id. */
export function runWithContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** The trace id of the request or job at hand; undefined outside of one. */
export function currentTraceId(): string | undefined {
  return storage.getStore()?.traceId;
}
