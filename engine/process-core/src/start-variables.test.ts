import { evaluateStartVariables } from './start-variables.ts';

const now = '2026-01-05T08:00:00Z';

describe('start variables', () => {
  it('are computed from the submission, with or without the leading equals sign', () => {
    const definitions = { name: '=data.child.name', isLate: 'data.days > 10' };
    expect(evaluateStartVariables(definitions, { child: { name: 'Ana' }, days: 11 }, now)).toEqual({
      name: 'Ana',
      isLate: true,
    });
  });

  it('name the one that is not FEEL', () => {
    expect(() => evaluateStartVariables({ broken: '=1 +' }, {}, now)).toThrow('"broken"');
  });
});
