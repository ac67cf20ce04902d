import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isCalendarDay } from '../clock/legal-day.ts';
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

// As PostgreSQL reads them: no `urn:uuid:`, no year 0, no place farther from UTC than 14 hours.
const formats: Readonly<Record<string, RegExp | ((text: string) => boolean)>> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && isCalendarDay(text),
  'date-time': (text) => {
    const [, day = ''] =
      /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/i.exec(text) ?? [];
    return isCalendarDay(day);
  },
};

function createAjv(schemas: ReadonlyMap<string, JsonSchema>, coerceTypes: boolean): Ajv2020 {
  // That the schemas are schemas is tested where they lie; checking it again would cost every start half a second.
  const ajv = new Ajv2020({ allErrors: true, strict: false, coerceTypes, meta: false, validateSchema: false });
  addFormats(ajv);
  for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format);
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
