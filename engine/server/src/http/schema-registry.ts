import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { projectRoot } from '../settings/project-root.ts';
import type { SchemaRef } from './route.ts';

export const SCHEMA_BASE = 'https://esocial.gov.md/schemas/';

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface SchemaRegistry {
  /** The validator of a body. */
  bodyValidator(ref: SchemaRef): ValidateFunction;
  /** The validator of query parameters: turns their texts into numbers and booleans, in place. */
  queryValidator(ref: SchemaRef): ValidateFunction;
  /** All schemas of the contracts, by file name without `.schema.json`. */
  readonly schemas: ReadonlyMap<string, JsonSchema>;
}

/** Reads the contracts' schemas. They are compiled when a route asks, at start; never while serving a request. */
export function createSchemaRegistry(folder: string = join(projectRoot(), 'contracts/schemas')): SchemaRegistry {
  const schemas = new Map<string, JsonSchema>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.schema.json'))
    .sort()) {
    schemas.set(file.replace('.schema.json', ''), JSON.parse(readFileSync(join(folder, file), 'utf8')) as JsonSchema);
  }
  const bodies = createAjv(schemas, false);
  const queries = createAjv(schemas, true);
  return {
    schemas,
    bodyValidator: (ref) => compile(bodies, ref),
    queryValidator: (ref) => compile(queries, ref),
  };
}

function createAjv(schemas: ReadonlyMap<string, JsonSchema>, coerceTypes: boolean): Ajv2020 {
  // That the schemas are schemas is tested where they lie; checking it again would cost every start half a second.
  const ajv = new Ajv2020({ allErrors: true, strict: false, coerceTypes, meta: false, validateSchema: false });
  addFormats(ajv);
  for (const schema of schemas.values()) ajv.addSchema(schema);
  return ajv;
}

function compile(ajv: Ajv2020, ref: SchemaRef): ValidateFunction {
  if ('schema' in ref) return ajv.compile(ref.schema);
  const [file, pointer] = ref.contract.split('#');
  const id = `${SCHEMA_BASE}${file}.schema.json${pointer ? `#${pointer}` : ''}`;
  const validator = ajv.getSchema(id);
  if (!validator) throw new Error(`The contracts hold no schema ${ref.contract}`);
  return validator as ValidateFunction;
}
