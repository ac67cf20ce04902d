import { legalBasisOf } from './legal-basis-of.ts';

describe('the legal basis of a version', () => {
  it('is what its file says', () => {
    const legalBasis = [{ act: 'Act 1' }];
    expect(legalBasisOf({ kind: 'form', content: {}, legalBasis })).toEqual(legalBasis);
  });

  it('is the act of the newest value of a parameter', () => {
    // given
    const value = (validFrom: string, act: string) => ({ validFrom, act, value: 3, needsLegalConfirmation: true });
    const content = { values: [value('2024-01-01', 'Old act'), value('2026-01-01', 'New act')] };
    // then
    expect(legalBasisOf({ kind: 'parameter', content, legalBasis: [] })).toEqual([
      { act: 'New act', needsLegalConfirmation: true },
    ]);
  });
});
