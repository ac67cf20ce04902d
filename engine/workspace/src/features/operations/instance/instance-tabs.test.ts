import { tabOf } from './instance-tabs.ts';

describe('the view of an instance', () => {
  it.each([
    [undefined, 'overview'],
    ['overview', 'overview'],
    ['history', 'history'],
    ['modify', 'modify'],
    ['something', 'overview'],
  ])('of %p is %s', (name, tab) => {
    expect(tabOf(name)).toBe(tab);
  });
});
