import { parseBpmn } from '@esocial/process-core/model/parse-bpmn.ts';
import { evaluateHere, isRefusedHere } from './evaluate-here.ts';
import { feelProcess } from './feel-process.ts';
import { findFeelDifferences, renderFeelDifferences } from './feel-differences.ts';

const sum = { group: 'arithmetic', expression: 'a + 0.2', context: { a: 0.1 } };

describe('expressions', () => {
  it('are computed here, or fail with a reason', () => {
    expect(evaluateHere(sum)).toEqual({ value: 0.3 });
    expect(evaluateHere({ group: 'x', expression: '1 +' })).toHaveProperty('failed');
    expect(isRefusedHere('1 +')).toBe(true);
  });

  it('become script tasks side by side, with their variables as inputs', async () => {
    const [model] = await parseBpmn(feelProcess('feel', [sum, { group: 'x', expression: '"<" + "\\n"' }]));
    const task = model?.elements.get('T1');
    expect(model?.elements.get('T0')?.inputs.map(({ target }) => target)).toEqual([['a']]);
    expect(task?.script?.expression.source).toBe('="<" + "\\n"');
  });
});

describe('differences of FEEL', () => {
  const examples = [sum, { ...sum, expression: 'b' }, { ...sum, expression: 'c' }];

  it('are other values, and a failure against a value; two failures are alike', () => {
    const ours = [{ value: 1 }, { failed: 'x' }, { failed: 'x' }];
    const theirs = [{ value: '1' }, { value: null }, { failed: 'y' }];
    expect(findFeelDifferences(examples, ours, theirs)).toEqual([
      { group: 'arithmetic', expression: 'a + 0.2', ours: '1', broker: '"1"' },
      { group: 'arithmetic', expression: 'b', ours: 'fails: x', broker: 'null' },
    ]);
  });

  it('are listed under their reasons', () => {
    const differences = [{ group: 'x', expression: 'a | b', ours: '1', broker: '2' }];
    const page = renderFeelDifferences(3, differences, [{ expressions: ['a | b'], reason: 'Because.' }]);
    expect(page).toContain('2 give the same value');
    expect(page).toContain('## Because.');
    expect(page).toContain('| `a \\| b` | `1` | `2` |');
  });
});
