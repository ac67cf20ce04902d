import { renderReport } from './report.ts';

describe('the report', () => {
  it('counts the cases of each engine and lists every difference under its reason', () => {
    // given
    const reason = 'The way is shown.';
    const known = { engines: ['simulator' as const], cases: ['a'], reason };
    const findings = [
      { engine: 'simulator' as const, caseId: 'a', difference: 'step 1: trace has "x"', known },
      { engine: 'simulator' as const, caseId: 'a', difference: 'step 2: trace has "y"', known },
      { engine: 'simulator' as const, caseId: 'b', difference: 'step 1: is wrong', known: null },
    ];

    // when
    const report = renderReport(
      [
        { engine: 'simulator', played: 5, left: [], findings },
        { engine: 'zeebe-8.5.8', played: 4, left: ['c'], findings: [] },
      ],
      5,
    );

    // then
    expect(report).toContain('| simulator | 5 | 3 | 1 | 1 |');
    expect(report).toContain('| zeebe-8.5.8 | 4 | 4 | 0 | 0 |');
    expect(report).toContain(`### ${reason}\n\n- simulator, \`a\`: step 1: trace has "x" (and 1 more)`);
    expect(report).toContain('### unexplained\n\n- simulator, `b`: step 1: is wrong');
    expect(report).toContain('- zeebe-8.5.8 lacks what these need, and publishing refuses them for it: `c`');
  });
});
