import { expandSchema } from './expand-schema.ts';
import type { AttachmentBinding, FormSchema } from './form-schema.ts';

const name = { type: 'string', minLength: 1, maxLength: 2000 };
const uuid = { type: 'string', format: 'uuid' };

const personReference: FormSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['personId', 'lastName', 'firstName'],
  properties: {
    personId: uuid,
    lastName: name,
    firstName: name,
    idnp: { type: ['string', 'null'], maxLength: 13 },
    birthDate: { type: ['string', 'null'], format: 'date' },
  },
};

const institutionReference: FormSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['institutionId', 'name'],
  properties: { institutionId: uuid, name },
};

/** The schema AJV compiles: references written out, objects closed, texts and own keywords taken off. */
export function validationSchema(schema: FormSchema): FormSchema {
  return strip(expandSchema(schema), true);
}

function strip(schema: FormSchema, closed: boolean): FormSchema {
  if (schema['x-person']) return personReference;
  if (schema['x-institution']) return institutionReference;
  if (schema['x-attachment']) return attachmentReference(schema['x-attachment']);
  const result: FormSchema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (assertions.has(keyword)) Object.assign(result, { [keyword]: value as unknown });
  }
  stripChildren(schema, result, closed);
  if (schema.oneOf) result.enum = schema.oneOf.map((choice) => choice.const ?? null);
  if (schema.properties && closed) result.additionalProperties = false;
  return result;
}

const assertions = new Set([
  'type',
  'required',
  'dependentRequired',
  'minItems',
  'maxItems',
  'uniqueItems',
  'enum',
  'const',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
]);

/** A condition only looks at some of an object's properties, so it is never closed. */
function stripChildren(schema: FormSchema, result: FormSchema, closed: boolean): void {
  if (schema.properties) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, child]) => [key, strip(child, closed)]),
    );
  }
  if (schema.items) result.items = strip(schema.items, closed);
  if (schema.if) result.if = strip(schema.if, false);
  if (schema.then) result.then = strip(schema.then, false);
  if (schema.else) result.else = strip(schema.else, false);
  if (schema.allOf) result.allOf = schema.allOf.map((part) => strip(part, false));
}

function attachmentReference(binding: AttachmentBinding): FormSchema {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['documentId', 'fileName', 'mediaType', 'size'],
    properties: {
      documentId: uuid,
      fileName: name,
      mediaType: { type: 'string', ...(binding.accept && { enum: binding.accept }) },
      size: { type: 'integer', minimum: 0, ...(binding.maxSize !== undefined && { maximum: binding.maxSize }) },
    },
  };
}
