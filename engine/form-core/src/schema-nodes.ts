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

/** Every subschema of a schema, outermost first, `$defs` included, `$ref` not followed. Walks without recursion: hostile depth is safe. */
export function schemaNodes(root: FormSchema): SchemaNode[] {
  const nodes: SchemaNode[] = [{ schema: root, pointer: '', depth: 0 }];
  for (let index = 0; index < nodes.length; index += 1) {
    for (const child of childNodes(nodes[index]!)) nodes.push(child);
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
