import type { CompiledForm, FormField } from './compiled-form.ts';
import { sectionOf } from './form-sections.ts';
import { isRepeated } from './field-kind.ts';
import type { ValueTexts } from './format-value.ts';
import { formatValue } from './format-value.ts';
import type { FieldClass, FormSchema } from './form-schema.ts';
import type { Json, JsonObject } from './json.ts';
import { isJsonObject } from './json.ts';
import type { LocalizedForm } from './localize.ts';
import { pointerSegments } from './pointer.ts';

export interface AnswerSection {
  key: string;
  title: string;
  entries: AnswerEntry[];
}

/** A heading over the entries of a group or a row, or one answer. */
export type AnswerEntry =
  | { type: 'heading'; path: string; title: string; row: number | undefined; depth: number }
  | { type: 'answer'; path: string; label: string; text: string; fieldClass: FieldClass; depth: number };

/** Everything the form asks and what was answered, by section, in the language: for the check page, the print and the record. */
export function checkAnswers(
  form: CompiledForm,
  localized: LocalizedForm,
  data: JsonObject,
  visible: (path: string) => boolean,
  texts: ValueTexts,
): AnswerSection[] {
  const titles = localized.uiSchema['ui:sections'] ?? [];
  return form.sections
    .map((section) => {
      const entries = section.fields.flatMap((pointer) => {
        const field = form.byPattern.get(pointer);
        const schema = schemaAt(localized.schema, pointer);
        return field && schema
          ? fieldEntries({ field, schema, path: pointer, depth: 0, value: at(data, pointer), visible, texts })
          : [];
      });
      return { key: section.key, title: titles[section.index]?.title ?? localized.schema.title ?? '', entries };
    })
    .filter(({ entries }) => entries.length > 0);
}

/** The localized schema of a field by its pattern. */
export function schemaAt(schema: FormSchema, pattern: string): FormSchema | undefined {
  return pointerSegments(pattern).reduce<FormSchema | undefined>(
    (current, segment) => (segment === '*' ? current?.items : current?.properties?.[segment]),
    schema,
  );
}

/** Where a field is edited: the key of its section. */
export function sectionKeyOf(form: CompiledForm, field: FormField): string {
  return sectionOf(form.sections, field).key;
}

interface Place {
  field: FormField;
  schema: FormSchema;
  path: string;
  depth: number;
  value: Json | undefined;
  visible: (path: string) => boolean;
  texts: ValueTexts;
}

function fieldEntries(place: Place): AnswerEntry[] {
  const { field, schema, path, depth, value, visible, texts } = place;
  if (!visible(path)) return [];
  const label = schema.title ?? field.key;
  if (field.kind === 'group')
    return [{ type: 'heading', path, title: label, row: undefined, depth }, ...childEntries(place, path, value)];
  if (isRepeated(field.kind) && Array.isArray(value) && value.length > 0) return rowEntries(place, label, value);
  return [
    {
      type: 'answer',
      path,
      label,
      text: formatValue(field, schema, value, texts),
      fieldClass: field.fieldClass,
      depth,
    },
  ];
}

function rowEntries(place: Place, title: string, rows: readonly Json[]): AnswerEntry[] {
  const field = place.field.children[0];
  const schema = place.schema.items;
  if (!field || !schema) return [];
  return rows.flatMap((value, row): AnswerEntry[] => {
    const path = `${place.path}/${row}`;
    return [
      { type: 'heading', path, title, row: row + 1, depth: place.depth },
      ...childEntries({ ...place, field, schema }, path, value),
    ];
  });
}

function childEntries(place: Place, path: string, value: Json | undefined): AnswerEntry[] {
  return place.field.children.flatMap((field) => {
    const schema = place.schema.properties?.[field.key];
    const inner = isJsonObject(value) ? value[field.key] : undefined;
    return schema
      ? fieldEntries({ ...place, field, schema, path: `${path}/${field.key}`, depth: place.depth + 1, value: inner })
      : [];
  });
}

function at(data: JsonObject, pointer: string): Json | undefined {
  return pointerSegments(pointer).reduce<Json | undefined>(
    (current, key) => (isJsonObject(current) ? current[key] : undefined),
    data,
  );
}
