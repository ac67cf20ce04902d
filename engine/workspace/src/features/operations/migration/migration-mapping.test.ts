import { chosenPairs, dividePairs, targetsFor, toMapping } from './migration-mapping.ts';

const pair = (source: string, target: string | null, type = 'userTask') => ({
  ...{ processId: 'lending', source, sourceName: source, type, target },
});
const pairs = [pair('Lend', 'Lend'), pair('Return', null), pair('Wait', 'Wait', 'receiveTask')];
const target = (elementId: string, type = 'userTask') => ({ processId: 'lending', elementId, name: elementId, type });

describe('the mapping of a migration', () => {
  it('is what was proposed until the person chooses', () => {
    expect(chosenPairs(pairs, {}).map(({ target: id }) => id)).toEqual(['Lend', null, 'Wait']);
    expect(chosenPairs(pairs, { Return: 'TakeBack' })[1]?.target).toBe('TakeBack');
  });

  it('sends only what is not as proposed', () => {
    expect(toMapping(pairs, {})).toEqual([]);
    expect(toMapping(pairs, { Lend: 'Lend', Return: 'TakeBack' })).toEqual([{ source: 'Return', target: 'TakeBack' }]);
  });

  it('goes to elements of the same kind', () => {
    expect(targetsFor(pair('Return', null), [target('TakeBack'), target('Wait', 'receiveTask')])).toEqual([
      target('TakeBack'),
    ]);
  });

  it('shows first what a person should look at', () => {
    const { toSee, plain } = dividePairs(chosenPairs([...pairs, pair('Old', 'New')], { Lend: 'Other', Old: 'Old' }));
    expect(toSee.map(({ source }) => source)).toEqual(['Return', 'Old']);
    expect(plain.map(({ source }) => source)).toEqual(['Lend', 'Wait']);
  });
});
