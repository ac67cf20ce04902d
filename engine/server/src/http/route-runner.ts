import type { RequestHandler, Response } from 'express';
import type { ValidateFunction } from 'ajv';
import type { Actor } from '../access/actor.ts';
import { scopeOf } from '../access/decide.ts';
import {
  BadRequestError,
  ForbiddenError,
  UnauthenticatedError,
  UnsupportedMediaTypeError,
  ValidationError,
} from '../errors/app-error.ts';
import { currentTraceId } from '../ids/request-context.ts';
import { readIfMatch, toEntityTag } from './entity-tag.ts';
import { claimOf, readIdempotencyKey } from './idempotency.ts';
import type { Idempotency } from './idempotency.ts';
import { requireSafeJson, requireStorableText } from './json-body.ts';
import { chooseLanguage } from './language.ts';
import type { IdempotencyClaim, Route, RoutePolicy, RouteReply, RouteRequest } from './route.ts';
import { toFieldErrors } from './schema-errors.ts';
import type { SchemaRegistry } from './schema-registry.ts';

export interface RouteRunner {
  /** Settles who calls and whether they may, before anything of the body is read. */
  authorise(route: Route): RequestHandler;
  /** Checks what was sent, runs the handler and answers. */
  run(route: Route): RequestHandler;
}

export interface RouteRunnerOptions {
  readonly schemas: SchemaRegistry;
  readonly idempotency: Idempotency;
  /** The actor of the session that the request's cookie names. */
  readonly findActor: (request: Parameters<RequestHandler>[0]) => Promise<Actor | undefined>;
}

/** What stands in for an actor on public routes: nobody, who may do nothing. */
const nobody: Actor = {
  userId: '00000000-0000-0000-0000-000000000000',
  displayName: '',
  roles: [],
  institutionId: '',
  teamId: null,
  territoryIds: [],
  permissions: [],
  language: 'ro',
  sessionId: '',
};

export function createRouteRunner({ schemas, idempotency, findActor }: RouteRunnerOptions): RouteRunner {
  return {
    authorise: (route) => async (request, response, next) => {
      response.locals['operation'] = route.operationId;
      const actor = await findActor(request);
      response.locals['actor'] = actor ?? nobody;
      response.locals['language'] = actor?.language ?? chooseLanguage(request.get('accept-language'));
      requirePolicy(route.policy, actor);
      next();
    },
    run(route) {
      const validateBody = route.body && schemas.bodyValidator(route.body);
      const validateQuery = route.query && schemas.queryValidator(route.query);
      return async (request, response) => {
        const key = route.idempotent && readIdempotencyKey(request.get('idempotency-key'));
        if (route.body && !route.consumes) requireJson(request.get('content-type'));
        const body: unknown = request.body;
        requireSafeJson(body);
        for (const [name, value] of Object.entries(request.params)) requireStorableText(String(value), name);
        const query = readQuery({ ...request.query }, validateQuery);
        if (validateBody && !validateBody(body ?? null))
          throw new ValidationError(toFieldErrors(validateBody.errors ?? []));
        const actor = response.locals['actor'] as Actor;
        const claim = key ? claimOf(actor.userId, route.method, request.path, key, body) : undefined;
        const ifMatch = readIfMatch(request.get('if-match'), route.ifMatch);
        const routeRequest: RouteRequest = {
          actor,
          params: request.params as Record<string, string>,
          query,
          body,
          language: response.locals['language'] as Actor['language'],
          traceId: currentTraceId() ?? '',
          ...(ifMatch !== undefined && { ifMatch }),
          ...(claim && route.idempotent === 'in-statement' && { idempotency: claim }),
          ...(claim &&
            route.idempotent === 'after-reading' && {
              once: (bodyDigest, effect) => idempotency.once({ ...claim, bodyDigest }, effect),
            }),
          nonce: response.locals['nonce'] as string,
          raw: request,
        };
        const work = (): Promise<RouteReply> => route.handle(routeRequest);
        send(response, await (claim ? onceFor(claim, route, routeRequest, work) : work()));
      };
    },
  };

  function onceFor(
    claim: IdempotencyClaim,
    route: Route,
    request: RouteRequest,
    work: () => Promise<RouteReply>,
  ): Promise<RouteReply> {
    if (route.idempotent === 'after-reading') return work();
    if (route.idempotent === 'in-statement') return idempotency.orEarlier(claim, work);
    return idempotency.once(claim, work, async (earlier) => route.mayRepeat?.(request, earlier));
  }
}

function requirePolicy(policy: RoutePolicy, actor: Actor | undefined): void {
  if (policy === 'public' || policy === 'sandbox') return;
  if (!actor) throw new UnauthenticatedError();
  if (policy !== 'signed-in' && !scopeOf(actor, policy.action)) {
    throw new ForbiddenError(`No role of ${actor.userId} may ${policy.action}`, 'forbidden', { action: policy.action });
  }
}

function requireJson(contentType: string | undefined): void {
  if (contentType?.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    throw new UnsupportedMediaTypeError('The body must be application/json', { accepted: 'application/json' });
  }
}

function readQuery(query: Record<string, unknown>, validate: ValidateFunction | undefined): Record<string, unknown> {
  for (const [name, value] of Object.entries(query)) requireStorableText(String(value), name);
  if (!validate || validate(query)) return query;
  const [error] = toFieldErrors(validate.errors ?? []);
  const parameter = error?.path.slice(1) ?? '';
  throw new BadRequestError('invalid_parameter', `The query parameter ${parameter} is not valid`, { parameter });
}

function send(response: Response, { status, body, etag, headers = {}, stream }: RouteReply): void {
  response.status(status);
  if (!('cache-control' in headers)) response.set('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(headers))
    response.set(name, typeof value === 'string' ? value : [...value]);
  if (etag !== undefined) response.set('ETag', toEntityTag(etag));
  if (stream) {
    stream.on('error', () => response.destroy());
    stream.pipe(response);
  } else if (typeof body === 'string') response.send(body);
  else if (body === undefined) response.end();
  else response.json(body);
}
