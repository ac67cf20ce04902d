import type { Dependant, FormField } from './compiled-form.ts';
import { fieldKind, isRepeated } from './field-kind.ts';
import { FormDefinitionError } from './form-definition-error.ts';
import type { FieldClass, FormSchema } from './form-schema.ts';

/** A field while the form is being compiled. */
export interface MutableField extends FormField {
  parent: MutableField | undefined;
  children: MutableField[];
  dependants: Dependant[];
  /** JSON pointer into the expanded schema. */
  schemaPointer: string;
}

/** Builds the tree of fields of an expanded schema. Throws a FormDefinitionError for a field of no known kind. */
export function buildFieldTree(schema: FormSchema): MutableField {
  const root = newField({
    key: '',
    pattern: '',
    schema,
    schemaPointer: '',
    parent: undefined,
    required: 'always',
    kind: 'group',
  });
  addProperties(root);
  return root;
}

type NewField = Pick<MutableField, 'key' | 'pattern' | 'schema' | 'schemaPointer' | 'parent' | 'required' | 'kind'>;

function newField(given: NewField): MutableField {
  return {
    pattern: given.pattern,
    schema: given.schema,
    schemaPointer: given.schemaPointer,
    parent: given.parent,
    required: given.required,
    kind: given.kind,
    key: given.key,
    segments: given.parent ? [...given.parent.segments, given.key] : [],
    index: -1,
    children: [],
    dependants: [],
    fieldClass: given.schema['x-class'] ?? inheritedClass(given),
    visibleWhen: undefined,
    calculation: undefined,
    prefill: undefined,
    canHide: false,
  };
}

function inheritedClass({ parent, schema }: NewField): FieldClass {
  return schema.items?.['x-class'] ?? parent?.fieldClass ?? 'personal';
}

function addProperties(parent: MutableField): void {
  const always = new Set(parent.schema.required);
  const sometimes = conditionallyRequired(parent.schema);
  for (const [name, schema] of Object.entries(parent.schema.properties ?? {})) {
    const required = always.has(name) ? 'always' : sometimes.has(name) ? 'sometimes' : 'never';
    addField(parent, name, schema, `${parent.schemaPointer}/properties/${name}`, required);
  }
}

function addField(
  parent: MutableField,
  name: string,
  schema: FormSchema,
  schemaPointer: string,
  required: FormField['required'],
): void {
  const kind = fieldKind(schema);
  const pattern = `${parent.pattern}/${name}`;
  if (!kind) {
    throw new FormDefinitionError([
      {
        pointer: schemaPointer,
        rule: 'kind',
        message: `the field ${pattern} is of no kind that forms have: give it a type, and properties or items where it needs them`,
      },
    ]);
  }
  const field = newField({ key: name, pattern, schema, schemaPointer, parent, required, kind });
  parent.children.push(field);
  if (kind === 'group') addProperties(field);
  if (isRepeated(kind) && schema.items) addField(field, '*', schema.items, `${schemaPointer}/items`, 'always');
}

/** Names that some condition of the object may require. */
function conditionallyRequired(schema: FormSchema): Set<string> {
  const names = new Set(Object.values(schema.dependentRequired ?? {}).flat());
  const branches = [schema, ...(schema.allOf ?? [])].flatMap((part) => [part.then, part.else]);
  for (const branch of branches) {
    for (const name of branch?.required ?? []) names.add(name);
    if (branch) for (const name of conditionallyRequired(branch)) names.add(name);
  }
  return names;
}
