import { localizeForm } from './localize.ts';

const definition = {
  schema: {
    type: 'object',
    properties: {
      a: { type: 'string', title: 'Nume', oneOf: [{ const: 'x', title: 'Unu' }] },
      b: { $ref: '#/$defs/place' },
    },
    $defs: { place: { type: 'string', title: 'Loc' } },
  },
  uiSchema: { 'ui:sections': [{ key: 's', title: 'Secțiune', fields: ['/a'] }] },
  translations: {
    ru: {
      schema: {
        '/properties/a/title': 'Имя',
        '/properties/a/oneOf/0/title': 'Один',
        '/$defs/place/title': 'Место',
        '/properties/gone/title': 'x',
      },
      uiSchema: { '/ui:sections/0/title': 'Раздел' },
    },
  },
};

describe('localizeForm', () => {
  it('puts the texts of the language in place, through references too', () => {
    // when
    const { schema, uiSchema } = localizeForm(definition, 'ru');
    // then
    expect(schema.properties).toEqual({
      a: { type: 'string', title: 'Имя', oneOf: [{ const: 'x', title: 'Один' }] },
      b: { type: 'string', title: 'Место' },
    });
    expect(uiSchema['ui:sections']?.[0]?.title).toBe('Раздел');
    expect(definition.schema.properties.a.title).toBe('Nume');
  });

  it('stays Romanian where nothing is translated', () => {
    expect(localizeForm(definition, 'en').schema).toEqual(localizeForm(definition, 'ro').schema);
  });
});
