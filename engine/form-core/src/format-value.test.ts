import { choicesOf } from './choices.ts';
import { compileForm } from './compile-form.ts';
import { createClassifierLookup } from './classifier-lookup.ts';
import type { FormSchema } from './form-schema.ts';
import { formatInstant, formatValue } from './format-value.ts';
import type { Json } from './json.ts';
import { fakeExpressions } from './testing/fake-expressions.ts';

const lookup = createClassifierLookup([{ code: 'f', ro: 'feminin', ru: 'женский' }]);

function shown(schema: FormSchema, value: Json | undefined, language: 'ro' | 'ru' | 'en' = 'ro'): string {
  const form = compileForm(
    { schema: { type: 'object', properties: { field: schema } }, uiSchema: {}, translations: {} },
    fakeExpressions(),
  );
  return formatValue(form.byPattern.get('/field')!, schema, value, {
    language,
    yes: 'Da',
    no: 'Nu',
    classifier: () => lookup,
  });
}

const choice: FormSchema = { type: 'string', oneOf: [{ const: 'a', title: 'Bună' }, { const: 'b' }] };

describe('values in words', () => {
  it.each<[string, FormSchema, Json | undefined, string]>([
    ['nothing', { type: 'string' }, undefined, ''],
    ['null', { type: 'string' }, null, ''],
    ['a text', { type: 'string' }, 'Popa', 'Popa'],
    ['a day', { type: 'string', format: 'date' }, '2026-03-12', '12.03.2026'],
    ['a day that is none', { type: 'string', format: 'date' }, 'mâine', 'mâine'],
    ['an instant', { type: 'string', format: 'date-time' }, '2026-07-12T11:30:00Z', '12.07.2026, 14:30'],
    ['yes', { type: 'boolean' }, true, 'Da'],
    ['a number', { type: 'number' }, 1234.5, '1.234,5'],
    ['an amount', { type: 'number', format: 'money' }, 1234.5, '1.234,50'],
    ['a choice', choice, 'a', 'Bună'],
    ['a choice without a title', choice, 'b', 'b'],
    ['a number chosen', { type: 'integer', enum: [1, 2] }, 2, '2'],
    ['several', { type: 'array', items: choice }, ['a', 'b'], 'Bună, b'],
    ['a code', { type: 'string', 'x-classifier': { key: 'sex' } }, 'f', 'feminin'],
    ['an unknown code', { type: 'string', 'x-classifier': { key: 'sex' } }, 'q', 'q'],
    ['an institution', { type: 'object', 'x-institution': {} }, { institutionId: 'i', name: 'Liceul' }, 'Liceul'],
    [
      'a person without more',
      { type: 'object', 'x-person': {} },
      { personId: 'p', lastName: 'Popa', firstName: 'Ana' },
      'Popa Ana',
    ],
  ])('%s', (_, schema, value, text) => expect(shown(schema, value)).toBe(text));

  it('follow the language', () => {
    expect(shown({ type: 'string', 'x-classifier': { key: 'sex' } }, 'f', 'ru')).toBe('женский');
    expect(shown({ type: 'number', format: 'money' }, 1234.5, 'en')).toBe('1,234.50');
    expect(formatInstant('not a time', 'ro')).toBe('not a time');
  });

  it('offer only choices that have a value', () => {
    expect(choicesOf({ type: 'string', oneOf: [{ const: 'a', title: 'A' }, {}] })).toEqual([
      { value: 'a', label: 'A' },
    ]);
    expect(choicesOf({ type: 'string', enum: ['x', null] })).toEqual([{ value: 'x', label: 'x' }]);
  });
});
