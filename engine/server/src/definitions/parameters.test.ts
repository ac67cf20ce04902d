import type { ParameterFile } from '@esocial/contracts/generated/parameter.ts';
import { camelCase, parameterOn } from './parameters.ts';

const file: ParameterFile = {
  key: 'loan-days',
  title: { ro: 'Zile' },
  unit: 'workingDays',
  values: [
    { validFrom: '2024-01-01', value: 10, act: 'A', needsLegalConfirmation: false },
    { validFrom: '2026-06-01', value: 14, act: 'B', needsLegalConfirmation: true },
  ],
};

describe('parameters', () => {
  it.each([
    ['2023-12-31', undefined],
    ['2024-01-01', 10],
    ['2026-05-31', 10],
    ['2026-06-01', 14],
  ])('on %s are %s', (day, value) => {
    expect(parameterOn(file, 'version', day)?.value).toBe(value);
  });

  it('say which law they come from', () => {
    expect(parameterOn(file, 'version', '2026-07-01')).toMatchObject({
      versionId: 'version',
      act: 'B',
      validFrom: '2026-06-01',
    });
  });

  it.each([
    ['loan-days', 'loanDays'],
    ['a', 'a'],
    ['days-2-go', 'days2Go'],
  ])('%s is the variable %s', (key, name) => {
    expect(camelCase(key)).toBe(name);
  });
});
