import { compileForm } from '@esocial/form-core/compile-form.ts';
import type { FormSchema } from '@esocial/form-core/form-schema.ts';
import i18next from 'i18next';
import ICU from 'i18next-icu';
import { findTextFaults } from '../../i18n/text-faults.ts';
import { noExpressions } from '../testing/no-expressions.ts';
import en from '../texts/en.json';
import ro from '../texts/ro.json';
import ru from '../texts/ru.json';
import { errorText } from './error-text.ts';

const languages = ['ro', 'ru', 'en'] as const;
const i18n = i18next.createInstance();

function textOf(
  language: (typeof languages)[number],
  keyword: string,
  params: object,
  schema: FormSchema,
  value?: string | number | string[],
): string {
  const form = compileForm(
    { schema: { type: 'object', properties: { field: schema } }, uiSchema: {}, translations: {} },
    noExpressions,
  );
  const field = form.byPattern.get('/field')!;
  const translate = i18n.getFixedT(language, 'forms');
  return errorText((key, values) => translate(key, values ?? {}), {
    error: { path: '/field', keyword, params },
    field,
    schema,
    value,
    language,
  });
}

const text: FormSchema = { type: 'string', title: 'Nume' };
const number: FormSchema = { type: 'number', title: 'Venit' };
const file: FormSchema = { type: 'object', title: 'Act', 'x-attachment': {} };

describe('error texts', () => {
  beforeAll(() =>
    i18n.use(new ICU()).init({
      lng: 'ro',
      ns: ['forms'],
      showSupportNotice: false,
      resources: { ro: { forms: ro }, ru: { forms: ru }, en: { forms: en } },
    }),
  );

  it.each([
    ['Russian', ru],
    ['English', en],
  ])('exist in %s with the same placeholders', (_, texts) => expect(findTextFaults(ro, texts)).toEqual([]));

  const cases: [string, object, FormSchema, (string | number | string[])?][] = [
    ['required', {}, text],
    ['required', {}, { type: 'boolean', title: 'Nume' }],
    ['required', {}, file],
    ['required', {}, { type: 'array', title: 'Nume', items: { type: 'object', properties: {} } }],
    ['type', { type: 'number' }, number, 'abc'],
    ['type', { type: 'string' }, text, 5],
    ...['date', 'date-time', 'time', 'idnp', 'idno', 'cuatm', 'phone', 'money', 'email', 'uri'].map(
      (format): [string, object, FormSchema, string] => ['format', { format }, text, 'abc'],
    ),
    ['pattern', { pattern: '^a$' }, text, 'b'],
    ['minLength', { limit: 2 }, text, 'a'],
    ['maxLength', { limit: 2 }, text, 'abc'],
    ['minimum', { limit: 2 }, number, 1],
    ['maximum', { limit: 2 }, number, 3],
    ['exclusiveMinimum', { limit: 2 }, number, 2],
    ['exclusiveMaximum', { limit: 2 }, number, 2],
    ['multipleOf', { multipleOf: 0.5 }, number, 0.3],
    ['enum', {}, { ...text, enum: ['a'] }, 'b'],
    ['const', { allowedValue: true }, { type: 'boolean', title: 'Acord' }],
    ['const', { allowedValue: 'x' }, text, 'y'],
    ['minItems', { limit: 2 }, text, ['a']],
    ['maxItems', { limit: 1 }, text, ['a', 'b']],
    ['uniqueItems', { i: 0, j: 1 }, text, ['a', 'a']],
    ['additionalProperties', {}, text],
    ['classifier', { classifier: 'sex' }, text, 'q'],
    ['person', {}, text],
    ['institution', {}, text],
    ...['mediaType', 'size', 'reference'].map((reason): [string, object, FormSchema] => [
      'attachment',
      { reason, accept: ['application/pdf'], maxSize: 5000 },
      file,
    ]),
    ['somethingNew', {}, text],
  ];

  it.each(
    languages.flatMap((language) => cases.map((each) => [language, each[0], JSON.stringify(each[1]), each] as const)),
  )('in %s say what to do about %s %s', (language, _keyword, _params, [keyword, params, schema, value]) => {
    // when
    const sentence = textOf(language, keyword, params, schema, value);
    // then
    expect(sentence).toMatch(/[.]$/);
    expect(sentence).not.toMatch(/error\.|\{|\}|undefined|NaN|null/);
  });

  it('count in the plural of each language', () => {
    expect(textOf('ro', 'maxLength', { limit: 1 }, text, 'ab')).toContain('cel mult un caracter');
    expect(textOf('ro', 'maxLength', { limit: 2 }, text, 'abc')).toContain('cel mult 2 caractere');
    expect(textOf('ro', 'maxLength', { limit: 20 }, text, 'abc')).toContain('cel mult 20 de caractere');
    expect(textOf('ru', 'minLength', { limit: 21 }, text, 'abc')).toContain('не менее 21 символа');
    expect(textOf('ru', 'minLength', { limit: 5 }, text, 'abcd')).toContain('4 символа. Введите не менее 5 символов');
    expect(textOf('en', 'minItems', { limit: 1 }, text, [])).toContain('at least 1 entry');
  });

  it('name the value as the user typed it, shortened when it is long', () => {
    expect(textOf('ro', 'classifier', {}, text, 'x'.repeat(99))).toContain(`„${'x'.repeat(40)}…”`);
    expect(textOf('ro', 'minimum', { limit: 1000.5 }, number, 3)).toContain('1.000,5');
  });

  it('help with a pattern by the help of the field', () => {
    expect(textOf('ro', 'pattern', { pattern: '^a' }, { ...text, description: 'Seria și numărul.' }, 'b')).toBe(
      '„b” nu are forma cerută la „Nume”. Seria și numărul.',
    );
  });
});
