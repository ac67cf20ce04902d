import { createClassifierLookup } from './classifier-lookup.ts';
import { createClassifierSearch } from './classifier-search.ts';
import { matchesSearch, searchText } from './search-text.ts';

const places = createClassifierLookup([
  { code: '0101000', ro: 'mun. Chișinău', ru: 'мун. Кишинёв' },
  { code: '0110000', parent: '0101000', ro: 'sectorul Botanica' },
  { code: '0111000', parent: '0110000', ro: 'Sîngera' },
  { code: '5300000', ro: 'Hîncești' },
  { code: '1200000', ro: 'Basarabeasca', validFrom: '2000-01-01', validTo: '2020-12-31' },
]);
const search = createClassifierSearch(places, { key: 'cuatm' }, '2026-03-10', 'ro');
const found = (query: string) => search.find(query, 10).map(({ label }) => label);

describe('search in a classifier', () => {
  it.each([
    ['hancesti', 'Hîncești'],
    ['Hânceşti', 'Hîncești'],
    ['ХЫНЧЕШТЬ'.toLowerCase().slice(0, 2), 'Hîncești'],
    ['кишин', 'mun. Chișinău'],
    ['chis', 'mun. Chișinău'],
    ['sing', 'Sîngera'],
    ['0110', 'sectorul Botanica'],
    ['bota sect', 'sectorul Botanica'],
  ])('%s finds %s', (query, label) => expect(found(query)).toContain(label));

  it('puts first what begins so, and offers nothing that is no longer valid', () => {
    expect(found('s')).toEqual(['sectorul Botanica', 'Sîngera']);
    expect(found('basarab')).toEqual([]);
    expect(search.count).toBe(4);
  });

  it('shows the way down the tree', () => {
    expect(search.option('0111000')).toEqual({
      code: '0111000',
      label: 'Sîngera',
      path: ['mun. Chișinău', 'sectorul Botanica'],
    });
    expect(search.option('nothing')).toEqual({ code: 'nothing', label: 'nothing', path: [] });
  });

  it('keeps to the subtree and level of the field', () => {
    const below = createClassifierSearch(places, { key: 'cuatm', parent: '0101000' }, '2026-03-10', 'ro');
    expect(below.find('', 10).map(({ code }) => code)).toEqual(['0110000', '0111000']);
    const second = createClassifierSearch(places, { key: 'cuatm', level: 2 }, '2026-03-10', 'ro');
    expect(second.find('', 10).map(({ code }) => code)).toEqual(['0110000']);
  });
});

describe('a classifier', () => {
  it('knows when a code is valid, both ends included', () => {
    expect([
      places.has('1200000', '2000-01-01'),
      places.has('1200000', '2020-12-31'),
      places.has('1200000', '2021-01-01'),
      places.has('x', '2021-01-01'),
    ]).toEqual([true, true, false, false]);
  });

  it('falls back to Romanian, and survives a tree that bites its tail', () => {
    expect(places.label('0110000', 'ru')).toBe('sectorul Botanica');
    const circle = createClassifierLookup([
      { code: 'a', parent: 'b', ro: 'A' },
      { code: 'b', parent: 'a', ro: 'B' },
    ]);
    expect(circle.codePath('a')).toEqual(['b', 'a']);
  });
});

describe('text of a search', () => {
  it('forgets diacritics, spelling and script', () => {
    expect(searchText('Ștefan-Vodă')).toBe('stefan voda');
    expect(searchText('Râșcani')).toBe(searchText('Rîşcani'));
    expect(matchesSearch(searchText('Орхей'), searchText('orhei'))).toBe(true);
  });
});
