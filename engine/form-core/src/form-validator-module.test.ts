import { FormDefinitionError } from './form-definition-error.ts';
import { buildValidatorModule } from './form-validator-module.ts';
import { familySchema } from './testing/family-form.ts';
import { loadValidator } from './testing/load-validator.ts';

describe('the validator module', () => {
  it('imports nothing, evaluates nothing and is the same every time', () => {
    // when
    const source = buildValidatorModule(familySchema);
    // then
    expect(source).toMatch(/^export function createValidate\(formats\)/);
    expect(source).not.toMatch(/\bimport\b|\brequire\(|\beval\b|new Function/);
    expect(source).toBe(buildValidatorModule(familySchema));
  });

  it('is not built over a pattern that may take long', () => {
    expect(() =>
      buildValidatorModule({ type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } }),
    ).toThrow(FormDefinitionError);
  });

  it('counts characters, not code units, and compares objects whatever the order of their keys', async () => {
    // given
    const row = { type: 'object', properties: { a: { type: 'number' }, b: { type: 'number' } } };
    const validate = await loadValidator({
      type: 'object',
      properties: { text: { type: 'string', maxLength: 2 }, rows: { type: 'array', uniqueItems: true, items: row } },
    });
    // then
    expect(validate({ text: '👪👪' })).toEqual([]);
    expect(
      validate({
        rows: [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
      }).map(({ keyword }) => keyword),
    ).toEqual(['uniqueItems']);
    expect(validate({ rows: [{ a: 1 }, { b: 1 }] })).toEqual([]);
  });

  it('demands no multiple that decimals cannot give', async () => {
    // given
    const validate = await loadValidator({
      type: 'object',
      properties: { price: { type: 'number', multipleOf: 0.01 } },
    });
    // then
    expect([0.07, 1.1, 4.35, 19.99].flatMap((price) => validate({ price }))).toEqual([]);
    expect(validate({ price: 0.075 })).toHaveLength(1);
  });
});
