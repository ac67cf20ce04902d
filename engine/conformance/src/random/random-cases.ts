import fc from 'fast-check';
import type { Block } from '@esocial/process-core/testing/arbitrary-process.ts';
import { arbitraryBlock, toBpmn } from '@esocial/process-core/testing/arbitrary-process.ts';
import { transformBpmn } from '@esocial/server/process/zeebe/deployment/transform-bpmn.ts';
import type { ConformanceCase, Step } from '../scenario.ts';
import { simulateCase } from '../simulator/run-case.ts';

const maxSteps = 30;

export interface RandomOptions {
  readonly seed: number;
  readonly count: number;
}

/**
 * Processes of random blocks with a random walk through each. What is expected is what the simulator does; the other
 * engines have to do the same. The same seed gives the same cases.
 */
export async function randomCases({ seed, count }: RandomOptions): Promise<ConformanceCase[]> {
  const blocks = fc.sample(arbitraryBlock, { seed, numRuns: count });
  const walks = fc.sample(fc.array(fc.nat(1000), { minLength: maxSteps, maxLength: maxSteps }), {
    seed,
    numRuns: count,
  });
  const cases: ConformanceCase[] = [];
  for (const [index, block] of blocks.entries()) {
    cases.push(await walk(`random/${seed}-${index}`, block, walks[index] ?? []));
  }
  return cases;
}

async function walk(id: string, drawn: Block, choices: readonly number[]): Promise<ConformanceCase> {
  let isNew = false;
  const block = mapBlocks(drawn, (inner) => {
    isNew ||= needsNewBroker(inner);
    return forBrokers(inner);
  });
  const bpmn = deployable(toBpmn(block), id.replaceAll('/', '-'));
  const requires = isNew ? { requires: '8.6' as const } : {};
  const base: ConformanceCase = {
    id,
    bpmn,
    dmn: null,
    scenario: { title: 'random', ...requires, steps: [], expected: { steps: [], instances: [] } },
  };
  const steps: Step[] = [{ start: {} }];
  for (const choice of choices) {
    const { steps: seen } = await simulateCase({ ...base, scenario: { ...base.scenario, steps } });
    const last = seen.at(-1) ?? {};
    const possible: Step[] = [
      ...(last.tasks ?? []).map((task) => ({ completeUserTask: nameIn(task) })),
      ...(last.jobs ?? []).map((job) => ({ completeJob: nameIn(job) })),
      ...(last.signals ?? []).map((signal) => ({ broadcastSignal: signal.split('name=')[1] ?? '' })),
      ...(last.messages ?? []).map(messageStep),
      ...((last.timers ?? []).length > 0 ? [{ advanceTime: 'PT1H' }] : []),
    ];
    const next = possible[choice % Math.max(possible.length, 1)];
    if (next === undefined) break;
    steps.push(next);
  }
  const scenario = { ...base.scenario, steps };
  return { ...base, scenario: { ...scenario, expected: await simulateCase({ ...base, scenario }) } };
}

function messageStep(text: string): Step {
  const [, publishMessage = '', key = ''] = /name=(.*?)(?: key=(.*))?$/.exec(text) ?? [];
  return { publishMessage, key };
}

function nameIn(text: string): string {
  return text.split(' ')[0] ?? '';
}

/** Names of its own, ids that a broker wants, and the references that the deployment writes. */
function deployable(xml: string, name: string): string {
  let ids = 0;
  const named = xml
    .replace('id="random"', `id="${name}"`)
    .replaceAll(/<bpmn:(signal|message) id="(\w+)" name="([^"]+)"/g, `<bpmn:$1 id="$2" name="$3-${name}"`)
    .replaceAll(/<bpmn:(compensate|link)EventDefinition/g, (start) => `${start} id="Definition_${(ids += 1)}"`);
  return transformBpmn(named, { processes: {} });
}

/** Of several true conditions a broker takes another flow than we do, and it runs no ad-hoc sub-process. */
function forBrokers(block: Block): Block {
  if (block.kind === 'adHoc') return { kind: 'task', timer: false, listeners: false };
  if (block.kind !== 'exclusive') return block;
  const first = block.branches.findIndex(({ taken }) => taken);
  return { ...block, branches: block.branches.map((branch, index) => ({ ...branch, taken: index === first })) };
}

/** Inclusive joins and execution listeners came with 8.6. */
function needsNewBroker(block: Block): boolean {
  return block.kind === 'inclusive' || (block.kind === 'task' && block.listeners);
}

/** Changes a block and all within it, from the inside out. */
function mapBlocks<T>(value: T, change: (block: Block) => Block): T {
  if (Array.isArray(value)) return value.map((item: unknown) => mapBlocks(item, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]: [string, unknown]) => [name, mapBlocks(inner, change)]);
  const mapped = Object.fromEntries(entries) as T;
  return isBlock(mapped) ? (change(mapped) as T) : mapped;
}

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
