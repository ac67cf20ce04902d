import type { Readable } from 'node:stream';
import type { Request } from 'express';
import type { Actor, Language } from '../access/actor.ts';

/** A schema of `contracts/schemas`: file name without `.schema.json`, with an optional `#/$defs/Name`. */
export interface ContractRef<T> {
  readonly contract: string;
  /** Only for the type checker: the shape that the schema describes. */
  readonly shape?: T;
}

/** A JSON Schema written beside its route, for query parameters. */
export interface InlineSchema<T> {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly shape?: T;
}

export type SchemaRef<T = unknown> = ContractRef<T> | InlineSchema<T>;

/** Refers to a schema of the contracts: `contract<TaskList>('api-tasks#/$defs/TaskList')`. */
export function contract<T>(name: string): ContractRef<T> {
  return { contract: name };
}

/** The query parameters of a route as JSON Schema properties; numbers and booleans are coerced, unknown ones refused. */
export function queryOf<T>(
  properties: Readonly<Record<string, object>>,
  required: readonly string[] = [],
): InlineSchema<T> {
  return { schema: { type: 'object', additionalProperties: false, properties, required } };
}

export type HttpMethod = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Who may call a route; what an action reaches is decided on the object, by the service. */
export type RoutePolicy = { readonly action: string } | 'signed-in' | 'public' | 'sandbox';

/** The parameters that a path such as `/api/v1/tasks/:id` names. */
export type PathParams<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [Key in Name | keyof PathParams<Rest>]: string }
  : Path extends `${string}:${infer Name}`
    ? { readonly [Key in Name]: string }
    : Record<never, string>;

/** A request that must have its effect once: whose, where, under which key, with which body. */
export interface IdempotencyClaim {
  readonly userId: string;
  /** Method and path, for example `POST /api/v1/cases`. */
  readonly route: string;
  readonly key: string;
  /** SHA-256. */
  readonly bodyDigest: Buffer;
}

export interface RouteRequest<Params = Readonly<Record<string, string>>, Query = unknown, Body = unknown> {
  readonly actor: Actor;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly language: Language;
  readonly traceId: string;
  /** The version that `If-Match` names. */
  readonly ifMatch?: number;
  /** On routes whose `idempotent` is `in-statement`. */
  readonly idempotency?: IdempotencyClaim;
  /**
   * On routes whose `idempotent` is `after-reading`: runs `work` in one unit of work with the note of its reply, unless
   * the key was used before: then gives the earlier reply. `digest` is that of what was read.
   */
  readonly once?: (digest: Buffer, work: () => Promise<RouteReply>) => Promise<RouteReply>;
  /** The nonce that styles and scripts of an HTML answer carry. */
  readonly nonce: string;
  readonly raw: Request;
}

export interface RouteReply {
  readonly status: number;
  /** A text is sent as it is, under the content type of `headers`; anything else as JSON. */
  readonly body?: unknown;
  /** The version of the representation. */
  readonly etag?: number | string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly stream?: Readable;
}

export interface RouteDefinition<Path extends string, Query, Body> {
  readonly method: HttpMethod;
  readonly path: Path;
  readonly operationId: string;
  readonly summary: string;
  readonly policy: RoutePolicy;
  readonly query?: SchemaRef<Query>;
  readonly body?: SchemaRef<Body>;
  /** The media type of the body; `multipart/form-data` and others are left unread for the handler. */
  readonly consumes?: string;
  /** Schemas by status, for the description; null for an answer without a body of JSON. */
  readonly responses: Readonly<Record<number, SchemaRef | null>>;
  /**
   * A POST that creates: it must carry an Idempotency-Key, and repeated with the same one it has one effect and the
   * same answer. `true`: the handler runs in one unit of work with the note of its reply. `in-statement`: the handler's
   * own statement inserts `request.idempotency` and its reply into idempotency_keys. `after-reading`: the handler reads
   * a long body by itself and has its effect in `request.once`.
   */
  readonly idempotent?: true | 'in-statement' | 'after-reading';
  /**
   * On routes whose `idempotent` is `true`: throws when the caller may no longer see what the earlier answer shows. What
   * the other two kinds do before their effect is done anew for a repetition, their check of the object with it.
   */
  readonly mayRepeat?: (request: RouteRequest<PathParams<Path>, Query, Body>, earlier: RouteReply) => Promise<unknown>;
  /** Posted to by other sites, as the SAML profile wants; whatever it does it proves by other means. */
  readonly crossSite?: true;
  readonly ifMatch?: 'required' | 'optional';
  handle(request: RouteRequest<PathParams<Path>, Query, Body>): Promise<RouteReply>;
}

/** A route whose types have been checked and are no longer needed. */
export type Route = Omit<RouteDefinition<string, unknown, unknown>, 'handle' | 'mayRepeat'> & {
  handle(request: RouteRequest): Promise<RouteReply>;
  readonly mayRepeat?: (request: RouteRequest, earlier: RouteReply) => Promise<unknown>;
};

/** Declares a route: its policy, what it takes and what it answers. */
export function defineRoute<const Path extends string, Query = unknown, Body = unknown>(
  route: RouteDefinition<Path, Query, Body>,
): Route {
  type Own = RouteRequest<PathParams<Path>, Query, Body>;
  const { mayRepeat, ...rest } = route;
  return {
    ...rest,
    handle: (request) => route.handle(request as unknown as Own),
    ...(mayRepeat && { mayRepeat: (request, earlier) => mayRepeat(request as unknown as Own, earlier) }),
  };
}
