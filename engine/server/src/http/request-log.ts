import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { newTraceId, runWithContext } from '../ids/request-context.ts';
import type { Metrics } from './metrics.ts';

const traceparent = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * Gives each request its trace id (the caller's, when it sent one in `traceparent`) and logs it when answered: the
 * operation, never address, body or headers, so that no personal data reaches the technical log.
 */
export function createRequestLog(logger: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const traceId = traceparent.exec(request.get('traceparent') ?? '')?.[1] ?? newTraceId();
    const startedAt = performance.now();
    response.set('X-Trace-Id', traceId);
    response.on('close', () => {
      const operation = (response.locals['operation'] as string | undefined) ?? 'other';
      const milliseconds = performance.now() - startedAt;
      metrics.countRequest(operation, response.statusCode, milliseconds / 1000);
      const line = {
        traceId,
        operation,
        method: request.method,
        status: response.statusCode,
        ms: Math.round(milliseconds),
      };
      logger[operation === 'other' ? 'debug' : 'info'](line, 'request');
    });
    runWithContext({ traceId }, next);
  };
}
