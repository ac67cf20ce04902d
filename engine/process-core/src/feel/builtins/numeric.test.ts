import { feel } from '../test-support.ts';

describe('built-ins for numbers', () => {
  it.each([
    ['decimal(1/3, 2)', '0.33'],
    ['decimal(1.5, 0)', '2'],
    ['decimal(2.5, 0)', '2'],
    ['decimal(1234, -2)', '1200'],
    ['decimal(1, 100000)', 'null'],
    ['floor(1.5)', '1'],
    ['floor(-1.56, 1)', '-1.6'],
    ['ceiling(1.5)', '2'],
    ['ceiling(-1.56, 1)', '-1.5'],
    ['round up(5.5, 0)', '6'],
    ['round up(-5.5, 0)', '-6'],
    ['round down(5.5, 0)', '5'],
    ['round half up(5.5, 0)', '6'],
    ['round half up(-5.5, 0)', '-6'],
    ['round half up(1.125, 2)', '1.13'],
    ['round half down(5.5, 0)', '5'],
    ['abs(-10)', '10'],
    ['abs(@"-P1D")', 'P1D'],
    ['abs(@"-P1Y")', 'P1Y'],
    ['modulo(12, 5)', '2'],
    ['modulo(-12, 5)', '3'],
    ['modulo(12, -5)', '-3'],
    ['modulo(10.1, 4.5)', '1.1'],
    ['sqrt(16)', '4'],
    ['sqrt(-1)', 'null'],
    ['decimal(log(10), 8)', '2.30258509'],
    ['decimal(exp(1), 8)', '2.71828183'],
    ['exp(1e10)', 'null'],
    ['odd(5)', 'true'],
    ['odd(-2)', 'false'],
    ['even(2)', 'true'],
    ['random number() < 1', 'true'],
  ])('%s', (source, expected) => {
    expect(feel(source)).toBe(expected);
  });
});
