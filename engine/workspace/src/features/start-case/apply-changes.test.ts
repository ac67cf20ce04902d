import { applyChanges } from './apply-changes.ts';

describe('changes of a draft', () => {
  it('set and remove top-level properties and leave the rest', () => {
    // given
    const data = { a: 1, b: 2 };
    // then
    expect(applyChanges(data, { '/a': null, '/c': [3] })).toEqual({ b: 2, c: [3] });
    expect(data).toEqual({ a: 1, b: 2 });
  });
});
