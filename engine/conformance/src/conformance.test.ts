import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseBpmn } from '@esocial/process-core/model/parse-bpmn.ts';
import { findTargetFaults } from '@esocial/process-core/model/rules/engine-targets.ts';
import { ZeebeMissing } from '../../../scripts/lib/zeebe.mjs';
import { createTestWorld } from '@esocial/server/process/testing/test-world.ts';
import { expectedOnPlatform, playEmbedded } from './embedded/run-cases.ts';
import { evaluateHere, isRefusedHere } from './feel/evaluate-here.ts';
import { evaluateOnBroker, isRefused } from './feel/evaluate-on-broker.ts';
import { readExamples } from './feel/expressions.ts';
import type { FeelDifference, KnownFeelDifference } from './feel/feel-differences.ts';
import { findFeelDifferences, renderFeelDifferences } from './feel/feel-differences.ts';
import { engineNames, findStale } from './known-differences.ts';
import { randomCases } from './random/random-cases.ts';
import type { EngineResult } from './report.ts';
import { renderReport } from './report.ts';
import type { ConformanceCase, Observed } from './scenario.ts';
import { keepResult, readResult } from './result-cache.ts';
import { simulateCase } from './simulator/run-case.ts';
import { judge, loadSuite, unexplained } from './suite.ts';
import type { ZeebeVersion } from './zeebe/broker.ts';
import type { ZeebeEngine } from './zeebe/play.ts';
import { startZeebeEngine } from './zeebe/play.ts';
import { findRefusal } from './zeebe/run-cases.ts';

const root = path.resolve(__dirname, '..');
const docs = path.resolve(root, '../../docs');
const engines = (process.env['CONFORMANCE_ENGINES'] ?? 'simulator,embedded,8.5.8,8.6.0').split(',');
const seed = Number(process.env['CONFORMANCE_SEED'] ?? 20_300_107);
const count = Number(process.env['CONFORMANCE_RANDOM'] ?? 36);
const isRecording = process.env['CONFORMANCE_RECORD'] === 'true';
const isWriting = process.env['CONFORMANCE_WRITE'] === 'true';

const suite = loadSuite();
const examples = readExamples(path.join(root, 'feel/expressions.json'));
const knownFeel = JSON.parse(
  readFileSync(path.join(root, 'feel/known-differences.json'), 'utf8'),
) as KnownFeelDifference[];
const results: EngineResult[] = [];
let random: ConformanceCase[] = [];

const describeFor = (engine: string) => (engines.includes(engine) ? describe : describe.skip);
const hasAll = process.env['ONLY'] === undefined;

beforeAll(async () => {
  random = await randomCases({ seed, count });
  console.log(`${count} random processes with the seed ${seed}`);
}, 60_000);

describe('the cases', () => {
  (hasAll ? it : it.skip)('are at least 150 files and 300 expressions', () => {
    expect(suite.cases.length + suite.refused.length).toBeGreaterThanOrEqual(150);
    expect(examples.expressions.length).toBeGreaterThanOrEqual(300);
  });

  for (const { id, bpmn } of suite.refused) {
    it(`${id} is refused at publishing`, async () => {
      const [model] = await parseBpmn(bpmn);
      expect(model && findTargetFaults(model, 'zeebe-8.6')).not.toEqual([]);
    });
  }

  for (const { id, bpmn } of suite.cases.filter(({ scenario }) => scenario.requires === '8.6')) {
    it(`${id} is refused for a broker of 8.5`, async () => {
      const [model] = await parseBpmn(bpmn);
      expect(model && findTargetFaults(model, 'zeebe-8.5')).not.toEqual([]);
    });
  }
});

describeFor('simulator')('the simulator', () => {
  it('does what the broker did', async () => {
    const observed = new Map<string, Observed>();
    for (const one of suite.cases) observed.set(one.id, await simulateCase(one).catch(failed));
    const result = judge(suite, 'simulator', suite.cases, observed);
    results.push(result);
    expect(unexplained(result)).toEqual([]);
  }, 60_000);
});

describeFor('embedded')('the embedded engine', () => {
  it('does what the broker did', async () => {
    const world = await createTestWorld();
    try {
      const cases = [...suite.cases, ...random];
      const observed = await playEmbedded(world, cases);
      const result = judge(suite, 'embedded', cases, observed, expectedOnPlatform);
      results.push(result);
      expect(unexplained(result)).toEqual([]);
    } finally {
      await world.close();
    }
  }, 240_000);
});

describe.each(['8.5.8', '8.6.0'] as const)('Zeebe %s', (version) => {
  let engine: ZeebeEngine | undefined;
  const maybe = engines.includes(version) ? it : it.skip;

  beforeAll(async () => {
    if (!engines.includes(version)) return;
    engine = await startZeebeEngine(version).catch((error: unknown) => {
      if (!(error instanceof ZeebeMissing)) throw error;
      console.warn(`ZEEBE ${version} IS NOT COMPARED: ${error.message}`);
      return undefined;
    });
  }, 180_000);

  afterAll(async () => {
    await engine?.stop();
  }, 60_000);

  maybe(
    'does what is expected of it',
    async () => {
      if (engine === undefined) return;
      const isLeft = ({ scenario }: ConformanceCase) => version === '8.5.8' && scenario.requires === '8.6';
      const cases = [...suite.cases, ...random].filter((one) => !isLeft(one));
      const observed = await engine.play(cases);
      if (isRecording && version === '8.6.0') record(observed);
      const left = suite.cases.filter(isLeft).map(({ id }) => id);
      const result = judge(suite, `zeebe-${version}`, cases, observed, undefined, left);
      results.push(result);
      expect(unexplained(result)).toEqual([]);
    },
    300_000,
  );

  maybe(
    'refuses what we refuse',
    async () => {
      if (engine === undefined) return;
      const { broker } = engine;
      const accepted: string[] = [];
      for (const one of suite.refused) if ((await findRefusal(broker, one)) === null) accepted.push(one.id);
      expect(accepted).toEqual([]);
    },
    60_000,
  );

  maybe(
    'computes FEEL as we do',
    async () => {
      if (engine !== undefined) await compareFeel(engine, version);
    },
    120_000,
  );
});

async function compareFeel({ broker, view }: ZeebeEngine, version: ZeebeVersion): Promise<void> {
  const { expressions, refused, beyond } = examples;
  const theirs = await evaluateOnBroker(broker, view, expressions);
  const found = findFeelDifferences(expressions, expressions.map(evaluateHere), theirs);
  if (version === '8.5.8') keepResult('feel', found);
  const known = new Set(knownFeel.flatMap(({ expressions: some }) => some));
  const refusals = await Promise.all(
    [...refused, ...beyond].map((expression, index) => isRefused(broker, expression, index)),
  );
  expect(found.filter(({ expression }) => !known.has(expression))).toEqual([]);
  expect(refusals).not.toContain(false);
  expect(refused.filter((expression) => !isRefusedHere(expression))).toEqual([]);
  expect(beyond.filter(isRefusedHere)).toEqual([]);
}

function failed(error: unknown): Observed {
  const reason = error instanceof Error ? error.message : String(error);
  return { steps: [{ rejected: `could not be played: ${reason}` }], instances: [] };
}

/** Makes what the broker did the expectation of the committed cases. */
function record(observed: ReadonlyMap<string, Observed>): void {
  for (const { id, scenario } of suite.cases) {
    const expected = observed.get(id);
    const text = JSON.stringify({ ...scenario, expected }, null, 2);
    writeFileSync(path.join(root, 'cases', `${id}.scenario.json`), `${text}\n`);
  }
}

afterAll(() => {
  for (const result of results) keepResult(result.engine, result);
  const report = renderReport(results, suite.cases.length);
  console.log(report.slice(0, 4000));
  if (!isWriting) return;
  const kept = engineNames.map((engine) => readResult<EngineResult>(engine)).filter((result) => result !== undefined);
  writeFileSync(path.join(docs, 'conformance.md'), renderReport(kept, suite.cases.length));
  const differences = readResult<FeelDifference[]>('feel') ?? [];
  const page = renderFeelDifferences(examples.expressions.length, differences, knownFeel);
  writeFileSync(path.join(docs, 'feel-differences.md'), page);
});

(hasAll ? describe : describe.skip)('the known differences', () => {
  it('are all still there', () => {
    const findings = results.flatMap((result) => result.findings);
    const stale = findStale(
      suite.known,
      findings,
      results.map(({ engine }) => engine),
    );
    expect(stale).toEqual([]);
  });
});
