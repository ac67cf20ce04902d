import { feel } from '../test-support.ts';

describe('built-ins for contexts', () => {
  it.each([
    ['get value({a: 1}, "a")', '1'],
    ['get value({a: 1}, "b")', 'null'],
    ['get value({a: {b: 2}}, ["a", "b"])', '2'],
    ['get entries({a: 1})', '[{key: "a", value: 1}]'],
    ['context put({a: 1}, "b", 2)', '{a: 1, b: 2}'],
    ['context put({a: 1}, "a", 2)', '{a: 2}'],
    ['context put({a: {b: 1}}, ["a", "b"], 2)', '{a: {b: 2}}'],
    ['context put({}, ["a", "b"], 2)', '{a: {b: 2}}'],
    ['context merge([{a: 1}, {b: 2}, {a: 3}])', '{a: 3, b: 2}'],
    ['context merge({a: 1}, {b: 2})', '{a: 1, b: 2}'],
    ['context merge([1])', 'null'],
    ['context([{key: "a", value: 1}])', '{a: 1}'],
    ['context([{key: 1, value: 1}])', 'null'],
  ])('%s', (source, expected) => {
    expect(feel(source)).toBe(expected);
  });
});
