/** A synthetic form: plain fields, some that appear under a condition, and a table, spread over sections of 25 fields. */
export interface GeneratedForm {
  schema: { type: 'object'; required: string[]; properties: Record<string, Record<string, unknown>> };
  uiSchema: { 'ui:sections': { key: string; title: string; fields: string[] }[] };
  data: Record<string, unknown>;
}

const kinds: Record<string, unknown>[] = [
  { type: 'string', maxLength: 200 },
  { type: 'integer', minimum: 0, maximum: 1000 },
  { type: 'boolean' },
  { type: 'string', format: 'date' },
  {
    type: 'string',
    oneOf: [
      { const: 'a', title: 'A' },
      { const: 'b', title: 'B' },
      { const: 'c', title: 'C' },
    ],
  },
  { type: 'number', format: 'money', minimum: 0 },
];

const values: unknown[] = ['text', 7, true, '2026-03-12', 'b', 120.5];

function addTable(form: GeneratedForm, rows: number, columns: number): void {
  const names = Array.from({ length: columns }, (_, index) => `column${index}`);
  form.schema.properties.household = {
    type: 'array',
    title: 'Household',
    'x-table': true,
    items: {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, { type: 'string', title: name, maxLength: 100 }])),
    },
  };
  form.data.household = Array.from({ length: rows }, () => Object.fromEntries(names.map((name) => [name, 'x'])));
}

/** `conditions` of the fields are visible only when an earlier yes-or-no field is true (it is, in the data). */
export function generateForm(
  fields: number,
  conditions: number,
  table?: { rows: number; columns: number },
): GeneratedForm {
  const form: GeneratedForm = {
    schema: { type: 'object', required: [], properties: {} },
    uiSchema: { 'ui:sections': [] },
    data: {},
  };
  const every = conditions > 0 ? Math.floor(fields / conditions) : Number.POSITIVE_INFINITY;
  for (let index = 0; index < fields; index += 1) {
    const name = `field${index}`;
    const kind = kinds[index % kinds.length] ?? {};
    const conditional = index > 6 && index % every === 0;
    form.schema.properties[name] = {
      title: `Field ${index}`,
      ...kind,
      ...(conditional ? { 'x-visible-when': '= field2 = true' } : {}),
    };
    if (index % 3 === 0 && !conditional) form.schema.required.push(name);
    form.data[name] = values[index % values.length];
  }
  if (table) addTable(form, table.rows, table.columns);
  const names = Object.keys(form.schema.properties);
  for (let start = 0; start < names.length; start += 25) {
    const fieldsOfSection = names.slice(start, start + 25).map((name) => `/${name}`);
    form.uiSchema['ui:sections'].push({ key: `section${start}`, title: `Section ${start}`, fields: fieldsOfSection });
  }
  return form;
}
