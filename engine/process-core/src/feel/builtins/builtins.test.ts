import { camundaBuiltins } from '@camunda/feel-builtins';
import { hasBuiltin } from './invoke.ts';
import { BUILTINS } from './registry.ts';
import { feel } from '../test-support.ts';

const listed = (camundaBuiltins as { name: string; params?: { name: string }[] }[]).map(({ name, params = [] }) => ({
  name,
  params: params.map((param) => param.name),
}));

describe('the built-ins that Camunda lists', () => {
  it.each([...new Set(listed.map(({ name }) => name))])('%s exists', (name) => {
    expect(hasBuiltin(name)).toBe(true);
  });

  it.each(listed.filter(({ params }) => params.length > 0))('$name takes $params', ({ name, params }) => {
    // given
    const signatures = BUILTINS.filter((signature) => signature.name === name);
    // then
    expect(
      signatures.some((signature) =>
        params.every((param) => signature.params.some((own) => own.names.includes(param))),
      ),
    ).toBe(true);
  });
});

describe('arguments by name', () => {
  it.each([
    ['substring(string: "abc", start position: 2)', 'bc'],
    ['substring(start position: 2, length: 1, string: "abc")', 'b'],
    ['list contains(list: [1], element: 1)', 'true'],
    ['modulo(dividend: 7, divisor: 3)', '1'],
    ['abs(n: -1)', '1'],
    ['get value(m: {a: 1}, key: "a")', '1'],
    ['get value(context: {a: 1}, key: "a")', '1'],
    ['count(list: [1, 2])', '2'],
    ['sum(list: [1, 2])', '3'],
    ['substring(text: "abc", start position: 2)', 'null'],
    ['string length(wrong: "a")', 'null'],
  ])('%s', (source, expected) => {
    expect(feel(source)).toBe(expected);
  });
});

it('a variable with the name of a built-in does not hide it', () => {
  expect(feel('count([1, 2]) + count', { count: 5 })).toBe('7');
});

it('the standard turns a single value into a list and back, Zeebe does not', () => {
  expect(feel('count(1)', {}, { dialect: 'dmn' })).toBe('1');
  expect(feel('abs([-1])', {}, { dialect: 'dmn' })).toBe('1');
  expect(feel('count(1)')).toBe('null');
  expect(feel('abs([-1])')).toBe('null');
});
