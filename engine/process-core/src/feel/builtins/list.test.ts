import { feel } from '../test-support.ts';

describe('built-ins for lists', () => {
  it.each([
    ['list contains([1, 2, 3], 2)', 'true'],
    ['list contains([1, null], null)', 'true'],
    ['count([1, 2, 3])', '3'],
    ['sublist([4, 5, 6], 2)', '[5, 6]'],
    ['sublist([4, 5, 6], 1, 2)', '[4, 5]'],
    ['sublist([4, 5, 6], -1, 1)', '[6]'],
    ['append([1], 2, 3)', '[1, 2, 3]'],
    ['append([1], [2])', '[1, [2]]'],
    ['concatenate([1, 2], [3])', '[1, 2, 3]'],
    ['insert before([1, 3], 1, 2)', '[2, 1, 3]'],
    ['insert before([1, 3], 3, 2)', '[1, 3, 2]'],
    ['list replace([2, 4, 7], 3, 6)', '[2, 4, 6]'],
    ['list replace([2, 4, 7], function(item, newItem) item < newItem, 5)', '[5, 5, 7]'],
    ['remove([1, 2, 3], 2)', '[1, 3]'],
    ['reverse([1, 2, 3])', '[3, 2, 1]'],
    ['index of([1, 2, 3, 2], 2)', '[2, 4]'],
    ['union([1, 2], [2, 3])', '[1, 2, 3]'],
    ['distinct values([1, 2, 3, 2, 1])', '[1, 2, 3]'],
    ['duplicate values([1, 2, 3, 2, 1])', '[1, 2]'],
    ['flatten([[1, 2], [[3]], 4])', '[1, 2, 3, 4]'],
    ['sort([3, 1, 4, 5, 2], function(x, y) x < y)', '[1, 2, 3, 4, 5]'],
    ['sort([3, 1], function(x, y) "no")', 'null'],
    ['is empty([])', 'true'],
    ['is empty([null])', 'false'],
    ['partition([1, 2, 3, 4, 5], 2)', '[[1, 2], [3, 4], [5]]'],
    ['partition([1], 0)', 'null'],
    ['count(null)', 'null'],
  ])('%s', (source, expected) => {
    expect(feel(source)).toBe(expected);
  });
});
