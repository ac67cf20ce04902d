import type { DefinitionFault } from './form-definition-error.ts';
import { isJsonObject } from './json.ts';
import type { SchemaNode } from './schema-nodes.ts';

type Shape =
  | 'text'
  | 'number'
  | 'whole number'
  | 'yes or no'
  | 'object'
  | 'list'
  | 'list of texts'
  | 'list of objects'
  | 'object of objects';

const shapes: Readonly<Record<string, Shape>> = {
  $schema: 'text',
  $id: 'text',
  $ref: 'text',
  $comment: 'text',
  type: 'text',
  title: 'text',
  description: 'text',
  format: 'text',
  pattern: 'text',
  $defs: 'object of objects',
  properties: 'object of objects',
  items: 'object',
  if: 'object',
  then: 'object',
  else: 'object',
  allOf: 'list of objects',
  oneOf: 'list of objects',
  required: 'list of texts',
  enum: 'list',
  dependentRequired: 'object',
  readOnly: 'yes or no',
  additionalProperties: 'yes or no',
  uniqueItems: 'yes or no',
  'x-long-text': 'yes or no',
  'x-table': 'yes or no',
  minItems: 'whole number',
  maxItems: 'whole number',
  minLength: 'whole number',
  maxLength: 'whole number',
  minimum: 'number',
  maximum: 'number',
  exclusiveMinimum: 'number',
  exclusiveMaximum: 'number',
  multipleOf: 'number',
  'x-classifier': 'object',
  'x-person': 'object',
  'x-institution': 'object',
  'x-attachment': 'object',
  'x-legal-basis': 'object',
  'x-calculation': 'text',
  'x-visible-when': 'text',
  'x-prefill': 'text',
  'x-class': 'text',
};

const fits: Readonly<Record<Shape, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  'whole number': (value) => Number.isInteger(value) && (value as number) >= 0,
  'yes or no': (value) => typeof value === 'boolean',
  object: isJsonObject,
  list: Array.isArray,
  'list of texts': (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  'list of objects': (value) => Array.isArray(value) && value.every(isJsonObject),
  'object of objects': (value) => isJsonObject(value) && Object.values(value).every(isJsonObject),
};

const classes = ['public', 'personal', 'special', 'sealed'];

/** Keywords whose value is not of the kind the keyword needs; where there are any, nothing else can be judged. */
export function findShapeFaults({ schema, pointer }: SchemaNode): DefinitionFault[] {
  const faults = Object.entries(schema).flatMap(([keyword, value]): DefinitionFault[] => {
    const shape = Object.hasOwn(shapes, keyword) ? shapes[keyword] : undefined;
    return shape && !fits[shape](value)
      ? [{ pointer: `${pointer}/${keyword}`, rule: 'shape', message: `"${keyword}" has to be a ${shape}` }]
      : [];
  });
  return [...faults, ...valueFaults({ schema, pointer, depth: 0 })];
}

function valueFaults({ schema, pointer }: SchemaNode): DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  const add = (keyword: string, message: string) =>
    faults.push({ pointer: `${pointer}/${keyword}`, rule: 'shape', message });
  if (schema['x-class'] !== undefined && !classes.includes(schema['x-class']))
    add('x-class', `"x-class" is one of ${classes.join(', ')}`);
  if (isJsonObject(schema['x-classifier']) && typeof schema['x-classifier'].key !== 'string')
    add('x-classifier', '"x-classifier" needs the "key" of a classifier');
  if (schema.additionalProperties === true)
    add('additionalProperties', 'forms are closed: remove "additionalProperties"');
  if (typeof schema.multipleOf === 'number' && schema.multipleOf <= 0)
    add('multipleOf', '"multipleOf" has to be greater than 0');
  if (Array.isArray(schema.enum) && schema.enum.length === 0) add('enum', '"enum" needs at least one value');
  return faults;
}
