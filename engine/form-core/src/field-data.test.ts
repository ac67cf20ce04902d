import { classesIn, redactByClass } from './field-classes.ts';
import { compileForm } from './compile-form.ts';
import { newRow, withDefaults } from './defaults.ts';
import { prefillForm } from './prefill.ts';
import { mergePointers, pickPointers, sectionSchema } from './sections.ts';
import { fakeExpressions } from './testing/fake-expressions.ts';
import { familyExpressions, familyForm, familySchema } from './testing/family-form.ts';

const form = compileForm(familyForm, familyExpressions);

describe('sections', () => {
  it('cut a schema down to the fields at the pointers', () => {
    // when
    const schema = sectionSchema(familySchema, ['/applicant/idnp', '/declaration', '/nothing']);
    // then
    expect(Object.keys(schema.properties!)).toEqual(['applicant', 'declaration']);
    expect(schema.properties!.applicant).toEqual({
      type: 'object',
      title: 'Solicitant',
      required: ['idnp'],
      properties: { idnp: familySchema.properties!.applicant!.properties!.idnp },
    });
    expect(schema.required).toEqual(['applicant', 'declaration']);
  });

  it('pick and merge data by the same pointers', () => {
    // given
    const data = { a: { b: 1, c: 2 }, d: 3 };
    // then
    expect(pickPointers(data, ['/a/b', '/x'])).toEqual({ a: { b: 1 } });
    expect(mergePointers(data, { a: { b: 9 } }, ['/a/b', '/d'])).toEqual({ a: { b: 9, c: 2 } });
  });
});

describe('classes of data', () => {
  const data = { applicant: { lastName: 'Popa' }, risks: ['neglect'], unknown: 1 };

  it('keep what may not be seen out of what is read', () => {
    expect(redactByClass(form, data, new Set(['personal']))).toEqual({
      data: { applicant: { lastName: 'Popa' } },
      redacted: ['/risks'],
    });
  });

  it('are named for what the data hold', () => {
    expect(classesIn(form, data)).toEqual(['personal', 'special']);
  });
});

describe('defaults', () => {
  const schema = {
    type: 'object',
    properties: {
      a: { type: 'string', default: 'x' },
      rows: { type: 'array', items: { type: 'object', properties: { n: { type: 'number', default: 1 } } } },
    },
  };
  const withSome = compileForm({ schema, uiSchema: {}, translations: {} }, fakeExpressions());

  it('fill what has no value yet, also in rows', () => {
    expect(withDefaults(withSome, { rows: [{}, { n: 5 }] })).toEqual({ a: 'x', rows: [{ n: 1 }, { n: 5 }] });
    expect(withDefaults(withSome, { a: 'y' })).toEqual({ a: 'y' });
    expect(newRow(withSome.byPattern.get('/rows')!)).toEqual({ n: 1 });
  });
});

describe('prefill', () => {
  const schema = {
    type: 'object',
    properties: {
      name: { type: 'string', 'x-prefill': '= person.name' },
      other: { type: 'string', 'x-prefill': '= nothing' },
    },
  };
  const expressions = fakeExpressions({
    'person.name': [['person'], ({ person }) => (person as { name: string }).name],
    nothing: [['records'], () => null],
  });
  const prefilled = compileForm({ schema, uiSchema: {}, translations: {} }, expressions);
  const context = { case: {}, person: { name: 'Popa' }, records: {}, today: '2026-03-10', user: {} };

  it('takes over what is known and says where it is from', () => {
    expect(prefillForm(prefilled, {}, context)).toEqual({
      data: { name: 'Popa' },
      prefilled: [{ path: '/name', value: 'Popa', sources: ['person'] }],
    });
  });

  it('leaves alone what somebody typed', () => {
    expect(prefillForm(prefilled, { name: 'Rusu' }, context)).toEqual({ data: { name: 'Rusu' }, prefilled: [] });
  });
});
