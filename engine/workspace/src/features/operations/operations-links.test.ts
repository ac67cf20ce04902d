import { operationsLinks } from './operations-links.ts';

describe('the addresses of operations', () => {
  it.each([
    ['what stands still', operationsLinks.incidents(), '/operations'],
    ['everything', operationsLinks.processes(), '/operations?view=processes'],
    [
      'a filter, without its empty parts',
      operationsLinks.processes({ workflow: 'lending', version: undefined, incident: 'open' }),
      '/operations?view=processes&workflow=lending&incident=open',
    ],
    ['an instance', operationsLinks.instance('i1'), '/operations?instance=i1'],
    ['a view of an instance', operationsLinks.instance('i1', 'history'), '/operations?instance=i1&tab=history'],
    [
      'all instances to migrate',
      operationsLinks.migrate({ workflow: 'lending', source: 'v1' }),
      '/operations?view=migrate&workflow=lending&source=v1',
    ],
    [
      'some instances to migrate',
      operationsLinks.migrate({ workflow: 'lending', source: 'v1', ids: ['i1', 'i2'] }),
      '/operations?view=migrate&workflow=lending&source=v1&ids=i1%2Ci2',
    ],
    ['a migration', operationsLinks.migration('m1'), '/operations?migration=m1'],
  ])('restore %s', (_what, address, expected) => {
    expect(address).toBe(expected);
  });
});
