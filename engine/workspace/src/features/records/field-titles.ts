interface SchemaNode {
  title?: string;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
}

/** The titles on the way to a value: "Familia, 2, Nume"; rows are counted from one. */
export function fieldTitle(schema: Record<string, unknown>, pointer: string): string {
  let node: SchemaNode | undefined = schema;
  const titles: string[] = [];
  for (const step of pointer.split('/').slice(1)) {
    if (/^\d+$/.test(step) && node?.items) {
      node = node.items;
      titles.push(String(Number(step) + 1));
    } else {
      node = node?.properties?.[step];
      titles.push(node?.title ?? step);
    }
  }
  return titles.join(', ');
}
