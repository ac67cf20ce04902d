import { elementRows, orderedElements } from './element-counts.ts';

const workflow = {
  stages: [
    { key: 'one', title: 'One', elements: ['B'] },
    { key: 'two', title: 'Two', elements: ['A'] },
  ],
  elementNames: { A: 'Assess', B: 'Begin', C: 'Check' },
};
const count = (elementId: string, active: number, incidents = 0) => ({ processId: 'p', elementId, active, incidents });

describe('the counts of a procedure', () => {
  it('stand in the order of its stages, with what has no name at the end', () => {
    expect(elementRows(workflow, [count('x', 1), count('C', 1), count('A', 2, 1), count('B', 3)])).toEqual([
      { elementId: 'B', name: 'Begin', active: 3, incidents: 0 },
      { elementId: 'A', name: 'Assess', active: 2, incidents: 1 },
      { elementId: 'C', name: 'Check', active: 1, incidents: 0 },
      { elementId: 'x', name: 'x', active: 1, incidents: 0 },
    ]);
  });

  it('leave out where nothing is', () => {
    expect(elementRows(workflow, [count('A', 0)])).toEqual([]);
  });

  it('know every named element once', () => {
    expect(orderedElements(workflow)).toEqual(['B', 'A', 'C']);
  });
});
