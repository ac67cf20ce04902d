import { normalise } from './scenario.ts';
import { jobLine, line, localsLine, taskLine, tenMinutes } from './snapshot-text.ts';

describe('the lines of a snapshot', () => {
  it('leave out what is not there', () => {
    const task = { elementId: 'Review', formKey: null, assignee: 'ana', candidateGroups: ['b', 'a'], dueDate: '' };
    expect(taskLine(task)).toBe('Review assignee=ana groups=a,b');
    expect(line('Wait', { name: 'paid', key: '' })).toBe('Wait name=paid');
    expect(jobLine({ elementId: 'Work', jobType: 'work', retries: 0 })).toBe('Work type=work retries=0');
  });

  it('sort the names of variables at every depth', () => {
    expect(localsLine('A', { b: 1, a: { d: [{ z: 1, y: null }], c: 2 } })).toBe(
      'A {"a":{"c":2,"d":[{"y":null,"z":1}]},"b":1}',
    );
  });

  it.each([
    ['2030-01-07T08:09:59Z', '2030-01-07T08:00Z'],
    ['2030-01-07T08:10:00Z', '2030-01-07T08:10Z'],
    ['tomorrow', 'tomorrow'],
  ])('show %s as %s', (instant, shown) => {
    expect(tenMinutes(instant)).toBe(shown);
  });
});

describe('normalise', () => {
  it('sorts what is open, keeps the trace in order and drops what is empty', () => {
    expect(normalise({ trace: ['b', 'a'], tasks: ['b', 'a'], jobs: [], rejected: 'NOT_FOUND' })).toEqual({
      rejected: 'NOT_FOUND',
      trace: ['b', 'a'],
      tasks: ['a', 'b'],
    });
  });
});
