import { compileForm } from '@esocial/form-core/compile-form.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { sampleEnvironment, sampleExpressions, sampleForm } from '../testing/sample-form.ts';
import { anyChange, createFormStore, errorsChange } from './form-store.ts';
import { sectionOfError, sectionState, visibleSections } from './section-states.ts';

const form = compileForm(sampleForm, sampleExpressions);

function createStore(data: JsonObject = {}) {
  return createFormStore({ form, validator: () => [], data, env: sampleEnvironment });
}

function listen(store: ReturnType<typeof createStore>, paths: string[]): string[] {
  const heard: string[] = [];
  for (const path of paths) store.subscribe(path, () => heard.push(path));
  return heard;
}

describe('the store of an open form', () => {
  it('tells only the field that changed and what is computed from it', () => {
    // given
    const store = createStore({ hasChildren: true, children: [{ allowance: 1 }, { allowance: 2 }] });
    const heard = listen(store, [
      '/applicant/lastName',
      '/children/0/allowance',
      '/children/1/allowance',
      '/total',
      anyChange,
    ]);
    // when
    store.set('/children/0/allowance', 5);
    // then
    expect(heard).toEqual(['/children/0/allowance', '/total', anyChange]);
    expect(store.snapshot('/total').value).toBe(7);
  });

  it('gives the same snapshot until something of the field changes', () => {
    // given
    const store = createStore();
    const before = store.snapshot('/applicant/lastName');
    // when
    store.set('/applicant/idnp', '1');
    // then
    expect(store.snapshot('/applicant/lastName')).toBe(before);
    store.set('/applicant/lastName', 'Popa');
    expect(store.snapshot('/applicant/lastName')).toEqual({ value: 'Popa', visible: true, error: undefined });
  });

  it('tells everything inside a list that its rows have moved', () => {
    // given
    const store = createStore({ hasChildren: true, children: [{ name: 'A' }, { name: 'B' }] });
    const heard = listen(store, ['/children', '/children/0/name']);
    expect(store.snapshot('/children/0/name').value).toBe('A');
    // when
    store.set('/children', [{ name: 'B' }]);
    // then
    expect(heard).toEqual(['/children', '/children/0/name']);
    expect(store.snapshot('/children/0/name').value).toBe('B');
  });

  it('keeps an error until its field, or what is around it, is typed in', () => {
    // given
    const store = createStore({ hasChildren: true, children: [{}, {}] });
    store.showErrors([
      { path: '/children/0/name', keyword: 'required', params: {} },
      { path: '/applicant/idnp', keyword: 'format', params: {} },
    ]);
    const heard = listen(store, [errorsChange]);
    // when
    store.set('/applicant/lastName', 'P');
    expect(store.errors()).toHaveLength(2);
    store.set('/children/0/name', 'Ana');
    // then
    expect(store.errors().map(({ path }) => path)).toEqual(['/applicant/idnp']);
    expect(store.snapshot('/children/0/name').error).toBeUndefined();
    expect(heard).toEqual([errorsChange]);
  });

  it('hands over each change once, by top-level property, null for what is gone', () => {
    // given
    const store = createStore({ region: '6400000', hasChildren: true, children: [{ allowance: 1 }] });
    // when
    store.set('/region', undefined);
    store.set('/children/0/allowance', 2);
    store.merge({ '/applicant': { lastName: 'Rusu' } });
    // then
    expect(store.takeChanges()).toEqual({ '/region': null, '/children': [{ allowance: 2 }], '/total': 2 });
    expect(store.hasChanges()).toBe(false);
    expect(store.value('/applicant/lastName')).toBe('Rusu');
  });

  it('stops telling who no longer listens', () => {
    // given
    const store = createStore();
    const heard: string[] = [];
    const unsubscribe = store.subscribe('/region', () => heard.push('region'));
    // when
    unsubscribe();
    store.set('/region', 'x');
    // then
    expect(heard).toEqual([]);
  });
});

describe('the state of a section', () => {
  const applicant = form.sections[0]!;
  const none = new Set<string>();
  const all = new Set(['applicant']);

  it.each([
    ['notBegun', {}, false, all, none],
    ['begun', { applicant: { lastName: 'P' } }, false, all, none],
    ['begun', {}, true, all, none],
    ['complete', { applicant: { lastName: 'P' } }, true, none, none],
    ['toCorrect', {}, true, all, all],
  ] as const)('is %s', (state, data, visited, open, shown) => {
    expect(sectionState(createStore(data), applicant, visited, open, shown)).toBe(state);
  });

  it('belongs to the section of the field at fault', () => {
    expect(sectionOfError(form, { path: '/children/0/name', keyword: 'required', params: {} })).toBe('family');
    expect(sectionOfError(form, { path: '/nothing', keyword: 'additionalProperties', params: {} })).toBe('applicant');
    expect(visibleSections(createStore()).map(({ key }) => key)).toEqual(['applicant', 'family', 'contact']);
  });
});
