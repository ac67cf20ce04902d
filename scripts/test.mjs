// `npm test [part …]`: installs what is missing and runs every check and test. Under CI=true a skipped part is a failure.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureZeebe } from './lib/zeebe-distribution.mjs';

const root = path.resolve(import.meta.dirname, '..');
const ci = process.env.CI === 'true';
const only = new Set(process.argv.slice(2));
const wanted = (name) => only.size === 0 || only.has(name);
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const brokers = ['8.5.8', '8.6.0'];

/** Runs a command; the rest goes on so that one run reports every fault. `quietly` shows its output when it has ended. */
function run({ title, command, args, env = {} }, quietly = false) {
  if (!quietly) console.log(`\n▶ ${title}`);
  const started = Date.now();
  const child = spawn(command, args, {
    cwd: root,
    stdio: quietly ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, ...env },
  });
  const output = [];
  child.stdout?.on('data', (chunk) => output.push(chunk));
  child.stderr?.on('data', (chunk) => output.push(chunk));
  return new Promise((resolve) => {
    const end = (passed) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      const heading = quietly ? `\n▶ ${title}\n` : '';
      console.log(`${heading}${Buffer.concat(output).toString()}${passed ? '✔' : '✘'} ${title} (${seconds} s)`);
      resolve({ title, passed });
    };
    child.once('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}

/** Runs parts two at a time: each of them keeps one core busy. */
async function runInPairs(parts) {
  const waiting = [...parts];
  const results = [];
  const work = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) results.push(await run(part, true));
  };
  await Promise.all([work(), work()]);
  return results;
}

const jest = (projects, ...args) => ({ command: bin('jest'), args: ['--selectProjects', ...projects, ...args] });

const checks = [
  {
    name: 'lint',
    title: 'Lint',
    command: bin('eslint'),
    args: ['.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/'],
  },
  {
    name: 'contracts',
    title: 'Contracts: generated types are in step',
    command: 'node',
    args: ['scripts/contracts.mjs', 'check'],
  },
  { name: 'types', title: 'Types', command: bin('tsc'), args: ['--noEmit', '-p', 'tsconfig.json'] },
  { name: 'format', title: 'Format', command: bin('prettier'), args: ['--check', '.', '--log-level', 'warn'] },
  {
    name: 'imports',
    title: 'Import directions',
    command: bin('depcruise'),
    args: ['--config', '.dependency-cruiser.cjs', 'contracts', 'ui', 'engine', 'designer'],
  },
];

const tests = [
  { name: 'unit', title: 'Unit and component tests', ...jest(['unit', 'components'], '--maxWorkers=2') },
  { name: 'build', title: 'Build', command: 'node', args: ['scripts/build.mjs'] },
  { name: 'content', title: 'Content', command: 'node', args: ['scripts/content.mjs', 'validate', '.'] },
  { name: 'server', title: 'Server on a real PostgreSQL', ...jest(['server'], '--maxWorkers=2') },
  {
    name: 'conformance',
    title: 'Conformance of the process engines',
    needs: ['zeebe'],
    // The broker's client library leaves connections open.
    ...jest(['conformance'], '--runInBand', '--forceExit'),
  },
  {
    name: 'zeebe',
    title: 'Cases on a real broker',
    needs: ['zeebe'],
    ...jest(['zeebe'], '--runInBand', '--forceExit'),
  },
  { name: 'journeys', title: 'Journeys in Chromium', needs: ['chromium'], ...jest(['journeys'], '--runInBand') },
  {
    name: 'zeebe',
    title: 'The journey on a real broker',
    needs: ['chromium', 'zeebe'],
    ...jest(['journeys'], '--runInBand', '--', 'child-protection'),
    env: { PROCESS_ENGINE: 'zeebe' },
  },
];

/** What the machine lacks for a part, as one line; undefined when it has it. */
const lacks = { chromium: undefined, zeebe: undefined };
const env = {};

ensureInstalled(root);
const needed = new Set(tests.filter(({ name }) => wanted(name)).flatMap(({ needs = [] }) => needs));
if (needed.has('chromium')) {
  env.CHROMIUM = ensureChromium();
  if (!env.CHROMIUM)
    lacks.chromium = 'Chromium is missing. Install the package "chromium" or set CHROMIUM to its path.';
}
const fetched = needed.has('zeebe')
  ? Promise.all(brokers.map((version) => ensureZeebe(version))).catch((error) => (lacks.zeebe = error.message))
  : undefined;

const results = await runInPairs(checks.filter(({ name }) => wanted(name)));
await fetched;
for (const part of tests.filter(({ name }) => wanted(name))) {
  const missing = part.needs?.map((need) => lacks[need]).find(Boolean);
  if (missing) {
    console.error(`\nSKIPPED: ${part.title}. ${missing}`);
    results.push({ title: `${part.title} (skipped)`, passed: !ci });
  } else {
    results.push(await run({ ...part, env: { ...env, ...part.env } }));
  }
}

const failed = results.filter((result) => !result.passed);
console.log(`\nSteps: ${results.length - failed.length} passed, ${failed.length} failed`);
for (const { title } of failed) console.log(`  ✘ ${title}`);
process.exit(failed.length === 0 ? 0 : 1);
