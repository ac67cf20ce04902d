import type { FormDefinition, FormSchema } from '../form-schema.ts';
import { fakeExpressions } from './fake-expressions.ts';

/** For tests: a form with one field of nearly every kind, a condition, calculations and a table. */
export const familySchema: FormSchema = {
  type: 'object',
  required: ['applicant', 'hasChildren', 'declaration'],
  properties: {
    applicant: {
      type: 'object',
      title: 'Solicitant',
      required: ['lastName', 'idnp'],
      properties: {
        lastName: { type: 'string', title: 'Nume', minLength: 2, maxLength: 100, pattern: '^\\p{Lu}[\\p{L} -]*$' },
        idnp: { type: 'string', title: 'IDNP', format: 'idnp' },
        phone: { type: 'string', title: 'Telefon', format: 'phone' },
        sex: { type: 'string', title: 'Sex', 'x-classifier': { key: 'sex' } },
      },
    },
    hasChildren: { type: 'boolean', title: 'Are copii?' },
    children: {
      type: 'array',
      title: 'Copii',
      minItems: 1,
      maxItems: 20,
      'x-table': true,
      'x-visible-when': '= hasChildren',
      items: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', title: 'Prenume' },
          birthDate: { type: 'string', format: 'date', title: 'Data nașterii' },
          age: { type: 'integer', title: 'Vârsta', 'x-calculation': '= age at today' },
          school: { type: 'string', title: 'Școala', 'x-visible-when': '= age >= 7' },
          allowance: { type: 'number', format: 'money', title: 'Alocație' },
        },
      },
    },
    total: { type: 'number', format: 'money', title: 'Total', 'x-calculation': '= sum(children.allowance)' },
    risks: {
      type: 'array',
      title: 'Riscuri',
      uniqueItems: true,
      items: { type: 'string', enum: ['neglect', 'violence'] },
      'x-class': 'special',
    },
    declaration: { type: 'boolean', title: 'Declar', const: true },
    person: { type: 'object', title: 'Persoana', 'x-person': {} },
    proof: { type: 'object', title: 'Dovada', 'x-attachment': { accept: ['application/pdf'], maxSize: 1000 } },
    note: { type: 'string', title: 'Note', maxLength: 2000 },
  },
  allOf: [
    {
      if: { properties: { hasChildren: { const: true } }, required: ['hasChildren'] },
      then: { required: ['children'] },
    },
  ],
};

export const familyForm: FormDefinition = {
  schema: familySchema,
  uiSchema: {
    'ui:sections': [
      { key: 'applicant', title: 'Solicitant', fields: ['/applicant'] },
      { key: 'family', title: 'Familia', fields: ['/hasChildren', '/children', '/total'] },
      { key: 'end', title: 'Încheiere', fields: ['/declaration'] },
    ],
  },
  translations: {
    ru: { schema: { '/properties/note/title': 'Примечания' } },
    en: { schema: { '/properties/note/title': 'Notes' } },
  },
};

interface Child {
  allowance?: number;
}

export const familyExpressions = fakeExpressions({
  hasChildren: [['hasChildren'], ({ hasChildren }) => hasChildren],
  'age at today': [
    ['birthDate', 'today'],
    ({ birthDate, today }) =>
      typeof birthDate === 'string' && typeof today === 'string'
        ? Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
        : null,
  ],
  'age >= 7': [['age'], ({ age }) => typeof age === 'number' && age >= 7],
  'sum(children.allowance)': [
    ['children'],
    ({ children }) =>
      (children as Child[] | null | undefined)?.reduce((sum, { allowance }) => sum + (allowance ?? 0), 0) ?? null,
  ],
});
