import fc from 'fast-check';
import { compileForm } from './compile-form.ts';
import { redactByClass } from './field-classes.ts';
import type { FormSchema } from './form-schema.ts';
import { keepByClass } from './keep-by-class.ts';
import { fakeExpressions } from './testing/fake-expressions.ts';

const schema: FormSchema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    health: {
      type: 'object',
      properties: { diagnosis: { type: 'string', 'x-class': 'sealed' }, note: { type: 'string' } },
    },
    household: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          member: { type: 'string' },
          age: { type: 'number' },
          secret: { type: 'string', 'x-class': 'sealed' },
        },
      },
    },
  },
};
const form = compileForm({ schema, uiSchema: {}, translations: {} }, fakeExpressions({}));
const allowed = new Set(['public', 'personal'] as const);

const ana = { member: 'Ana', age: 7, secret: 'a' };
const ion = { member: 'Ion', age: 9, secret: 'i' };
const eva = { member: 'Eva', age: 2, secret: 'e' };
const seen = ({ member, age }: typeof ana) => ({ member, age });

describe('values of classes that may not be written', () => {
  it.each([
    ['a changed row keeps them', [{ ...seen(ana), age: 8 }, seen(ion)], [{ ...ana, age: 8 }, ion]],
    [
      'a new row in between has none',
      [seen(ana), { member: 'Dan', age: 1 }, seen(ion)],
      [ana, { member: 'Dan', age: 1 }, ion],
    ],
    ['they go with their row', [seen(ion)], [ion]],
    ['they stay with the rows around one that went', [seen(ana), seen(eva)], [ana, eva]],
  ])('in rows: %s', (_what, after, expected) => {
    // given
    const rows = expected.some((row) => row.member === 'Eva') ? [ana, ion, eva] : [ana, ion];

    // when
    const kept = keepByClass(form, { household: after }, { household: rows }, allowed);

    // then
    expect(kept).toEqual({ household: expected });
  });

  it('stay where their group was left empty, and are not made where there were none', () => {
    // given
    const prior = { name: 'Popa', health: { diagnosis: 'F70', note: 'old' } };

    // then
    expect(keepByClass(form, { name: 'Rusu' }, prior, allowed)).toEqual({ name: 'Rusu', health: { diagnosis: 'F70' } });
    expect(keepByClass(form, { name: 'Rusu' }, { name: 'Popa' }, allowed)).toEqual({ name: 'Rusu' });
  });

  it('come back unchanged when nobody changed anything', () => {
    const text = fc.string({ maxLength: 3 });
    const row = fc.record({ member: text, age: fc.nat(3), secret: text }, { requiredKeys: [] });
    const data = fc.record({ name: text, household: fc.array(row, { maxLength: 5 }) });
    fc.assert(
      fc.property(data, (prior) => {
        const shown = redactByClass(form, prior, allowed).data;
        expect(keepByClass(form, shown, prior, allowed)).toEqual(prior);
      }),
    );
  });
});
