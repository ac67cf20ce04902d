import { fieldTitle } from './field-titles.ts';

const schema = {
  properties: {
    name: { title: 'Nume' },
    family: { title: 'Familia', items: { properties: { name: { title: 'Nume' } } } },
    bare: {},
  },
};

describe('the title of a field', () => {
  it.each([
    ['/name', 'Nume'],
    ['/family/1/name', 'Familia, 2, Nume'],
    ['/bare', 'bare'],
    ['/gone/x', 'gone, x'],
  ])('%s is %s', (pointer, title) => {
    expect(fieldTitle(schema, pointer)).toBe(title);
  });
});
