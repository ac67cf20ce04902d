import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Scenario } from '@esocial/contracts/generated/scenario.ts';
import { evaluateDecision } from './dmn/evaluate.ts';
import { parseDmn } from './dmn/parse-dmn.ts';
import { elementBehaviors } from './elements/registry.ts';
import { parseBpmn } from './model/parse-bpmn.ts';
import { allCapabilities } from './model/rules/capability-rules.ts';
import { findModelFaults } from './model/validate-model.ts';
import { simulate } from './simulate/simulate.ts';

const docsDir = path.join(__dirname, '../../../docs/bpmn');
const pages = readdirSync(docsDir).filter((name) => name.endsWith('.md') && name !== 'README.md');

function blockOf(page: string, language: string): string | undefined {
  return new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1];
}

describe('the pages of the BPMN elements', () => {
  it.each(pages)('%s: its example runs as it says', async (name) => {
    // given
    const page = readFileSync(path.join(docsDir, name), 'utf8');
    const models = await parseBpmn(blockOf(page, 'bpmn') ?? '');
    const scenario = JSON.parse(blockOf(page, 'scenario json') ?? '') as Scenario;
    const decisions = blockOf(page, 'dmn');
    const dmn = decisions === undefined ? undefined : await parseDmn(decisions);

    // when
    const report = simulate(models, scenario, {
      ...(dmn === undefined
        ? {}
        : { evaluateDecision: (id, variables, now) => evaluateDecision(dmn, id, variables, { now }) }),
    });

    // then
    expect(models.flatMap((model) => findModelFaults(model, allCapabilities))).toEqual([]);
    expect(report.failures).toEqual([]);
  });

  it('are there for every element that the engine runs, and listed', () => {
    const index = readFileSync(path.join(docsDir, 'README.md'), 'utf8');
    for (const page of pages) expect(index).toContain(`(${page})`);
    const kebab = (type: string) => type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    for (const type of elementBehaviors.keys()) {
      if (type !== 'task') expect(pages).toContain(`${kebab(type)}.md`);
    }
  });
});
