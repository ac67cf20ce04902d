import fc from 'fast-check';
import type { FormSchema } from './form-schema.ts';
import { findProfileFaults } from './profile.ts';
import { familyForm } from './testing/family-form.ts';

const withField = (field: FormSchema, more: FormSchema = {}): FormSchema => ({
  type: 'object',
  properties: { name: field },
  ...more,
});
const rulesOf = (schema: unknown, uiSchema = {}) =>
  findProfileFaults(schema as FormSchema, uiSchema).map(({ pointer, rule }) => `${pointer} ${rule}`);
const text: FormSchema = { type: 'string' };

describe('the form profile', () => {
  it('finds nothing wrong with a good form', () => {
    expect(findProfileFaults(familyForm.schema, familyForm.uiSchema)).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['a root that is no object', { type: 'array', items: text }, ' root'],
    [
      'an unknown keyword',
      withField({ ...text, patternProperties: {} } as FormSchema),
      '/properties/name/patternProperties keyword',
    ],
    ['a field name with a capital', { type: 'object', properties: { Name: text } }, '/properties/Name name'],
    [
      'a field called __proto__',
      JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}}}'),
      '/properties/__proto__ name',
    ],
    [
      'a field called constructor',
      { type: 'object', properties: { constructor: text } },
      '/properties/constructor name',
    ],
    ['an unknown format', withField({ ...text, format: 'ipv4' }), '/properties/name/format format'],
    ['a format of another type', withField({ ...text, format: 'money' }), '/properties/name/format format'],
    [
      'alternatives that are no choices',
      withField({ oneOf: [text, { type: 'number' }] }),
      '/properties/name/oneOf choice',
    ],
    [
      'a condition on no field',
      withField(text, { if: { properties: { age: { const: 1 } } }, then: { required: ['name'] } }),
      '/if condition',
    ],
    [
      'a condition that declares a title',
      withField(text, { if: { properties: { name: { title: 'x' } } }, then: {} }),
      '/if/properties/name/title keyword',
    ],
    ['a required name that is no field', withField(text, { required: ['age'] }), '/required required'],
    [
      'an expression without =',
      withField({ ...text, 'x-calculation': 'a + b' }),
      '/properties/name/x-calculation expression',
    ],
    ['a field of no kind', withField({ type: 'array', items: text }), '/properties/name kind'],
    ['a reference to nothing', withField({ $ref: '#/$defs/none' }), '/properties/name reference'],
    [
      'a reference in a circle',
      withField({ $ref: '#/$defs/a' }, { $defs: { a: { type: 'object', properties: { b: { $ref: '#/$defs/a' } } } } }),
      '/properties/name/properties/b circular-reference',
    ],
  ])('refuses %s', (_, schema, expected) => {
    expect(rulesOf(schema)).toEqual([expected]);
  });

  it('refuses sections that lead to nothing, repeat a key or a field', () => {
    // given
    const uiSchema = {
      'ui:sections': [
        { key: 'a', title: 'A', fields: ['/name', '/age'] },
        { key: 'a', title: 'B', fields: ['/name'] },
      ],
    };
    // then
    expect(rulesOf(withField(text), uiSchema)).toEqual([
      'ui:/ui:sections/0/fields/1 section',
      'ui:/ui:sections/1/key section',
      'ui:/ui:sections/1/fields/0 section',
    ]);
  });

  it('caps fields, depth and size', () => {
    const fields = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`f${index}`, text]));
    expect(rulesOf({ type: 'object', properties: fields })).toEqual(['/properties/f2000 fields']);
    const deep = (levels: number): FormSchema => (levels === 0 ? text : withField(deep(levels - 1)));
    expect(rulesOf(deep(31))).toEqual([]);
    expect(findProfileFaults(deep(40))[0]?.rule).toBe('depth');
    expect(rulesOf(withField({ ...text, title: 'x'.repeat(1_100_000) }))).toEqual([' size']);
  });

  it('answers quickly to hostile nesting', () => {
    // given
    let hostile: unknown = text;
    for (let level = 0; level < 20_000; level += 1) hostile = { type: 'object', properties: { a: hostile } };
    let list: unknown = [];
    for (let level = 0; level < 20_000; level += 1) list = [list];
    // then
    expect(findProfileFaults(hostile as FormSchema)[0]?.rule).toBe('depth');
    expect(findProfileFaults(withField({ ...text, default: list as never }))[0]?.rule).toBe('size');
  });

  it('multiplies fields through references and still stops', () => {
    // given
    const $defs: Record<string, FormSchema> = { d0: { type: 'object', properties: { x: text } } };
    for (let level = 1; level < 20; level += 1) {
      const properties = Object.fromEntries(
        Array.from({ length: 9 }, (_, index) => [`p${index}`, { $ref: `#/$defs/d${level - 1}` }]),
      );
      $defs[`d${level}`] = { type: 'object', properties };
    }
    // then
    expect(findProfileFaults({ type: 'object', properties: { bomb: { $ref: '#/$defs/d19' } }, $defs })[0]?.rule).toBe(
      'fields',
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.object({
          maxDepth: 4,
          key: fc.constantFrom(
            'type',
            'properties',
            'items',
            'required',
            'allOf',
            'if',
            'oneOf',
            '$ref',
            'format',
            'name',
          ),
        }),
        (schema) => {
          expect(Array.isArray(findProfileFaults(schema as FormSchema))).toBe(true);
        },
      ),
    );
  });
});
