import type { FormSchema } from './form-schema.ts';

export interface SchemaNode {
  schema: FormSchema;
  /** JSON pointer into the schema. */
  pointer: string;
  depth: number;
}

const single = ['items', 'if', 'then', 'else'] as const;
const named = ['properties', '$defs'] as const;
const listed = ['allOf', 'oneOf'] as const;

/** No deeper than any form may be, so that hostile nesting costs nothing. */
export const deepestNode = 65;

/** Every subschema of a schema down to `deepestNode`, outermost first, `$defs` included, `$ref` not followed. */
export function schemaNodes(root: FormSchema): SchemaNode[] {
  const nodes: SchemaNode[] = [{ schema: root, pointer: '', depth: 0 }];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]!;
    if (node.depth < deepestNode) for (const child of childNodes(node)) nodes.push(child);
  }
  return nodes;
}

function childNodes({ schema, pointer, depth }: SchemaNode): SchemaNode[] {
  const children: SchemaNode[] = [];
  const add = (child: unknown, path: string) => {
    if (typeof child === 'object' && child !== null && !Array.isArray(child)) {
      children.push({ schema: child, pointer: `${pointer}/${path}`, depth: depth + 1 });
    }
  };
  for (const keyword of single) add(schema[keyword], keyword);
  for (const keyword of named) {
    for (const [name, child] of Object.entries(schema[keyword] ?? {})) add(child, `${keyword}/${name}`);
  }
  for (const keyword of listed) {
    const list: unknown = schema[keyword];
    if (Array.isArray(list)) list.forEach((child, index) => add(child, `${keyword}/${index}`));
  }
  return children;
}
