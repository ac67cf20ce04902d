import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDmn } from '@esocial/process-core/dmn/parse-dmn.ts';
import { projectRoot } from '../../../settings/project-root.ts';
import { transformDmn } from './transform-dmn.ts';

const dmn = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drg" name="d" namespace="n">
  <decision id="sum" name="Sum"><informationRequirement id="r"><requiredDecision href="#part" /></informationRequirement>
    <literalExpression id="e"><text>part + 1</text></literalExpression></decision>
  <decision id="part" name="Part"><variable id="v" name="part" /><literalExpression id="f"><text>1</text></literalExpression></decision>
</definitions>`;

describe('the deployment of a DMN file', () => {
  it('gives decisions ids of their version, and what refers to them', () => {
    const made = transformDmn(dmn, '_v_1');
    expect(made).toContain('id="drg_v_1"');
    expect(made).toContain('<decision id="sum_v_1"');
    expect(made).toContain('href="#part_v_1"');
  });

  it('keeps the names of results', () => {
    const made = transformDmn(dmn, '_v_1');
    expect(made).toContain('<variable id="sum_result" name="sum"/>');
    expect(made.match(/name="part"/g)).toHaveLength(1);
  });

  it('keeps a shipped decision valid', async () => {
    const xml = readFileSync(join(projectRoot(), 'workflows/protectia-copilului/decisions/nivel-risc.dmn'), 'utf8');
    const made = await parseDmn(transformDmn(xml, '_v_1'));
    expect([...made.decisions.keys()]).toContain('nivel-risc_v_1');
  });
});
