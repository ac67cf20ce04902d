import { findDifferences } from './compare.ts';
import type { Expected } from './scenario.ts';

const expected: Expected = {
  steps: [{ trace: ['activated A', 'activated B'], tasks: ['A'] }],
  instances: [{ process: 'p', state: 'active', variables: { a: 1, b: [1, null] } }],
};

describe('findDifferences', () => {
  it('finds none in another order', () => {
    const observed: Expected = {
      steps: [{ trace: ['activated B', 'activated A'], tasks: ['A'] }],
      instances: [{ process: 'p', state: 'active', variables: { b: [1, null], a: 1 } }],
    };
    expect(findDifferences(expected, observed)).toEqual([]);
  });

  it('counts what happens more than once', () => {
    const observed: Expected = {
      ...expected,
      steps: [{ trace: ['activated A', 'activated A', 'activated B'], tasks: ['A'] }],
    };
    expect(findDifferences(expected, observed)).toEqual(['step 1: trace has "activated A"']);
  });

  it('names what is missing, what is too much, and what was refused', () => {
    const observed: Expected = {
      steps: [{ rejected: 'NOT_FOUND', trace: ['activated A'], tasks: ['A', 'B'] }],
      instances: [{ process: 'p', state: 'completed', variables: { a: 2 } }],
    };
    expect(findDifferences(expected, observed)).toEqual([
      'step 1: the command is refused (NOT_FOUND), expected: accepted',
      'step 1: trace lacks "activated B"',
      'step 1: tasks has "B"',
      'instance 1: is completed, expected active',
      'instance 1: has the variables {"a":2}, expected {"a":1,"b":[1,null]}',
    ]);
  });

  it.each([
    ['is missing', [], 'instance 1: is missing'],
    [
      'is one too many',
      [...expected.instances, { process: 'q', state: 'active' as const, variables: {} }],
      'instance 2: of q should not be',
    ],
  ])('says that an instance %s', (_, instances, difference) => {
    expect(findDifferences(expected, { ...expected, instances })).toEqual([difference]);
  });
});
