// `npm test`: installs what is missing and runs every check and test. Under CI=true a skipped part is a failure.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';

const root = path.resolve(import.meta.dirname, '..');
const ci = process.env.CI === 'true';
const only = new Set(process.argv.slice(2));

/** Runs a step; the rest goes on so that one run reports every fault. */
function step(title, command, args, env = {}) {
  console.log(`\n▶ ${title}`);
  const started = Date.now();
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${result.status === 0 ? '✔' : '✘'} ${title} (${seconds} s)`);
  return { title, passed: result.status === 0 };
}

const bin = (name) => path.join(root, 'node_modules/.bin', name);

ensureInstalled(root);
const chromium = ensureChromium();
if (!chromium) {
  const line =
    'SKIPPED: browser journeys, because Chromium is missing. Install the package "chromium" or set CHROMIUM to its path.';
  console.error(line);
  if (ci) process.exit(1);
}

const steps = [
  ['contracts', () => step('Contracts: generated types are in step', 'node', ['scripts/contracts.mjs', 'check'])],
  ['types', () => step('Types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json'])],
  [
    'lint',
    () =>
      step('Lint', bin('eslint'), [
        '.',
        '--max-warnings',
        '0',
        '--cache',
        '--cache-location',
        'node_modules/.cache/eslint/',
      ]),
  ],
  ['format', () => step('Format', bin('prettier'), ['--check', '.', '--log-level', 'warn'])],
  [
    'imports',
    () =>
      step('Import directions', bin('depcruise'), [
        '--config',
        '.dependency-cruiser.cjs',
        'contracts',
        'ui',
        'engine',
        'designer',
      ]),
  ],
  ['unit', () => step('Unit and component tests', bin('jest'), ['--selectProjects', 'unit', 'components'])],
  ['build', () => step('Build', 'node', ['scripts/build.mjs'])],
  ['content', () => step('Content', 'node', ['scripts/content.mjs', 'validate', '.'])],
  ['server', () => step('Server on a real PostgreSQL', bin('jest'), ['--selectProjects', 'server'])],
  ...(chromium && existsSync(path.join(root, 'tests/journeys'))
    ? [
        [
          'journeys',
          () =>
            step('Journeys in Chromium', bin('jest'), ['--selectProjects', 'journeys', '--runInBand'], {
              CHROMIUM: chromium,
            }),
        ],
      ]
    : []),
];

const results = steps.filter(([name]) => only.size === 0 || only.has(name)).map(([, run]) => run());
const failed = results.filter((result) => !result.passed);
console.log(`\nSteps: ${results.length - failed.length} passed, ${failed.length} failed`);
for (const { title } of failed) console.log(`  ✘ ${title}`);
process.exit(failed.length === 0 ? 0 : 1);
