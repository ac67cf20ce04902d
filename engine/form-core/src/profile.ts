import { fieldKind } from './field-kind.ts';
import { expandSchema } from './expand-schema.ts';
import type { DefinitionFault } from './form-definition-error.ts';
import { FormDefinitionError } from './form-definition-error.ts';
import type { FormSchema, UiSchema } from './form-schema.ts';
import { authorFormats } from './formats.ts';
import { allowedKeywords, conditionKeywords } from './profile-keywords.ts';
import { findUiSchemaFaults } from './profile-ui-schema.ts';
import type { SchemaNode } from './schema-nodes.ts';
import { findShapeFaults } from './profile-shape.ts';
import { deepestNode, schemaNodes } from './schema-nodes.ts';

export const profileLimits = { depth: 32, fields: 2_000, bytes: 1_048_576 } as const;

const namePattern = /^[a-z][A-Za-z0-9]*$/;

/**
 * What keeps a form from being used: everything that the form profile does not allow, with where, which rule and what to do.
 * Patterns are judged apart (`findPatternFaults`), expressions when the form is compiled.
 */
export function findProfileFaults(schema: FormSchema, uiSchema: UiSchema = {}): DefinitionFault[] {
  const nodes = schemaNodes(schema);
  const tooDeep = nodes.find(({ depth }) => depth >= deepestNode);
  if (tooDeep)
    return [
      fault(
        tooDeep.pointer,
        'depth',
        `the form is nested more than ${profileLimits.depth} levels deep: take levels out`,
      ),
    ];
  const size = byteSize(schema);
  if (size > profileLimits.bytes)
    return [fault('', 'size', `the schema has more than ${profileLimits.bytes} bytes: split the form`)];
  const misshapen = nodes.flatMap(findShapeFaults);
  if (misshapen.length > 0) return misshapen;
  const faults = [...rootFaults(schema), ...nodes.flatMap(nodeFaults)];
  if (faults.length > 0) return faults;
  const expanded = expansionFaults(schema);
  return expanded.length > 0 ? expanded : findUiSchemaFaults(schema, uiSchema);
}

/** Nesting in a place where no schema belongs (a `default`, an unknown keyword) can overflow the stack of JSON.stringify. */
function byteSize(schema: FormSchema): number {
  try {
    return new TextEncoder().encode(JSON.stringify(schema)).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function fault(pointer: string, rule: string, message: string): DefinitionFault {
  return { pointer, rule, message };
}

function rootFaults(schema: FormSchema): DefinitionFault[] {
  return schema.type === 'object' && schema.properties
    ? []
    : [
        fault(
          '',
          'root',
          'a form is an object with properties: set "type": "object" and list its fields under "properties"',
        ),
      ];
}

function nodeFaults(node: SchemaNode): DefinitionFault[] {
  return [
    ...keywordFaults(node),
    ...nameFaults(node),
    ...formatFaults(node),
    ...choiceFaults(node),
    ...conditionFaults(node),
    ...expressionFaults(node),
  ];
}

function isCondition(pointer: string): boolean {
  return /\/(if|then|else)(\/|$)/.test(pointer) || /\/allOf\/\d+$/.test(pointer);
}

function keywordFaults({ schema, pointer }: SchemaNode): DefinitionFault[] {
  const allowed = isCondition(pointer) ? conditionKeywords : allowedKeywords;
  return Object.keys(schema)
    .filter((keyword) => !allowed.has(keyword))
    .map((keyword) =>
      fault(
        `${pointer}/${keyword}`,
        'keyword',
        isCondition(pointer) && allowedKeywords.has(keyword)
          ? `"${keyword}" cannot stand in a condition: move it to the field itself`
          : `"${keyword}" is not part of the form profile: remove it or say the same with if/then, enum or required`,
      ),
    );
}

function nameFaults({ schema, pointer }: SchemaNode): DefinitionFault[] {
  return Object.keys(schema.properties ?? {}).flatMap((name) => {
    const at = `${pointer}/properties/${name}`;
    if (!namePattern.test(name))
      return [
        fault(at, 'name', `"${name}" is no field name: begin with a small letter and use letters and digits only`),
      ];
    if (name in Object.prototype)
      return [fault(at, 'name', `"${name}" is reserved by JavaScript: choose another name`)];
    return [];
  });
}

function formatFaults({ schema, pointer }: SchemaNode): DefinitionFault[] {
  if (schema.format === undefined) return [];
  const at = `${pointer}/format`;
  if (!(authorFormats as readonly string[]).includes(schema.format)) {
    return [fault(at, 'format', `"${schema.format}" is no format of forms: use one of ${authorFormats.join(', ')}`)];
  }
  const wanted = schema.format === 'money' ? 'number' : 'string';
  return schema.type === undefined || schema.type === wanted
    ? []
    : [fault(at, 'format', `"${schema.format}" needs "type": "${wanted}"`)];
}

function choiceFaults({ schema, pointer }: SchemaNode): DefinitionFault[] {
  if (schema.oneOf === undefined) return [];
  const plain =
    Array.isArray(schema.oneOf) &&
    schema.oneOf.every(
      (choice) =>
        'const' in choice && Object.keys(choice).every((key) => ['const', 'title', 'description'].includes(key)),
    );
  return plain && schema.type === 'string'
    ? []
    : [
        fault(
          `${pointer}/oneOf`,
          'choice',
          '"oneOf" lists the choices of a text field, each as {"const", "title"}; for alternatives use if/then',
        ),
      ];
}

/** A condition only tightens what is declared; it declares no field of its own. */
function conditionFaults({ schema, pointer }: SchemaNode): DefinitionFault[] {
  const parts = [schema, ...(Array.isArray(schema.allOf) ? schema.allOf : [])];
  const loose = parts.some((part) => (part.if === undefined) !== (part.then === undefined && part.else === undefined));
  if (loose) return [fault(`${pointer}/if`, 'condition', '"if" needs "then" or "else", and they need "if"')];
  if (isCondition(pointer) || !schema.properties) return [];
  const declared = new Set(Object.keys(schema.properties));
  return parts
    .flatMap((part) =>
      (['if', 'then', 'else'] as const).flatMap((keyword) => {
        const named = [...Object.keys(part[keyword]?.properties ?? {}), ...(part[keyword]?.required ?? [])];
        return named
          .filter((name) => !declared.has(name))
          .map((name) =>
            fault(
              `${pointer}/${keyword}`,
              'condition',
              `the condition names "${name}", which is no field here: declare it under "properties"`,
            ),
          );
      }),
    )
    .concat(requiredFaults(schema, pointer, declared));
}

function requiredFaults(schema: FormSchema, pointer: string, declared: ReadonlySet<string>): DefinitionFault[] {
  return (schema.required ?? [])
    .filter((name) => !declared.has(name))
    .map((name) =>
      fault(`${pointer}/required`, 'required', `"${name}" is required but is no field here: declare it or take it off`),
    );
}

function expressionFaults({ schema, pointer }: SchemaNode): DefinitionFault[] {
  return (['x-calculation', 'x-visible-when', 'x-prefill'] as const)
    .filter((keyword) => schema[keyword] !== undefined && !/^\s*=/.test(String(schema[keyword])))
    .map((keyword) =>
      fault(
        `${pointer}/${keyword}`,
        'expression',
        `an expression begins with "=": write "= ${String(schema[keyword])}"`,
      ),
    );
}

/** Faults that only show once references are written out: circles, the count of fields, kinds. */
function expansionFaults(schema: FormSchema): DefinitionFault[] {
  try {
    const counter = { left: profileLimits.fields as number };
    return fieldFaults(expandSchema(schema), '', counter, 0);
  } catch (error) {
    if (error instanceof FormDefinitionError) return [...error.faults];
    throw error;
  }
}

function fieldFaults(schema: FormSchema, pointer: string, counter: { left: number }, depth: number): DefinitionFault[] {
  if (depth > profileLimits.depth)
    return [
      fault(pointer, 'depth', `the form is nested more than ${profileLimits.depth} levels deep: take levels out`),
    ];
  const faults: DefinitionFault[] = [];
  for (const [name, child] of Object.entries(schema.properties ?? {})) {
    const at = `${pointer}/properties/${name}`;
    counter.left -= 1;
    if (counter.left < 0)
      return [fault(at, 'fields', `the form has more than ${profileLimits.fields} fields: split it`)];
    if (!fieldKind(child))
      faults.push(
        fault(
          at,
          'kind',
          `"${name}" is of no kind that forms have: give it a type, and properties or items where it needs them`,
        ),
      );
    faults.push(...fieldFaults(child, at, counter, depth + 1));
    if (child.items?.properties) faults.push(...fieldFaults(child.items, `${at}/items`, counter, depth + 2));
    if (counter.left < 0) return faults;
  }
  return faults;
}
