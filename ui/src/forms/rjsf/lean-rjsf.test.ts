import { fieldConfigs } from '../fields/field-registry.ts';
import getDefaultRegistry from './lean-registry.ts';
import noAddresses from './lean-uri.ts';
import createSchemaUtils from './lean-schema-utils.ts';
import { sectionLayout } from './section-layout.ts';
import { silentValidator } from './silent-validator.ts';

describe('what rjsf is given', () => {
  it('is the groups of a section and the names of its fields, no rule', () => {
    // given
    const schema = {
      type: 'object',
      properties: {
        a: {
          type: 'object',
          title: 'A',
          required: ['b'],
          properties: { b: { type: 'string', title: 'B', minLength: 3 }, c: { type: 'string' } },
        },
        d: { type: 'number' },
      },
    };
    // then
    expect(sectionLayout(schema, ['/a/b'])).toEqual({
      type: 'object',
      title: '',
      properties: { a: { type: 'object', title: 'A', properties: { b: { title: 'B' } } } },
    });
  });

  it('never objects to data, and resolves nothing', () => {
    // given
    const schema = { type: 'object' as const };
    const utils = createSchemaUtils(silentValidator, schema);
    // then
    expect(utils.retrieveSchema(schema)).toBe(schema);
    expect(utils.getDefaultFormState(schema, undefined)).toEqual({});
    expect([
      utils.doesSchemaUtilsDiffer(silentValidator, schema),
      utils.doesSchemaUtilsDiffer(silentValidator, {}),
    ]).toEqual([false, true]);
    expect(noAddresses.resolve('https://a', '#/b')).toBe('#/b');
    expect(silentValidator.isValid({}, 5, {})).toBe(true);
    expect(silentValidator.validateFormData(5, {})).toEqual({ errors: [], errorSchema: {} });
  });

  it('has no default field or widget', () => {
    expect([getDefaultRegistry().fields, getDefaultRegistry().widgets]).toEqual([{}, {}]);
  });
});

describe('the registry of fields', () => {
  it('draws each kind by one field', () => {
    const kinds = fieldConfigs.flatMap((config) => config.kinds);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(kinds).toHaveLength(25 + 1);
  });
});
