import { expandSchema } from './expand-schema.ts';
import type { DefinitionFault } from './form-definition-error.ts';
import type { FormSchema, UiSchema } from './form-schema.ts';
import { pointerSegments } from './pointer.ts';

/** Faults of the ui schema's sections: keys that occur twice, pointers that lead to no field, fields in two places. */
export function findUiSchemaFaults(schema: FormSchema, uiSchema: UiSchema): DefinitionFault[] {
  const expanded = expandSchema(schema);
  const keys = new Set<string>();
  const places = new Set<string>();
  const faults: DefinitionFault[] = [];
  (uiSchema['ui:sections'] ?? []).forEach((section, index) => {
    const at = `ui:/ui:sections/${index}`;
    if (keys.has(section.key))
      faults.push({
        pointer: `${at}/key`,
        rule: 'section',
        message: `the key "${section.key}" occurs twice: give each section its own`,
      });
    keys.add(section.key);
    section.fields.forEach((pointer, position) => {
      const problem = !hasField(expanded, pointer)
        ? 'leads to no field of the schema'
        : places.has(pointer)
          ? 'stands in two places'
          : undefined;
      places.add(pointer);
      if (problem)
        faults.push({
          pointer: `${at}/fields/${position}`,
          rule: 'section',
          message: `"${pointer}" ${problem}: correct or remove it`,
        });
    });
  });
  return faults;
}

function hasField(schema: FormSchema, pointer: string): boolean {
  let current: FormSchema | undefined = schema;
  for (const name of pointerSegments(pointer)) {
    current = current?.properties && Object.hasOwn(current.properties, name) ? current.properties[name] : undefined;
  }
  return pointer.startsWith('/') && current !== undefined;
}
