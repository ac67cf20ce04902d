import type { Route, SchemaRef } from './route.ts';
import { SCHEMA_BASE } from './schema-registry.ts';
import type { JsonSchema } from './schema-registry.ts';

const problem = { $ref: '#/components/schemas/problem' };

/** The description of the API (OpenAPI 3.1), made from its routes and the contracts. */
export function describeApi(
  routes: readonly Route[],
  schemas: ReadonlyMap<string, JsonSchema>,
  version: string,
): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes.filter(({ path }) => path.startsWith('/api/'))) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method] = describeOperation(route, schemas);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'eSocial', version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    paths,
    components: {
      schemas: Object.fromEntries([...schemas].map(([name, schema]) => [name, moveRefs(schema, name)])),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'esocial' } },
    },
  };
}

function describeOperation(route: Route, schemas: ReadonlyMap<string, JsonSchema>): object {
  return {
    operationId: route.operationId,
    summary: route.summary,
    tags: [route.path.split('/')[3]],
    ...(route.policy !== 'public' && { security: [{ session: [] }] }),
    ...(typeof route.policy === 'object' && { 'x-action': route.policy.action }),
    parameters: describeParameters(route, schemas),
    ...(route.body && {
      requestBody: {
        required: true,
        content: { [route.consumes ?? 'application/json']: { schema: refTo(route.body) } },
      },
    }),
    responses: describeResponses(route),
  };
}

function describeParameters(route: Route, schemas: ReadonlyMap<string, JsonSchema>): object[] {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = route.query ? describeQuery(schemaOf(route.query, schemas)) : [];
  const headers = [
    ...(route.idempotent ? [{ name: 'Idempotency-Key', required: true }] : []),
    ...(route.ifMatch ? [{ name: 'If-Match', required: route.ifMatch === 'required' }] : []),
  ].map((header) => ({ ...header, in: 'header', schema: { type: 'string' } }));
  return [...inPath, ...inQuery, ...headers];
}

/** The schema itself, which must be a whole file of the contracts or stand beside the route. */
function schemaOf(ref: SchemaRef, schemas: ReadonlyMap<string, JsonSchema>): JsonSchema {
  if ('schema' in ref) return ref.schema;
  return moveRefs(schemas.get(ref.contract) ?? {}, ref.contract) as JsonSchema;
}

function describeQuery(schema: JsonSchema): object[] {
  const required = (schema['required'] ?? []) as readonly string[];
  return Object.entries((schema['properties'] ?? {}) as Record<string, object>).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: property,
  }));
}

function describeResponses(route: Route): object {
  const own = Object.entries(route.responses).map(([status, schema]): [string, object] => [
    status,
    { description: route.summary, ...(schema && { content: { 'application/json': { schema: refTo(schema) } } }) },
  ]);
  const failure = { description: 'Problem', content: { 'application/problem+json': { schema: problem } } };
  return { ...Object.fromEntries(own), default: failure };
}

function refTo(ref: SchemaRef): JsonSchema {
  if ('schema' in ref) return ref.schema;
  return { $ref: `#/components/schemas/${ref.contract.replace('#', '')}` };
}

/** Rewrites the references of a contract's schema to where it stands in the description. */
function moveRefs(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => moveRefs(item, name));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, unknown>).filter(
    ([key, item]) => !(key === '$schema' || (key === '$id' && typeof item === 'string')),
  );
  return Object.fromEntries<unknown>(
    entries.map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string' ? moveRef(item, name) : moveRefs(item, name),
    ]),
  );
}

function moveRef(ref: string, name: string): string {
  const [file = '', pointer = ''] = ref.split('#');
  const target = file === '' ? name : file.replace(SCHEMA_BASE, '').replace('.schema.json', '');
  return `#/components/schemas/${target}${pointer}`;
}
