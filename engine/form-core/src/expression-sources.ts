import type { FormField, NameSource } from './compiled-form.ts';

/** `sources`: where each name comes from; `dependencies`: the fields that the expression really looks at. */
export interface ExpressionSources {
  sources: NameSource[];
  dependencies: NameSource[];
}

/**
 * Finds each name of an expression among the row's own properties, then outward to the root; names found nowhere are null.
 * Where the source reads only `child.age`, the dependency is that field and not all of `child`, so that a field inside a group
 * may look at its neighbour through the group's name.
 */
export function resolveSources(field: FormField, names: readonly string[], source: string): ExpressionSources {
  const result: ExpressionSources = { sources: [], dependencies: [] };
  for (const name of names) {
    const found = findName(field, name);
    if (!found) continue;
    const sharedRows = rowsIn(found);
    result.sources.push({ name, field: found, sharedRows });
    for (const dependency of narrowed(found, name, source))
      result.dependencies.push({ name, field: dependency, sharedRows });
  }
  return result;
}

/** The field a name means to a field's expressions; undefined when there is none. */
export function findName(field: FormField, name: string): FormField | undefined {
  for (let scope = field.parent; scope; scope = scope.parent) {
    const found =
      scope.key === '*' || scope.kind === 'group' ? scope.children.find((child) => child.key === name) : undefined;
    if (found) return found;
  }
  return undefined;
}

function rowsIn(field: FormField): number {
  return field.segments.filter((segment) => segment === '*').length;
}

function narrowed(found: FormField, name: string, source: string): FormField[] {
  const occurrences = source.matchAll(new RegExp(String.raw`(?<![\w.])${name}((?:\s*\.\s*[A-Za-z]\w*)*)`, 'g'));
  const fields = new Set<FormField>();
  for (const [, path = ''] of occurrences)
    fields.add(
      follow(
        found,
        path
          .split('.')
          .map((part) => part.trim())
          .slice(1),
      ),
    );
  return fields.size > 0 ? [...fields] : [found];
}

function follow(start: FormField, path: readonly string[]): FormField {
  let current = start;
  for (const key of path) {
    const holder = current.children[0]?.key === '*' ? current.children[0] : current;
    const next = holder.children.find((child) => child.key === key);
    if (!next) break;
    current = next;
  }
  return current;
}
