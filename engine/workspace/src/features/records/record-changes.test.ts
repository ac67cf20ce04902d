import { findRecordChanges } from './record-changes.ts';

describe('changes between versions of a record', () => {
  it.each([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: 1 }, { a: 2 }, [{ pointer: '/a', older: 1, newer: 2 }]],
    [{}, { a: 'x' }, [{ pointer: '/a', older: undefined, newer: 'x' }]],
    [{ a: { b: true } }, { a: { b: false } }, [{ pointer: '/a/b', older: true, newer: false }]],
    [{ a: ['x'] }, { a: ['x', 'y'] }, [{ pointer: '/a', older: ['x'], newer: ['x', 'y'] }]],
    [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, [{ pointer: '/a/0/b', older: 1, newer: 2 }]],
    [{ a: [{ b: 1 }] }, { a: [] }, [{ pointer: '/a/0', older: { b: 1 }, newer: undefined }]],
  ])('from %j to %j are %j', (older, newer, changes) => {
    expect(findRecordChanges(older, newer)).toEqual(changes);
  });
});
