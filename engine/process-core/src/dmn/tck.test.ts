import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatValue } from '../feel/format.ts';
import { same } from '../feel/operators/equality.ts';
import { FeelContext, isNumber } from '../feel/values.ts';
import type { FeelValue } from '../feel/values.ts';
import { DecisionError } from './errors.ts';
import { evaluateRawDecision } from './evaluate.ts';
import type { DmnModel } from './model.ts';
import { parseDmn } from './parse-dmn.ts';
import { readTckCases } from './tck-cases.ts';
import type { TckCase } from './tck-cases.ts';

const SUITE = join(process.env['SHARED_DIR'] ?? join(process.cwd(), '../shared'), 'suites/dmn-tck');
const KNOWN_FAILURES = new Set(
  readFileSync(join(__dirname, 'tck-known-failures.txt'), 'utf8')
    .split('\n')
    .map((line) => line.split(' # ')[0]?.trim() ?? '')
    .filter((line) => line !== '' && !line.startsWith('#')),
);
/** Measured with the suite at commit 0dbcaf9; it only ever goes up. */
const FLOOR = 0.986;

function folders(): string[] {
  return ['compliance-level-2', 'compliance-level-3'].flatMap((level) =>
    readdirSync(join(SUITE, level)).map((name) => join(SUITE, level, name)),
  );
}

async function readModels(folder: string): Promise<Map<string, DmnModel>> {
  const pending = readdirSync(folder).filter((file) => file.endsWith('.dmn'));
  const models = new Map<string, DmnModel>();
  for (let round = 0; round < 4; round++) {
    for (const file of pending.filter((name) => !models.has(name))) {
      const xml = readFileSync(join(folder, file), 'utf8');
      const model = await parseDmn(xml, { lenient: true, imports: [...models.values()] }).catch(
        (error: unknown) => error,
      );
      if (!(model instanceof Error)) models.set(file, model as DmnModel);
      else if (round === 3) throw new Error(`${file}: ${model.message}`);
    }
  }
  return models;
}

function evaluate(model: DmnModel, testCase: TckCase): FeelValue {
  try {
    const value = evaluateRawDecision(model, testCase.invocable, testCase.inputs, {
      now: '2026-01-31T10:00:00Z',
      dialect: 'dmn',
      timeZone: 'UTC',
    });
    const named = testCase.invocable !== testCase.resultName && value instanceof FeelContext;
    return named && value.has(testCase.resultName) ? (value.get(testCase.resultName) ?? null) : value;
  } catch (error) {
    if (error instanceof DecisionError) return null;
    throw error;
  }
}

/** The kit compares numbers to eight decimals. */
function agrees(actual: FeelValue, expected: FeelValue): boolean {
  if (isNumber(actual) && isNumber(expected)) return actual.minus(expected).abs().lt(1e-8);
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return actual.length === expected.length && actual.every((item, index) => agrees(item, expected[index] ?? null));
  }
  if (actual instanceof FeelContext && expected instanceof FeelContext) {
    const keys = expected.keys();
    return (
      keys.length === actual.keys().length &&
      keys.every((key) => agrees(actual.get(key) ?? null, expected.get(key) ?? null))
    );
  }
  return (
    same(actual, expected, { dialect: 'dmn', step: () => undefined }) && formatValue(actual) === formatValue(expected)
  );
}

async function run(): Promise<{ total: number; failures: string[] }> {
  const failures: string[] = [];
  let total = 0;
  for (const folder of folders()) {
    const models = await readModels(folder);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.xml'))) {
      for (const testCase of readTckCases(folder.split('/').at(-1) ?? '', readFileSync(join(folder, file), 'utf8'))) {
        const model = models.get(testCase.modelFile);
        total += 1;
        const actual = model ? evaluate(model, testCase) : null;
        if (!model || !agrees(actual, testCase.expected)) {
          failures.push(testCase.id);
          if (process.env['TCK_VERBOSE']) {
            console.info(`${testCase.id}: expected ${formatValue(testCase.expected)}, got ${formatValue(actual)}`);
          }
        }
      }
    }
  }
  return { total, failures };
}

describe('the DMN Technology Compatibility Kit', () => {
  if (!existsSync(SUITE)) {
    console.warn(`SKIPPED: the DMN TCK is not at ${SUITE}; set SHARED_DIR to the folder that holds suites/dmn-tck.`);
    it.skip('passes', () => undefined);
    return;
  }

  it('passes but for the failures that are known', async () => {
    // given the suite's cases
    // when
    const { total, failures } = await run();
    // then
    console.info(`DMN TCK: ${total - failures.length} of ${total} results as expected.`);
    expect(failures.filter((id) => !KNOWN_FAILURES.has(id))).toEqual([]);
    expect((total - failures.length) / total).toBeGreaterThanOrEqual(FLOOR);
  });
});
