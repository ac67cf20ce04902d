import type { FormSchema } from './form-schema.ts';

export type FieldKind =
  | 'text'
  | 'longText'
  | 'number'
  | 'integer'
  | 'money'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'time'
  | 'email'
  | 'uri'
  | 'idnp'
  | 'idno'
  | 'cuatm'
  | 'phone'
  | 'choice'
  | 'multipleChoice'
  | 'classifier'
  | 'multipleClassifier'
  | 'person'
  | 'institution'
  | 'attachment'
  | 'attachments'
  | 'group'
  | 'repeatedGroup'
  | 'table';

const longTextFrom = 500;

const formatKinds: Readonly<Record<string, FieldKind>> = {
  date: 'date',
  'date-time': 'dateTime',
  time: 'time',
  email: 'email',
  uri: 'uri',
  idnp: 'idnp',
  idno: 'idno',
  cuatm: 'cuatm',
  phone: 'phone',
};

/** The kind of a field, known from its schema alone; undefined when the profile has no such field. */
export function fieldKind(schema: FormSchema): FieldKind | undefined {
  switch (schema.type) {
    case 'string':
      return stringKind(schema);
    case 'number':
      return schema.format === 'money' ? 'money' : isChoice(schema) ? 'choice' : 'number';
    case 'integer':
      return isChoice(schema) ? 'choice' : 'integer';
    case 'boolean':
      return 'boolean';
    case 'object':
      return objectKind(schema);
    case 'array':
      return schema.items ? arrayKind(schema, schema.items) : undefined;
    default:
      return undefined;
  }
}

function stringKind(schema: FormSchema): FieldKind {
  if (schema['x-classifier']) return 'classifier';
  if (isChoice(schema)) return 'choice';
  if (schema.format !== undefined && Object.hasOwn(formatKinds, schema.format)) return formatKinds[schema.format]!;
  return schema['x-long-text'] || (schema.maxLength ?? 0) > longTextFrom ? 'longText' : 'text';
}

function objectKind(schema: FormSchema): FieldKind | undefined {
  if (schema['x-person']) return 'person';
  if (schema['x-institution']) return 'institution';
  if (schema['x-attachment']) return 'attachment';
  return schema.properties ? 'group' : undefined;
}

function arrayKind(schema: FormSchema, items: FormSchema): FieldKind | undefined {
  switch (fieldKind(items)) {
    case 'classifier':
      return 'multipleClassifier';
    case 'choice':
      return 'multipleChoice';
    case 'attachment':
      return 'attachments';
    case 'group':
      return schema['x-table'] ? 'table' : 'repeatedGroup';
    default:
      return undefined;
  }
}

/** True when the schema lists its values: `enum`, or `oneOf` of constants. */
export function isChoice(schema: FormSchema): boolean {
  return schema.enum !== undefined || schema.oneOf !== undefined;
}

/** True for kinds whose value is a list of rows with fields of their own. */
export function isRepeated(kind: FieldKind): boolean {
  return kind === 'repeatedGroup' || kind === 'table';
}
