import { compileForm } from './compile-form.ts';
import { fieldAt, instancesOf, isHiddenPath, pathOf, rowsOf } from './field-path.ts';
import { familyExpressions, familyForm } from './testing/family-form.ts';

const form = compileForm(familyForm, familyExpressions);
const name = form.byPattern.get('/children/*/name')!;

describe('paths of fields', () => {
  it('lead from a field and its rows to the data, and back', () => {
    expect(pathOf(name, [3])).toBe('/children/3/name');
    expect(fieldAt(form, '/children/3/name')).toBe(name);
    expect(rowsOf('/children/3/name')).toEqual([3]);
    expect(fieldAt(form, '/nothing/3')).toBeUndefined();
  });

  it('exist once for every row, or for the rows asked for', () => {
    // given
    const data = { children: [{}, {}, {}] };
    // then
    expect(instancesOf(name, data).map(({ path }) => path)).toEqual([
      '/children/0/name',
      '/children/1/name',
      '/children/2/name',
    ]);
    expect(instancesOf(name, data, [1])).toMatchObject([{ path: '/children/1/name', rows: [1] }]);
    expect(instancesOf(name, { children: 'broken' })).toEqual([]);
    expect(instancesOf(form.byPattern.get('/note')!, {}).map(({ path }) => path)).toEqual(['/note']);
  });

  it('are hidden with what is around them', () => {
    const hidden = new Set(['/children/1', '/note']);
    expect(isHiddenPath(hidden, '/children/1/name')).toBe(true);
    expect(isHiddenPath(hidden, '/note')).toBe(true);
    expect(isHiddenPath(hidden, '/children/10/name')).toBe(false);
    expect(isHiddenPath(new Set(), '/note')).toBe(false);
  });
});
