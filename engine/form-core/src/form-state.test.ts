import fc from 'fast-check';
import { compileForm } from './compile-form.ts';
import { evaluateForm } from './evaluate-form.ts';
import { createFormState } from './form-state.ts';
import type { Json, JsonObject } from './json.ts';
import { familyExpressions, familyForm } from './testing/family-form.ts';

const env = { today: '2026-03-10' };
const form = compileForm(familyForm, familyExpressions);
const child = (year: number, allowance: number): JsonObject => ({ name: 'Ion', birthDate: `${year}-05-01`, allowance });

describe('createFormState', () => {
  it('computes only what depends on the change, and says which paths changed', () => {
    // given
    const state = createFormState(form, { hasChildren: true, children: [child(2015, 1), child(2024, 2)] }, env);
    // when
    const changed = state.set('/children/1/birthDate', '2010-01-01');
    // then
    expect(changed).toEqual(['/children/1/birthDate', '/children/1/age', '/children/1/school']);
    expect(state.value('/children/1/age')).toBe(16);
    expect(state.isVisible('/children/1/school')).toBe(true);
  });

  it('keeps what was typed in a hidden field but does not send it', () => {
    // given
    const state = createFormState(form, { hasChildren: true, children: [child(2015, 5)] }, env);
    // when
    const changed = state.set('/hasChildren', false);
    // then
    expect(changed).toEqual(['/hasChildren', '/children', '/children/0/school', '/total']);
    expect(state.sentData()).toEqual({ hasChildren: false, applicant: {} });
    expect(state.data().children).toHaveLength(1);
    // and when it is shown again, all is there
    state.set('/hasChildren', true);
    expect(state.sentData()).toMatchObject({ total: 5 });
  });

  it('computes all rows anew when one is taken out', () => {
    // given
    const state = createFormState(form, { hasChildren: true, children: [child(2024, 1), child(2010, 2)] }, env);
    // when
    state.set('/children', [child(2010, 2)]);
    // then
    expect(state.isVisible('/children/0/school')).toBe(true);
    expect(state.value('/total')).toBe(2);
  });

  it('ends where evaluating everything from the beginning ends, whatever is typed', () => {
    const change = fc.oneof(
      fc.tuple(fc.constant('/hasChildren'), fc.boolean()),
      fc.tuple(fc.constant('/applicant/lastName'), fc.string({ maxLength: 3 })),
      fc.tuple(
        fc.constant('/children'),
        fc.array(
          fc.tuple(fc.integer({ min: 2000, max: 2026 }), fc.nat(50)).map(([year, sum]) => child(year, sum)),
          { maxLength: 3 },
        ),
      ),
      fc.tuple(
        fc.constantFrom('/children/0/birthDate', '/children/1/birthDate'),
        fc.constantFrom('2001-01-01', '2024-01-01', undefined),
      ),
      fc.tuple(
        fc.constantFrom('/children/0/allowance', '/children/0/school'),
        fc.constantFrom<Json | undefined>(3, 'nr. 1', undefined),
      ),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const state = createFormState(form, { children: [child(2010, 1), child(2020, 2)] }, env);
        for (const [path, value] of changes as [string, Json | undefined][]) {
          if (/^\/children\/\d/.test(path) && !state.value(path.split('/').slice(0, 3).join('/'))) continue;
          state.set(path, value);
        }
        expect(state.sentData()).toEqual(evaluateForm(form, state.data(), env).data);
      }),
    );
  });

  it('takes other data as a whole', () => {
    // given
    const state = createFormState(form, {}, env);
    // when
    state.replace({ hasChildren: true, children: [child(2015, 7)] });
    // then
    expect(state.value('/total')).toBe(7);
  });
});
