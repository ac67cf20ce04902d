import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ProcessModel } from './model.ts';
import { moddle } from './moddle.ts';
import { parseBpmn } from './parse-bpmn.ts';
import { findTargetFaults } from './rules/engine-targets.ts';

const suiteDir = path.join(
  process.env['SHARED_DIR'] ?? path.join(__dirname, '../../../../../shared'),
  'suites/bpmn-miwg',
);
const featuresDir = path.join(__dirname, '../features');

const bpmnIn = (dir: string) => readdirSync(dir).filter((name) => name.endsWith('.bpmn'));
const suiteFiles = existsSync(suiteDir) ? bpmnIn(suiteDir) : [];
if (suiteFiles.length === 0) console.warn(`SKIPPED: the BPMN MIWG suite is not at ${suiteDir}; set SHARED_DIR.`);

const read = (name: string) => readFileSync(path.join(suiteDir, name), 'utf8');

/** The file as a modelling tool writes it that has read it. */
async function exported(xml: string): Promise<string> {
  const { rootElement } = await moddle.fromXML(xml);
  return (await moddle.toXML(rootElement, { format: true })).xml;
}

/** All that a model says, without the lines of the file and the compiled expressions, which follow from their text. */
function meaningOf(models: readonly ProcessModel[]): unknown {
  const withoutLines = models.map((model) => ({ ...model, lines: null }));
  return JSON.parse(JSON.stringify(withoutLines, (key, value: unknown) => (key === 'feel' ? null : plain(value))));
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value.entries()];
  return value instanceof Set ? [...value] : value;
}

describe('the BPMN MIWG reference models', () => {
  (suiteFiles.length === 0 ? it.skip : it)('are all there', () => {
    expect(suiteFiles).toHaveLength(21);
  });

  const everyFile = suiteFiles.length === 0 ? it.skip.each(['the suite']) : it.each(suiteFiles);

  everyFile('%s comes back unchanged in meaning after import and export', async (name) => {
    // given
    const models = await parseBpmn(read(name));
    expect(models.length).toBeGreaterThan(0);

    // when
    const again = await parseBpmn(await exported(read(name)));

    // then
    expect(meaningOf(again)).toEqual(meaningOf(models));
  });

  everyFile('%s is accepted where it is executable, or refused with the element named', async (name) => {
    for (const model of (await parseBpmn(read(name))).filter(({ isExecutable }) => isExecutable)) {
      for (const target of ['embedded', 'zeebe-8.5', 'zeebe-8.6'] as const) {
        for (const { elementId, message, line } of findTargetFaults(model, target)) {
          expect(message).toContain('"');
          expect(elementId === model.id || model.elements.has(elementId) || model.flows.has(elementId)).toBe(true);
          expect(message).toContain(elementId);
          expect(line).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe('every element that the engine runs', () => {
  it.each(bpmnIn(featuresDir))('in %s comes back unchanged after import and export', async (name) => {
    const xml = readFileSync(path.join(featuresDir, name), 'utf8');
    expect(meaningOf(await parseBpmn(await exported(xml)))).toEqual(meaningOf(await parseBpmn(xml)));
  });
});
