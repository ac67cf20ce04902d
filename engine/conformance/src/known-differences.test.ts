import type { KnownDifference } from './known-differences.ts';
import { explain, findStale } from './known-differences.ts';

const gateway: KnownDifference = {
  engines: ['simulator', 'embedded'],
  cases: ['gateway/*'],
  says: ['taken Choose-'],
  reason: 'The way is shown.',
};
const cancel: KnownDifference = { engines: ['simulator'], cases: ['cancel/twice'], reason: 'It is known.' };
const known = [gateway, cancel];

describe('a known difference', () => {
  it.each([
    ['simulator', 'gateway/first', 'trace has "taken Choose-A"', gateway],
    ['simulator', 'gateway/first', 'trace has "taken Other"', null],
    ['zeebe-8.5.8', 'gateway/first', 'trace has "taken Choose-A"', null],
    ['simulator', 'other/first', 'trace has "taken Choose-A"', null],
    ['simulator', 'cancel/twice', 'anything', cancel],
    ['simulator', 'cancel/twice-more', 'anything', null],
  ] as const)('of %s in %s explains %s: %j', (engine, caseId, difference, expected) => {
    expect(explain(known, engine, caseId, difference).known).toBe(expected);
  });

  it('is stale when an engine that was run no longer differs', () => {
    // given
    const findings = [explain(known, 'simulator', 'gateway/first', 'trace has "taken Choose-A"')];

    // when
    const stale = findStale(known, findings, ['simulator']);

    // then
    expect(stale).toEqual(['simulator cancel/twice: It is known.']);
  });
});
