import { compileForm } from '@esocial/form-core/compile-form.ts';
import { sampleExpressions, sampleForm } from '../testing/sample-form.ts';
import { createErrorBook, fieldPathOf } from './error-book.ts';

const form = compileForm(sampleForm, sampleExpressions);
const at = (path: string, keyword = 'required') => ({ path, keyword, params: {} });

describe('the book of errors', () => {
  it('gives each field its first error and says which paths changed', () => {
    // given
    const book = createErrorBook(form);
    // then
    expect(book.replace([at('/region', 'minLength'), at('/region', 'pattern'), at('/total')])).toEqual([
      '/region',
      '/total',
    ]);
    expect(book.at('/region')?.keyword).toBe('minLength');
    expect(book.replace([at('/hasChildren')])).toEqual(['/region', '/total', '/hasChildren']);
    expect(book.at('/region')).toBeUndefined();
  });

  it('forgets the errors of a field and of what is inside, all of them', () => {
    // given
    const book = createErrorBook(form);
    book.replace([at('/children/0/name'), at('/children/10/name'), at('/children/1/name'), at('/region')]);
    // then
    expect(book.clear('/children/1')).toEqual(['/children/1/name']);
    expect(book.clear('/children')).toEqual(['/children/0/name', '/children/10/name']);
    expect(book.clear('/nothing')).toEqual([]);
    expect(book.all()).toEqual([at('/region')]);
  });

  it('shows an error of a part at the field that holds it', () => {
    expect(fieldPathOf(form, '/region/3')).toBe('/region');
    expect(fieldPathOf(form, '/unknown')).toBe('/unknown');
  });
});
