import compression from 'compression';
import express from 'express';
import type { Express, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Actor } from '../access/actor.ts';
import { NotFoundError } from '../errors/app-error.ts';
import { createApiDocs } from './api-docs.ts';
import { createHealthRoutes } from './health.ts';
import type { HealthOptions } from './health.ts';
import type { Idempotency } from './idempotency.ts';
import { readForm, readJson } from './json-body.ts';
import type { Metrics } from './metrics.ts';
import { describeApi } from './openapi.ts';
import { createOriginCheck } from './origin-check.ts';
import { createProblemHandler } from './problem.ts';
import { createRequestLog } from './request-log.ts';
import type { Route } from './route.ts';
import { checkRoutes } from './route-registry.ts';
import { createRouteRunner } from './route-runner.ts';
import type { SchemaRegistry } from './schema-registry.ts';
import { createSecurityHeaders } from './security-headers.ts';
import { createStaticFiles } from './static-files.ts';
import type { StaticApplication } from './static-files.ts';

export interface HttpAppOptions {
  readonly routes: readonly Route[];
  readonly schemas: SchemaRegistry;
  readonly idempotency: Idempotency;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly findActor: (request: express.Request) => Promise<Actor | undefined>;
  readonly isReady: () => Promise<boolean>;
  readonly describeHealth?: HealthOptions['describe'];
  readonly publicUrl: string;
  readonly trustProxy: number;
  readonly sandbox: boolean;
  readonly formTargets: readonly string[];
  readonly applications: readonly StaticApplication[];
  readonly version: string;
}

/** Puts the web server together, in the order in which a request passes through it. */
export function createHttpApp(options: HttpAppOptions): Express {
  const { routes, schemas, logger, metrics, publicUrl } = options;
  checkRoutes(routes, options.sandbox);
  const app = express();
  app.disable('x-powered-by').disable('etag').set('trust proxy', options.trustProxy).set('query parser', 'simple');
  app.use(createRequestLog(logger, metrics));
  app.use(createSecurityHeaders({ https: publicUrl.startsWith('https:'), formTargets: options.formTargets }));
  app.use(createHealthRoutes({ isReady: options.isReady, describe: options.describeHealth, metrics }));
  app.use(compression({ filter: mayCompress }));
  app.use(createOriginCheck(publicUrl, new Set(routes.filter(({ crossSite }) => crossSite).map(({ path }) => path))));
  const runner = createRouteRunner(options);
  for (const route of routes) {
    app[route.method](route.path, runner.authorise(route), bodyReader(route), runner.run(route));
  }
  const description = describeApi(routes, schemas.schemas, options.version);
  app.get('/api/v1/openapi.json', (_request, response) => void response.json(description));
  app.use(createApiDocs());
  app.use(['/api', '/saml', '/sandbox'], (request) => {
    throw new NotFoundError('address', `${request.method} in the API`);
  });
  app.use(createStaticFiles(options.applications));
  app.use(() => {
    throw new NotFoundError('page', 'at this address');
  });
  app.use(createProblemHandler(logger));
  return app;
}

const readNothing: RequestHandler = (_request, _response, next) => next();

function bodyReader(route: Route): RequestHandler {
  if (route.consumes === 'application/x-www-form-urlencoded') return readForm;
  return route.consumes ? readNothing : readJson;
}

/** Events are sent one by one, and a compressor would hold them back. */
const mayCompress: compression.CompressionFilter = (request, response) =>
  !String(response.getHeader('content-type')).startsWith('text/event-stream') && compression.filter(request, response);
