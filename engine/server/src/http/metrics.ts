import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** Counts one answered request by its operation; never by its address, which may hold ids. */
  countRequest(operation: string, status: number, seconds: number): void;
}

/** The server's figures in Prometheus' format. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['operation'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const total = new Counter({
    name: 'http_requests_total',
    help: 'Answered requests',
    labelNames: ['operation', 'status'],
    registers: [registry],
  });
  return {
    registry,
    countRequest(operation, status, seconds) {
      duration.observe({ operation }, seconds);
      total.inc({ operation, status: String(status) });
    },
  };
}
