import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseBpmn } from '@esocial/process-core/model/parse-bpmn.ts';
import type { EngineTarget } from '@esocial/process-core/model/rules/engine-targets.ts';
import { findTargetFaults } from '@esocial/process-core/model/rules/engine-targets.ts';

const root = path.resolve(__dirname, '../..');
const fileOf = (key: string): string => path.join(root, 'workflows', key, 'process.bpmn');
const workflows = readdirSync(path.join(root, 'workflows')).filter((key) => existsSync(fileOf(key)));
const targets: EngineTarget[] = ['embedded', 'zeebe-8.5', 'zeebe-8.6'];

describe('the shipped procedures', () => {
  it.each(workflows.flatMap((key) => targets.map((target) => [key, target] as const)))(
    '%s runs on %s',
    async (key, target) => {
      // given
      const models = await parseBpmn(readFileSync(fileOf(key), 'utf8'));

      // when
      const faults = models.flatMap((model) => findTargetFaults(model, target));

      // then
      expect(models.length).toBeGreaterThan(0);
      expect(faults).toEqual([]);
    },
  );
});
