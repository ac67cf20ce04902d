import { compileForm } from './compile-form.ts';
import { evaluateForm } from './evaluate-form.ts';
import { FormDefinitionError } from './form-definition-error.ts';
import type { FormSchema, UiSchema } from './form-schema.ts';
import type { FakeExpressions } from './testing/fake-expressions.ts';
import { fakeExpressions } from './testing/fake-expressions.ts';

const number: FormSchema = { type: 'number' };
const calculated = (source: string): FormSchema => ({ ...number, 'x-calculation': `= ${source}` });
const env = { today: '2026-03-10' };

function compile(
  properties: Record<string, FormSchema>,
  expressions: FakeExpressions = {},
  uiSchema: UiSchema = {},
  more: FormSchema = {},
) {
  return compileForm(
    { schema: { type: 'object', properties, ...more }, uiSchema, translations: {} },
    fakeExpressions(expressions),
  );
}

const add = (...names: string[]): FakeExpressions[string] => [
  names,
  (context) => names.reduce((sum, name) => sum + Number(context[name]), 0),
];

describe('compileForm', () => {
  it('calculates in the order of dependence, whatever the order of declaration', () => {
    // given
    const form = compile(
      { c: calculated('b+1'), b: calculated('a+1'), a: number },
      { 'b+1': [['b'], ({ b }) => Number(b) + 1], 'a+1': [['a'], ({ a }) => Number(a) + 1] },
    );
    // then
    expect(evaluateForm(form, { a: 1 }, env).data).toEqual({ a: 1, b: 2, c: 3 });
  });

  it('takes a name from the nearest object around the field', () => {
    // given
    const form = compile(
      {
        rate: number,
        group: {
          type: 'object',
          properties: {
            rate: number,
            rows: {
              type: 'array',
              items: { type: 'object', properties: { own: number, sum: calculated('own+rate') } },
            },
          },
        },
      },
      { 'own+rate': add('own', 'rate') },
    );
    // when
    const { data } = evaluateForm(form, { rate: 100, group: { rate: 10, rows: [{ own: 1 }, { own: 2 }] } }, env);
    // then
    expect(data.group).toEqual({
      rate: 10,
      rows: [
        { own: 1, sum: 11 },
        { own: 2, sum: 12 },
      ],
    });
  });

  it('lets a field look at its neighbour through the name of their group', () => {
    // given
    const form = compile(
      {
        child: {
          type: 'object',
          properties: { age: number, school: { type: 'string', 'x-visible-when': '= child.age > 6' } },
        },
      },
      { 'child.age > 6': [['child'], ({ child }) => Number((child as { age: number }).age) > 6] },
    );
    // then
    expect(evaluateForm(form, { child: { age: 8, school: 'nr. 1' } }, env).data).toEqual({
      child: { age: 8, school: 'nr. 1' },
    });
    expect(evaluateForm(form, { child: { age: 5, school: 'nr. 1' } }, env).data).toEqual({ child: { age: 5 } });
  });

  it('gives null for a name that is nowhere and the day for today', () => {
    // given
    const seen: unknown[] = [];
    const form = compile(
      { a: calculated('look') },
      { look: [['nowhere', 'today'], ({ nowhere, today }) => seen.push(nowhere, today)] },
    );
    // when
    evaluateForm(form, {}, env);
    // then
    expect(seen).toEqual([null, '2026-03-10']);
  });

  it('gives no value when an expression breaks a limit', () => {
    // given
    const form = compile(
      { a: calculated('endless') },
      {
        endless: [
          [],
          () => {
            throw new Error('too many steps');
          },
        ],
      },
    );
    // then
    expect(evaluateForm(form, { a: 5 }, env).data).toEqual({});
  });

  it.each<[string, Record<string, FormSchema>, FakeExpressions, string]>([
    ['of two', { a: calculated('b'), b: calculated('a') }, { a: add('a'), b: add('b') }, '/a → /b → /a'],
    ['of one', { a: calculated('a') }, { a: add('a') }, '/a → /a'],
    [
      'through a list',
      {
        total: calculated('rows'),
        rows: { type: 'array', items: { type: 'object', properties: { share: calculated('total') } } },
      },
      { rows: add('rows'), total: add('total') },
      '/rows/*/share',
    ],
  ])('refuses a circle %s', (_, properties, expressions, named) => {
    expect(() => compile(properties, expressions)).toThrow(named);
  });

  it('names every expression that is wrong', () => {
    // when
    const compiling = () => compile({ a: calculated('(('), b: calculated('))') });
    // then
    expect(compiling).toThrow(FormDefinitionError);
    expect(compiling).toThrow(/\/properties\/a\/x-calculation.*\/properties\/b\/x-calculation/);
  });

  it('knows kinds, classes and what is required when', () => {
    // given
    const form = compile(
      {
        a: { type: 'string', 'x-class': 'public' },
        g: { type: 'object', 'x-class': 'sealed', properties: { b: { type: 'string', format: 'date' } } },
        c: { type: 'string', maxLength: 501 },
      },
      {},
      {},
      { required: ['a'], if: { properties: { a: { const: 'x' } } }, then: { required: ['c'] } },
    );
    // then
    expect(form.fields.map(({ pattern, kind, fieldClass, required }) => [pattern, kind, fieldClass, required])).toEqual(
      [
        ['/a', 'text', 'public', 'always'],
        ['/g', 'group', 'sealed', 'never'],
        ['/g/b', 'date', 'sealed', 'never'],
        ['/c', 'longText', 'personal', 'sometimes'],
      ],
    );
  });

  it('puts fields that no section lists at the end of the last, and orders all by the sections', () => {
    // given
    const group: FormSchema = { type: 'object', properties: { x: number, y: number } };
    const uiSchema = {
      'ui:sections': [
        { key: 'one', title: '1', fields: ['/g/y'] },
        { key: 'two', title: '2', fields: ['/b'] },
      ],
    };
    // when
    const form = compile({ a: number, g: group, b: number }, {}, uiSchema);
    // then
    expect(form.sections.map(({ key, fields }) => [key, fields])).toEqual([
      ['one', ['/g/y']],
      ['two', ['/b', '/a', '/g/x']],
    ]);
    expect(form.fields.map(({ pattern }) => pattern)).toEqual(['/g', '/g/y', '/b', '/a', '/g/x']);
  });

  it('writes references out, the keywords beside them winning', () => {
    // given
    const definition = {
      type: 'object',
      properties: { a: { $ref: '#/$defs/name', title: 'Nume' } },
      $defs: { name: { type: 'string', title: 'x', maxLength: 9 } },
    };
    // when
    const form = compileForm({ schema: definition, uiSchema: {}, translations: {} }, fakeExpressions());
    // then
    expect(form.byPattern.get('/a')?.schema).toEqual({ type: 'string', title: 'Nume', maxLength: 9 });
  });
});
