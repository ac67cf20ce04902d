import type { FormField } from './compiled-form.ts';

/** Fields with expressions, each after everything it depends on. Call after `findCycle` found none. */
export function sortComputed(fields: readonly FormField[]): FormField[] {
  const sorted: FormField[] = [];
  const done = new Set<FormField>();
  const visit = (field: FormField) => {
    if (done.has(field)) return;
    done.add(field);
    for (const before of prerequisites(field)) visit(before);
    if (field.visibleWhen || field.calculation) sorted.push(field);
  };
  for (const field of fields) visit(field);
  return sorted;
}

/** The fields of a circle of expressions, first and last the same; undefined when there is none. */
export function findCycle(fields: readonly FormField[]): FormField[] | undefined {
  const state = new Map<FormField, 'open' | 'done'>();
  const path: FormField[] = [];
  const visit = (field: FormField): FormField[] | undefined => {
    if (state.get(field) === 'done') return undefined;
    if (state.get(field) === 'open') return [...path.slice(path.indexOf(field)), field];
    state.set(field, 'open');
    path.push(field);
    for (const before of prerequisites(field)) {
      const cycle = visit(before);
      if (cycle) return cycle;
    }
    path.pop();
    state.set(field, 'done');
    return undefined;
  };
  for (const field of fields) {
    const cycle = visit(field);
    if (cycle) return cycle.filter((member, index) => index === 0 || member.visibleWhen || member.calculation);
  }
  return undefined;
}

/** What has to be known first: the holder's visibility, and all at, inside and around the fields that are looked at. */
function prerequisites(field: FormField): FormField[] {
  if (!field.visibleWhen && !field.calculation) return field.parent ? [field.parent] : [];
  const looked = [...(field.visibleWhen?.dependencies ?? []), ...(field.calculation?.dependencies ?? [])];
  const inner = looked.flatMap(({ field: source }) => [source, ...inside(source), ...around(source)]);
  return field.parent ? [field.parent, ...inner] : inner;
}

function inside(field: FormField): FormField[] {
  return field.children.flatMap((child) => [child, ...inside(child)]);
}

function around(field: FormField): FormField[] {
  return field.parent ? [field.parent, ...around(field.parent)] : [];
}
