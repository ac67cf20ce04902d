import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ConformanceCase, Scenario } from './scenario.ts';

const ending = '.scenario.json';

/** Every case under a folder, in the order of their names. */
export function loadCases(root: string): ConformanceCase[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const scenarios = files.filter((file) => file.endsWith(ending)).sort();
  return scenarios.map((file) => loadCase(root, file.slice(0, -ending.length)));
}

function loadCase(root: string, name: string): ConformanceCase {
  const base = path.join(root, name);
  const dmn = `${base}.dmn`;
  return {
    id: name.split(path.sep).join('/'),
    bpmn: readFileSync(`${base}.bpmn`, 'utf8'),
    dmn: existsSync(dmn) ? readFileSync(dmn, 'utf8') : null,
    scenario: JSON.parse(readFileSync(`${base}${ending}`, 'utf8')) as Scenario,
  };
}
