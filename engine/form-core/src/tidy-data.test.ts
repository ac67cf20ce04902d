import fc from 'fast-check';
import { compileForm } from './compile-form.ts';
import type { JsonObject } from './json.ts';
import { tidyData } from './tidy-data.ts';
import { familyExpressions, familyForm } from './testing/family-form.ts';

const form = compileForm(familyForm, familyExpressions);
const applicant = { lastName: 'Popa' };

const anyData = fc.record(
  {
    applicant: fc.record(
      { lastName: fc.constantFrom('', '  ', 'Popa', ' Popa'), phone: fc.constantFrom('', '069123456') },
      { requiredKeys: [] },
    ),
    children: fc.array(
      fc.record({ name: fc.constantFrom('', 'Ana'), school: fc.constantFrom('\u00a0', 'nr. 1') }, { requiredKeys: [] }),
      { maxLength: 3 },
    ),
    risks: fc.array(fc.constantFrom('neglect', 'violence'), { maxLength: 2 }),
    note: fc.constantFrom('', '\n', 'x'),
    unknown: fc.jsonValue(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<JsonObject>;

describe('tidyData', () => {
  it.each<[string, JsonObject, JsonObject]>([
    ['blank texts', { applicant, note: ' \n\t' }, { applicant }],
    ['empty lists that need no item', { applicant, risks: [] }, { applicant }],
    ['blank texts in rows, keeping the row', { applicant, children: [{ name: ' ' }] }, { applicant, children: [{}] }],
  ])('takes off %s', (_, data, expected) => expect(tidyData(form, data)).toEqual(expected));

  it.each<[string, JsonObject]>([
    ['a list that needs an item, so that its error is told', { applicant, children: [] }],
    ['spaces around a text', { applicant: { lastName: ' Popa ' } }],
    ['values of the wrong kind, for the validator', { applicant: 5, children: 'x', risks: {}, note: null }],
    ['what the form does not know', { applicant, unknown: { deep: [''] } }],
  ])('leaves %s', (_, data) => expect(tidyData(form, data)).toBe(data));

  it('makes the required group that is missing', () => {
    expect(tidyData(form, {})).toEqual({ applicant: {} });
  });

  it('takes off what is hidden, by path', () => {
    // given
    const data = {
      applicant,
      children: [
        { name: 'Ana', school: 'nr. 1' },
        { name: 'Ion', school: 'nr. 2' },
      ],
    };
    // then
    expect(tidyData(form, data, new Set(['/children/1/school'])).children).toEqual([
      { name: 'Ana', school: 'nr. 1' },
      { name: 'Ion' },
    ]);
    expect(tidyData(form, data, new Set(['/children']))).toEqual({ applicant });
  });

  it('changes nothing the second time and never its argument', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        // given
        const copy = structuredClone(data);
        // when
        const once = tidyData(form, data);
        // then
        expect(tidyData(form, once)).toBe(once);
        expect(data).toEqual(copy);
      }),
    );
  });
});
