import type { FormSchema } from '@esocial/form-core/form-schema.ts';
import { sectionSchema } from '@esocial/form-core/sections.ts';
import type { RJSFSchema } from '@rjsf/utils';

/**
 * What rjsf is given of a section: its groups and the names of its fields. Everything else about a field comes from the compiled
 * form, so rjsf never resolves a condition, a reference or a default.
 */
export function sectionLayout(schema: FormSchema, pointers: readonly string[]): RJSFSchema {
  return layoutOf(sectionSchema(schema, pointers));
}

function layoutOf(schema: FormSchema): RJSFSchema {
  const isGroup = schema.type === 'object' && schema.properties !== undefined;
  if (!isGroup) return { title: schema.title ?? '' };
  const properties = Object.entries(schema.properties ?? {}).map(([name, child]) => [name, layoutOf(child)] as const);
  return { type: 'object', title: schema.title ?? '', properties: Object.fromEntries(properties) };
}
