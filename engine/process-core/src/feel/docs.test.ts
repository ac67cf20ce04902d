import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILTINS } from './builtins/registry.ts';
import { feel } from './test-support.ts';

const page = readFileSync(join(__dirname, '../../../../docs/feel.md'), 'utf8');
const variables = JSON.parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? '{}') as Record<string, unknown>;
const examples = [...page.matchAll(/^\| `([^`]+)` +\| `([^`]*)` +\|$/gm)].map(([, source, value]) => [source, value]);

describe('the page about FEEL', () => {
  it('has many examples', () => {
    expect(examples.length).toBeGreaterThan(40);
  });

  it.each(examples)('%s is %s', (source = '', value = '') => {
    expect(feel(source, variables)).toBe(value);
  });

  it('names every function', () => {
    // given: the names before DMN had these functions are kept for old files only
    const names = new Set(BUILTINS.map(({ name }) => name).filter((name) => name !== 'put' && name !== 'put all'));
    // then
    expect([...names].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
