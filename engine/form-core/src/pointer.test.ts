import fc from 'fast-check';
import { parentPointer, pointerSegments, toPointer, valueAt, withValueAt } from './pointer.ts';

describe('pointers', () => {
  it('survive every segment', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (segments) => expect(pointerSegments(toPointer(segments))).toEqual(segments)),
    );
  });

  it('read through objects and lists, and nothing inherited', () => {
    const data = { a: [{ b: 1 }], 'x/y': 2 };
    expect(valueAt(data, '/a/0/b')).toBe(1);
    expect(valueAt(data, '/x~1y')).toBe(2);
    expect(valueAt(data, '')).toBe(data);
    expect(valueAt(data, '/constructor')).toBeUndefined();
    expect(valueAt(data, '/a/7/b')).toBeUndefined();
  });

  it('write a copy and share the rest', () => {
    // given
    const data = { a: [{ b: 1 }, { b: 2 }], c: { d: 3 } };
    // when
    const changed = withValueAt(data, '/a/1/b', 9);
    // then
    expect(changed).toEqual({ a: [{ b: 1 }, { b: 9 }], c: { d: 3 } });
    expect(changed.c).toBe(data.c);
    expect(data.a[1]).toEqual({ b: 2 });
  });

  it('make what is missing on the way, and take off', () => {
    expect(withValueAt({}, '/a/b', 1)).toEqual({ a: { b: 1 } });
    expect(withValueAt({ a: [1, 2, 3] }, '/a/1', undefined)).toEqual({ a: [1, 3] });
    expect(withValueAt({ a: 1, b: 2 }, '/a', undefined)).toEqual({ b: 2 });
    expect(parentPointer('/a/b')).toBe('/a');
    expect(parentPointer('')).toBe('');
  });

  it('never change a prototype', () => {
    // when
    const changed = withValueAt({}, '/__proto__', { polluted: true });
    // then
    expect(Object.getPrototypeOf(changed)).toBe(Object.prototype);
    expect(Object.keys(changed)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
