import { draftFrom, toRequest } from './person-draft.ts';

describe('a new person', () => {
  it.each([
    ['Popa Ion', 'Popa', 'Ion'],
    ['Popa', 'Popa', ''],
    ['Popa Ion 2015', 'Popa', 'Ion'],
    ['', '', ''],
  ])('begins from "%s" with the names %s and %s', (typed, lastName, firstName) => {
    expect(draftFrom(typed)).toMatchObject({ lastName, firstName });
  });

  it('is sent without what was left empty', () => {
    expect(toRequest({ ...draftFrom('Popa Ion'), phone: ' ' }, false)).toEqual({ lastName: 'Popa', firstName: 'Ion' });
  });

  it('says that it was checked to be somebody else', () => {
    expect(toRequest(draftFrom('Popa Ion'), true)).toMatchObject({ confirmedDifferent: true });
  });
});
