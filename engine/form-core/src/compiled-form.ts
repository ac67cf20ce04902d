import type { CompiledExpression } from './expressions.ts';
import type { FieldKind } from './field-kind.ts';
import type { FieldClass, FormDefinition, FormSchema } from './form-schema.ts';

/** One field of a form, in a flat list. */
export interface FormField {
  // A comment with slashes, because the example would end a starred one: /household/*/income, where * stands for a row.
  pattern: string;
  segments: readonly string[];
  /** Property name; `*` for the row of a repeated group. */
  key: string;
  kind: FieldKind;
  /** Position in the order of the form. */
  index: number;
  parent: FormField | undefined;
  children: readonly FormField[];
  /** Required always, by a condition, or never. */
  required: 'always' | 'sometimes' | 'never';
  fieldClass: FieldClass;
  /** Expanded schema of the field, Romanian texts. */
  schema: FormSchema;
  visibleWhen: FieldExpression | undefined;
  calculation: FieldExpression | undefined;
  prefill: CompiledExpression | undefined;
  /** Some field at or below this one has an `x-visible-when`. */
  canHide: boolean;
  /** Expressions to evaluate anew when this field's value or visibility changes. */
  dependants: readonly Dependant[];
}

export interface FieldExpression {
  compiled: CompiledExpression;
  /** Where each name of the expression is found. */
  sources: readonly NameSource[];
  /** What of it the expression looks at. */
  dependencies: readonly NameSource[];
}

export interface NameSource {
  name: string;
  field: FormField;
  /** How many leading rows the source shares with the field that asks. */
  sharedRows: number;
}

export interface Dependant {
  field: FormField;
  sharedRows: number;
}

export interface FormSection {
  key: string;
  /** Position among the sections; titles come from the localized ui schema. */
  index: number;
  /** Pointers of the fields, in order. */
  fields: readonly string[];
}

export interface CompiledForm {
  definition: FormDefinition;
  /** The object that holds everything; its pattern is empty. */
  root: FormField;
  /** Every field, in the order of the sections and the schema. */
  fields: readonly FormField[];
  byPattern: ReadonlyMap<string, FormField>;
  /** Fields with a visibility or calculation, each after what it depends on. */
  computed: readonly FormField[];
  /** Fields whose values are codes of a classifier. */
  classified: readonly FormField[];
  sections: readonly FormSection[];
}
