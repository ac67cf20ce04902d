import { describeChanges, describeCoverage, describeFaults } from './print-result.ts';

const release = { id: 'r', number: 7, state: 'active' as const };
const changes = [
  { kind: 'form', key: 'loan', change: 'changed' },
  { kind: 'role', key: 'clerk', change: 'new' },
] as const;

describe('what the content command prints', () => {
  it('puts errors after warnings, each with its place', () => {
    // when
    const lines = describeFaults([
      { file: 'forms/a/schema.json', path: '/properties/x', message: 'is wrong', severity: 'error' },
      { file: 'forms/a/translations/ru.json', path: '', message: 'is missing', severity: 'warning' },
    ]);

    // then
    expect(lines).toEqual([
      'warning: forms/a/translations/ru.json: is missing',
      'forms/a/schema.json:/properties/x: is wrong',
      '1 errors, 1 warnings.',
    ]);
  });

  it('tells what the scenarios visit, and what they never come to', () => {
    const coverage = (processId: string, missing: string[]) => ({
      processId,
      visited: 5 - missing.length,
      total: 5,
      missing,
    });
    const processes = [coverage('loan', ['Late', 'LateEnd']), coverage('review', [])];
    expect(describeCoverage([{ key: 'loan', scenarios: 2, processes }])).toEqual([
      'workflow loan: 2 scenarios visit 3 of 5 elements; never Late, LateEnd.',
      'workflow loan, process review: 2 scenarios visit 5 of 5 elements.',
    ]);
  });

  it('lists what is in the release and where it stands', () => {
    expect(describeChanges({ faults: [], changes, release }, false)).toEqual([
      '~ form loan',
      '+ role clerk',
      '2 definitions in release 7. It is active.',
    ]);
    const submitted = { ...release, state: 'submitted' as const };
    expect(describeChanges({ faults: [], changes, release: submitted }, false).at(-1)).toContain('waits for approval');
  });

  it('says when there is nothing to do, and what a dry run would do', () => {
    expect(describeChanges({ faults: [], changes: [] }, false)).toEqual([
      'Nothing to change: the server has all of it already.',
    ]);
    expect(describeChanges({ faults: [], changes }, true).at(-1)).toBe('2 definitions would change (dry run).');
  });
});
