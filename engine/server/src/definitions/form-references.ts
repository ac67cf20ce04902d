import { schemaNodes } from '@esocial/form-core/schema-nodes.ts';
import type { FormSchema } from '@esocial/form-core/form-schema.ts';

/** Keys of the classifiers that the fields of a form take their values from, sorted. */
export function classifierKeysOf(schema: FormSchema): string[] {
  const keys = schemaNodes(schema).map((node) => node.schema['x-classifier']?.key);
  return [...new Set(keys.filter((key) => key !== undefined))].sort();
}
