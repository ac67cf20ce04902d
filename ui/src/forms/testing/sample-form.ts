import type { ExpressionCompiler } from '@esocial/form-core/expressions.ts';
import { createClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import type { FormEnvironment, FormPayload } from '../runtime-types.ts';

/** For tests: a form of three sections with a condition, a calculation, a table and a repeated group. */
export const sampleForm: FormPayload = {
  key: 'sample',
  versionId: 'v1',
  title: 'Cerere',
  schema: {
    type: 'object',
    title: 'Cerere',
    required: ['applicant', 'hasChildren'],
    properties: {
      applicant: {
        type: 'object',
        title: 'Solicitant',
        required: ['lastName', 'birthDate'],
        properties: {
          lastName: { type: 'string', title: 'Nume' },
          birthDate: { type: 'string', format: 'date', title: 'Data nașterii' },
          idnp: { type: 'string', format: 'idnp', title: 'IDNP' },
        },
      },
      hasChildren: { type: 'boolean', title: 'Are copii?' },
      children: {
        type: 'array',
        title: 'Copii',
        'x-table': true,
        'x-visible-when': '= hasChildren',
        items: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string', title: 'Prenume' },
            allowance: { type: 'number', format: 'money', title: 'Alocație' },
          },
        },
      },
      total: { type: 'number', format: 'money', title: 'Total', 'x-calculation': '= sum(children.allowance)' },
      contacts: {
        type: 'array',
        title: 'Persoane de contact',
        items: {
          type: 'object',
          title: 'Contact',
          properties: { phone: { type: 'string', format: 'phone', title: 'Telefon' } },
        },
      },
      region: { type: 'string', title: 'Localitatea', 'x-classifier': { key: 'cuatm' }, 'x-class': 'special' },
    },
  },
  uiSchema: {
    'ui:sections': [
      { key: 'applicant', title: 'Solicitantul', fields: ['/applicant'] },
      {
        key: 'family',
        title: 'Familia',
        description: 'Cine locuiește împreună',
        fields: ['/hasChildren', '/children', '/total'],
      },
      { key: 'contact', title: 'Contacte', fields: ['/contacts'] },
    ],
  },
  translations: {
    ru: {
      schema: {
        '/properties/applicant/properties/lastName/title': 'Фамилия',
        '/properties/applicant/properties/birthDate/title': 'Дата рождения',
      },
      uiSchema: { '/ui:sections/0/title': 'Заявитель' },
    },
  },
};

/** For tests: what the two expressions of the sample form do. */
export const sampleExpressions: ExpressionCompiler = {
  compile: (source) =>
    source === 'hasChildren'
      ? { names: ['hasChildren'], evaluate: ({ hasChildren }) => ({ value: hasChildren }) }
      : {
          names: ['children'],
          evaluate: ({ children }) => ({
            value:
              (children as { allowance?: number }[] | null)?.reduce(
                (sum, { allowance }) => sum + (Number(allowance) || 0),
                0,
              ) ?? null,
          }),
        },
};

const places = createClassifierLookup([
  { code: '0101000', ro: 'mun. Chișinău', ru: 'мун. Кишинёв' },
  { code: '0110000', parent: '0101000', ro: 'sectorul Botanica' },
  { code: '5300000', ro: 'Hîncești' },
  { code: '6400000', ro: 'Orhei' },
  { code: '7100000', ro: 'Rîșcani' },
  { code: '1200000', ro: 'Basarabeasca', validTo: '2020-01-01' },
  { code: '1700000', ro: 'Cahul' },
]);

export const sampleEnvironment: FormEnvironment = {
  today: '2026-03-10',
  classifier: (key) => (key === 'cuatm' ? places : undefined),
};
