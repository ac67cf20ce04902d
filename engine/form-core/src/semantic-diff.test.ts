import fc from 'fast-check';
import { compileForm } from './compile-form.ts';
import { pairRows } from './pair-rows.ts';
import { diffForms, diffRecords } from './semantic-diff.ts';
import { familyExpressions, familyForm, familySchema } from './testing/family-form.ts';

const form = compileForm(familyForm, familyExpressions);

describe('diffRecords', () => {
  it('finds what changed, field by field, and rows that came or went', () => {
    // given
    const before = {
      applicant: { lastName: 'Popa', phone: '069123456' },
      children: [{ name: 'Ana' }, { name: 'Ion' }],
      note: 'x',
    };
    const after = {
      applicant: { lastName: 'Rusu', phone: '069123456' },
      children: [{ name: 'Ion' }, { name: 'Eva' }],
      risks: ['neglect'],
    };
    // then
    expect(diffRecords(form, before, after).map(({ change, path }) => `${change} ${path}`)).toEqual([
      'changed /applicant/lastName',
      'removed /children/0',
      'added /children/1',
      'added /risks',
      'removed /note',
    ]);
  });

  it('pairs changed rows in their order', () => {
    expect(
      diffRecords(form, { children: [{ name: 'A' }, { name: 'B' }] }, { children: [{ name: 'A' }, { name: 'C' }] }),
    ).toEqual([{ change: 'changed', path: '/children/1/name', pattern: '/children/*/name', before: 'B', after: 'C' }]);
  });

  it('finds nothing between equal data', () => {
    fc.assert(
      fc.property(fc.record({ note: fc.string(), risks: fc.array(fc.string()) }), (data) =>
        expect(diffRecords(form, data, structuredClone(data))).toEqual([]),
      ),
    );
  });
});

describe('pairRows', () => {
  it('names every row of both lists once and in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3)), fc.array(fc.nat(3)), (before, after) => {
        const pairs = pairRows(before, after);
        expect(pairs.flatMap(([old]) => (old === undefined ? [] : [old]))).toEqual(before.map((_, index) => index));
        expect(pairs.flatMap(([, now]) => (now === undefined ? [] : [now]))).toEqual(after.map((_, index) => index));
      }),
    );
  });
});

describe('diffForms', () => {
  it('says which fields came, went and how the others differ', () => {
    // given
    const { note: _note, ...kept } = familySchema.properties!;
    const schema = {
      ...familySchema,
      required: ['applicant', 'declaration'],
      properties: { ...kept, remark: { type: 'string' }, risks: { ...kept.risks!, title: 'Riscuri observate' } },
    };
    const later = compileForm({ ...familyForm, schema }, familyExpressions);
    // then
    expect(diffForms(form, later)).toEqual([
      {
        change: 'changed',
        pattern: '/hasChildren',
        aspects: [{ aspect: 'required', before: 'always', after: 'never' }],
      },
      {
        change: 'changed',
        pattern: '/risks',
        aspects: [{ aspect: 'title', before: 'Riscuri', after: 'Riscuri observate' }],
      },
      { change: 'added', pattern: '/remark', aspects: [] },
      { change: 'removed', pattern: '/note', aspects: [] },
    ]);
  });
});
