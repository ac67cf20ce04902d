import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { createRoot } from 'react-dom/client';
import type { GeneratedForm } from '../generated-form.ts';
import { answerRequests } from './page.ts';

type Property = Record<string, unknown>;

/** The same form as rjsf knows it: a condition is an if/then that adds the field. */
function asPlainSchema({ schema }: GeneratedForm): object {
  const properties: Record<string, Property> = {};
  const allOf: object[] = [];
  for (const [name, { 'x-visible-when': condition, 'x-table': _table, ...property }] of Object.entries(
    schema.properties,
  )) {
    if (property.format === 'money') delete property.format;
    if (condition === undefined) properties[name] = property;
    else allOf.push({ if: { properties: { field2: { const: true } } }, then: { properties: { [name]: property } } });
  }
  return { ...schema, properties, ...(allOf.length > 0 ? { allOf } : {}) };
}

answerRequests(async (generated: GeneratedForm) => {
  const root = createRoot(document.getElementById('root')!);
  const schema = asPlainSchema(generated);
  return () => {
    root.render(<Form schema={schema} formData={generated.data} validator={validator} />);
  };
});
