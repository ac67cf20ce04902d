import { faultOf, toVariables, type TypedVariable } from './parse-variable.ts';

const row = (name: string, kind: TypedVariable['kind'], text = ''): TypedVariable => ({ name, kind, text });

describe('typed variables', () => {
  it.each<[TypedVariable, unknown]>([
    [row('a', 'text', ' da '), ' da '],
    [row('a', 'number', '12'), 12],
    [row('a', 'number', ' -3,5 '), -3.5],
    [row('a', 'yes'), true],
    [row('a', 'no'), false],
    [row('a', 'empty'), null],
    [row('a', 'json', '{"b": [1]}'), { b: [1] }],
  ])('%j becomes %j', (typed, value) => {
    expect(toVariables([typed])).toEqual({ a: value });
  });

  it.each<[TypedVariable, string]>([
    [row('2a', 'yes'), 'name'],
    [row('', 'text', 'value'), 'name'],
    [row('a b', 'yes'), 'name'],
    [row('a', 'number', 'many'), 'number'],
    [row('a', 'number', '1.000,5'), 'number'],
    [row('a', 'json', '{a}'), 'json'],
  ])('%j is at fault: %s', (typed, fault) => {
    expect(faultOf(typed, [typed])).toBe(fault);
    expect(toVariables([typed])).toBeUndefined();
  });

  it('are named once', () => {
    const rows = [row('a', 'yes'), row('a', 'no')];
    expect(faultOf(rows[0]!, rows)).toBe('twice');
  });

  it('may be left empty', () => {
    expect(toVariables([row('', 'text')])).toEqual({});
  });

  it('keep a name that objects have of their own', () => {
    expect(Object.keys(toVariables([row('__proto__', 'yes')]) ?? {})).toEqual(['__proto__']);
  });
});
