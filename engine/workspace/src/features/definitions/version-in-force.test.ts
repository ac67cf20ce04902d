import { buildVersion } from '../../testing/build-version.ts';
import { versionInForce } from './version-in-force.ts';

const versions = [
  buildVersion({ versionId: 'next', number: 3, effectiveFrom: '2026-06-01' }),
  buildVersion({ versionId: 'now', number: 2, effectiveFrom: '2026-01-01' }),
  buildVersion({ versionId: 'old', number: 1, effectiveFrom: '2025-01-01' }),
];

describe('the version in force', () => {
  it.each([
    ['2026-03-01', 'now'],
    ['2026-06-01', 'next'],
    ['2025-05-05', 'old'],
    ['2020-01-01', 'next'],
  ])('on %s is %s', (day, id) => {
    expect(versionInForce(versions, day)?.versionId).toBe(id);
  });

  it('is never one that was withdrawn', () => {
    // given
    const withdrawn = buildVersion({ versionId: 'gone', number: 4, effectiveFrom: '2026-02-01', state: 'withdrawn' });
    // then
    expect(versionInForce([withdrawn, ...versions], '2026-03-01')?.versionId).toBe('now');
  });

  it('is none where there are no versions', () => {
    expect(versionInForce([], '2026-03-01')).toBeUndefined();
  });
});
