import { checkForm } from './check-form.ts';
import { createClassifierLookup } from './classifier-lookup.ts';
import { compileForm } from './compile-form.ts';
import type { FormValidator } from './form-validator.ts';
import type { JsonObject } from './json.ts';
import { familyExpressions, familyForm, familySchema } from './testing/family-form.ts';
import { loadValidator } from './testing/load-validator.ts';

const sex = createClassifierLookup([
  { code: 'm', ro: 'masculin' },
  { code: 'f', ro: 'feminin' },
  { code: 'x', ro: 'vechi', validTo: '2020-12-31' },
]);
const env = { today: '2026-03-10', classifier: (key: string) => (key === 'sex' ? sex : undefined) };
const form = compileForm(familyForm, familyExpressions);
const applicant = { lastName: 'Popa', idnp: '2000000000015' };
const valid: JsonObject = { applicant, hasChildren: false, declaration: true };

describe('checkForm', () => {
  let validator: FormValidator;
  beforeAll(async () => {
    validator = await loadValidator(familySchema);
  });
  const errorsOf = (data: JsonObject) =>
    checkForm(form, validator, data, env).errors.map(({ path, keyword }) => `${path} ${keyword}`);

  it('accepts valid data and gives it back unchanged', () => {
    // when
    const verdict = checkForm(form, validator, valid, env);
    // then
    expect(verdict).toEqual({ data: valid, errors: [] });
    expect(verdict.data).toBe(valid);
  });

  it('removes what is hidden before it validates, and calculates what is calculated', () => {
    // given
    const data = { ...valid, children: [{ name: '' }], total: 999 };
    // when
    const verdict = checkForm(form, validator, data, env);
    // then
    expect(verdict).toEqual({ data: valid, errors: [] });
  });

  it('demands what a condition demands', () => {
    expect(errorsOf({ ...valid, hasChildren: true })).toEqual(['/children required']);
  });

  it('hides within a row by the row', () => {
    // given
    const children = [
      { name: 'Ion', birthDate: '2015-01-01', school: 'nr. 1', allowance: 10.1 },
      { name: 'Ana', birthDate: '2024-01-01', school: 'nr. 2', allowance: 0.2 },
    ];
    // when
    const { data, errors } = checkForm(form, validator, { ...valid, hasChildren: true, children }, env);
    // then
    expect(errors).toEqual([]);
    expect(data.children).toEqual([
      { name: 'Ion', birthDate: '2015-01-01', school: 'nr. 1', allowance: 10.1, age: 11 },
      { name: 'Ana', birthDate: '2024-01-01', allowance: 0.2, age: 2 },
    ]);
    expect(data.total).toBe(10.3);
  });

  it.each<[string, JsonObject, string[]]>([
    [
      'an empty form at every required field',
      {},
      ['/applicant/lastName required', '/applicant/idnp required', '/hasChildren required', '/declaration required'],
    ],
    [
      'a blank text as missing',
      { ...valid, applicant: { ...applicant, lastName: '  ' } },
      ['/applicant/lastName required'],
    ],
    [
      'a wrong identifier',
      { ...valid, applicant: { ...applicant, idnp: '2222222222222' } },
      ['/applicant/idnp format'],
    ],
    ['a wrong type, once', { ...valid, applicant: { ...applicant, lastName: 5 } }, ['/applicant/lastName type']],
    [
      'a text that is too short and not as it should be',
      { ...valid, applicant: { ...applicant, lastName: 'p' } },
      ['/applicant/lastName minLength', '/applicant/lastName pattern'],
    ],
    ['an unknown code', { ...valid, applicant: { ...applicant, sex: 'q' } }, ['/applicant/sex classifier']],
    ['an expired code', { ...valid, applicant: { ...applicant, sex: 'x' } }, ['/applicant/sex classifier']],
    ['an unknown property', { ...valid, 'a/b': 1 }, ['/a~1b additionalProperties']],
    [
      'a value that is not offered, and one twice',
      { ...valid, risks: ['neglect', 'neglect', 'fire'] },
      ['/risks uniqueItems', '/risks/2 enum'],
    ],
    ['a broken person reference', { ...valid, person: { personId: 'x' } }, ['/person person']],
    ['a person that is a text', { ...valid, person: 'Ion' }, ['/person person']],
    ['an unticked declaration', { ...valid, declaration: false }, ['/declaration const']],
    [
      'rows in their order',
      { ...valid, hasChildren: true, children: [{ allowance: 1.234 }, { birthDate: '2026-02-30' }] },
      [
        '/children/0/name required',
        '/children/0/allowance format',
        '/children/1/name required',
        '/children/1/birthDate format',
        '/total format',
      ].slice(0, 4),
    ],
  ])('reports %s', (_, data, expected) => {
    expect(errorsOf(data)).toEqual(expected);
  });

  it('says what is wrong with an attachment', () => {
    // given
    const proof = {
      documentId: '0190c1de-0000-7000-8000-000000000000',
      fileName: 'a.exe',
      mediaType: 'application/x-dosexec',
      size: 10,
    };
    // when
    const { errors } = checkForm(form, validator, { ...valid, proof }, env);
    // then
    expect(errors).toEqual([
      {
        path: '/proof',
        keyword: 'attachment',
        params: { accept: ['application/pdf'], maxSize: 1000, reason: 'mediaType' },
      },
    ]);
  });

  it('is not fooled by __proto__ and constructor', () => {
    // given
    const data = JSON.parse('{"__proto__": {"hasChildren": false}, "constructor": 1}') as JsonObject;
    // when
    const errors = errorsOf({ ...data, applicant });
    // then
    expect(errors).toEqual([
      '/hasChildren required',
      '/declaration required',
      '/__proto__ additionalProperties',
      '/constructor additionalProperties',
    ]);
    expect(({} as Record<string, unknown>).hasChildren).toBeUndefined();
  });
});
