import type { FormSchema } from './form-schema.ts';
import { FormDefinitionError } from './form-definition-error.ts';
import { pointerSegments } from './pointer.ts';

/** Writes every local `$ref` out in place; keywords beside a `$ref` win. Throws on a reference that is circular or leads nowhere. */
export function expandSchema(schema: FormSchema): FormSchema {
  return expand(schema, { root: schema, left: mostNodes }, [], '');
}

/** References inside references multiply: a few lines can stand for more fields than memory holds. */
const mostNodes = 20_000;

interface Expansion {
  root: FormSchema;
  /** How many subschemas may still be written out. */
  left: number;
}

function expand(schema: FormSchema, expansion: Expansion, open: readonly string[], pointer: string): FormSchema {
  expansion.left -= 1;
  if (expansion.left < 0) {
    throw new FormDefinitionError([
      { pointer, rule: 'fields', message: 'with its references written out the form has too many fields: split it' },
    ]);
  }
  const { $ref, $defs: _definitions, ...own } = schema;
  if ($ref === undefined) return expandChildren(own, expansion, open, pointer);
  const target = findReferenced(expansion.root, $ref);
  if (!target)
    throw new FormDefinitionError([
      { pointer, rule: 'reference', message: `$ref "${$ref}" leads nowhere: name a schema of $defs` },
    ]);
  if (open.includes($ref)) {
    throw new FormDefinitionError([
      { pointer, rule: 'circular-reference', message: `$ref "${$ref}" contains itself: a form cannot be endless` },
    ]);
  }
  return { ...expand(target, expansion, [...open, $ref], pointer), ...expandChildren(own, expansion, open, pointer) };
}

function expandChildren(
  schema: FormSchema,
  expansion: Expansion,
  open: readonly string[],
  pointer: string,
): FormSchema {
  const result: FormSchema = { ...schema };
  if (schema.properties) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, child]) => [
        name,
        expand(child, expansion, open, `${pointer}/properties/${name}`),
      ]),
    );
  }
  for (const keyword of ['items', 'if', 'then', 'else'] as const) {
    const child = schema[keyword];
    if (child) result[keyword] = expand(child, expansion, open, `${pointer}/${keyword}`);
  }
  for (const keyword of ['allOf', 'oneOf'] as const) {
    const children = schema[keyword];
    if (children)
      result[keyword] = children.map((child, index) =>
        expand(child, expansion, open, `${pointer}/${keyword}/${index}`),
      );
  }
  return result;
}

function findReferenced(root: FormSchema, reference: string): FormSchema | undefined {
  if (!reference.startsWith('#/')) return undefined;
  let current: unknown = root;
  for (const segment of pointerSegments(reference.slice(1))) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, segment)) return undefined;
    current = (current as Record<string, unknown>)[segment];
  }
  return current as FormSchema;
}
