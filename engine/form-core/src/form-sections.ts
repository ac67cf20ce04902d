import type { FormField, FormSection } from './compiled-form.ts';
import type { UiSchema } from './form-schema.ts';

/** The sections of a form; fields that none lists are added to the last, and without sections there is one with everything. */
export function compileSections(root: FormField, uiSchema: UiSchema): FormSection[] {
  const declared = uiSchema['ui:sections'] ?? [];
  const listed = new Set(declared.flatMap((section) => section.fields));
  const rest = unlisted(root, listed);
  const sections = declared.map(({ key, fields }, index) => ({ key, index, fields: [...fields] }));
  if (sections.length === 0) return [{ key: 'form', index: 0, fields: rest }];
  sections.at(-1)!.fields.push(...rest);
  return sections;
}

function unlisted(field: FormField, listed: ReadonlySet<string>): string[] {
  return field.children.flatMap((child) => {
    if (listed.has(child.pattern)) return [];
    const holdsListed = [...listed].some((pointer) => pointer.startsWith(`${child.pattern}/`));
    return holdsListed ? unlisted(child, listed) : [child.pattern];
  });
}

/** Puts the fields in the order in which the sections show them and numbers them. */
export function orderFields<Field extends FormField>(
  fields: readonly Field[],
  sections: readonly FormSection[],
): Field[] {
  const places = new Map(sections.flatMap((section) => section.fields).map((pointer, place) => [pointer, place]));
  const placed = fields.map((field, position) => ({ field, position, place: placeOf(field, places) }));
  placed.sort((left, right) => left.place - right.place || left.position - right.position);
  placed.forEach(({ field }, index) => (field.index = index));
  return placed.map(({ field }) => field);
}

function placeOf(field: FormField, places: ReadonlyMap<string, number>): number {
  for (let current: FormField | undefined = field; current; current = current.parent) {
    const place = places.get(current.pattern);
    if (place !== undefined) return place;
  }
  const inner = [...places].filter(([pointer]) => pointer.startsWith(`${field.pattern}/`)).map(([, place]) => place);
  return Math.min(...inner, places.size);
}

/** The section that shows a field. */
export function sectionOf(sections: readonly FormSection[], field: FormField): FormSection {
  for (let current: FormField | undefined = field; current; current = current.parent) {
    const pattern = current.pattern;
    const section = sections.find(({ fields }) => fields.includes(pattern));
    if (section) return section;
  }
  return (
    sections.find(({ fields }) => fields.some((pointer) => pointer.startsWith(`${field.pattern}/`))) ?? sections[0]!
  );
}
