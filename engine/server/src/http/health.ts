import { Router } from 'express';
import type { Metrics } from './metrics.ts';

export interface HealthOptions {
  /** Whether the server can do its work now, for example reach its database. */
  readonly isReady: () => Promise<boolean>;
  /** What more is told of the server's parts, such as a broker; it does not decide whether the server can serve. */
  readonly describe?: (() => Promise<Readonly<Record<string, unknown>>>) | undefined;
  readonly metrics: Metrics;
}

/** `/livez`: the process runs. `/readyz`: it can serve. `/metrics`: figures for Prometheus. */
export function createHealthRoutes({ isReady, describe, metrics }: HealthOptions): Router {
  const router = Router();
  router.get('/livez', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'live' });
  });
  router.get('/readyz', async (_request, response) => {
    const ready = await isReady().catch(() => false);
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: ready ? 'ready' : 'not ready', ...(ready ? await describe?.().catch(() => ({})) : {}) });
  });
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}
