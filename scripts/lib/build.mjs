import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { precompress } from './compress.mjs';
import { inputDigest } from './input-digest.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

const cores = ['contracts/src', 'engine/form-core/src', 'engine/process-core/src'];
const shared = ['package-lock.json', 'scripts/lib/build.mjs', 'tsconfig.json', ...cores];

/** The programs of the server, each bundled from `engine/server/src` to `engine/server/dist`. */
export const programs = [
  'main.ts',
  'start-sandbox.ts',
  'load-sandbox.ts',
  'reset.ts',
  'content/content-cli.ts',
  'process/zeebe/replay/zeebe-check.ts',
];

const parts = [
  { name: 'server', output: 'engine/server/dist', inputs: ['engine/server/src'], build: buildServer },
  {
    name: 'workspace',
    output: 'engine/workspace/dist',
    inputs: ['engine/workspace', 'ui'],
    build: () => buildPages('engine/workspace'),
  },
  { name: 'designer', output: 'designer/dist', inputs: ['designer', 'ui'], build: () => buildPages('designer') },
];

function exists(part) {
  return part.name === 'server' || existsSync(join(root, part.output, '../index.html'));
}

function noteOf(part) {
  return join(root, 'node_modules/.cache/esocial-build', `${part.name}.digest`);
}

/** Builds the parts whose inputs changed since they were last built; `only` names some. */
export async function build({ only, force = false, log = console.log } = {}) {
  for (const part of parts.filter((candidate) => exists(candidate) && (!only || only.includes(candidate.name)))) {
    const digest = inputDigest([...part.inputs, ...shared]);
    const note = noteOf(part);
    const isCurrent = existsSync(join(root, part.output)) && existsSync(note) && readFileSync(note, 'utf8') === digest;
    if (isCurrent && !force) continue;
    log(`Building the ${part.name}…`);
    rmSync(note, { force: true });
    await part.build();
    mkdirSync(join(note, '..'), { recursive: true });
    writeFileSync(note, digest);
  }
}

async function buildServer() {
  const { build: bundle } = await import('esbuild');
  const source = join(root, 'engine/server/src');
  const entries = programs.filter((program) => existsSync(join(source, program)));
  const output = join(root, 'engine/server/dist');
  rmSync(output, { recursive: true, force: true });
  await bundle({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => ({ in: join(source, entry), out: entry.split('/').at(-1).replace('.ts', '') })),
    outdir: output,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'warning',
    banner: { js: banner },
    plugins: [{ name: 'dependencies-stay-outside', setup: keepDependenciesOutside }],
  });
}

/**
 * The server's own dependencies stay in node_modules. What the cores depend on goes into the bundle, because npm may
 * have put another version of it where the bundle would look.
 */
function keepDependenciesOutside(bundler) {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'engine/server/package.json'), 'utf8'));
  const outside = Object.keys(dependencies).filter((name) => !name.startsWith('@esocial/'));
  // recheck starts files of its own package.
  outside.push('recheck');
  bundler.onResolve({ filter: /^[^./]/ }, ({ path }) =>
    outside.some((name) => path === name || path.startsWith(`${name}/`)) ? { path, external: true } : undefined,
  );
}

// CommonJS packages within the bundle call require.
const banner =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

async function buildPages(folder) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const options = ['build', '--emptyOutDir', '--logLevel', 'warn'];
  await run(process.execPath, [vite, ...options], { cwd: join(root, folder), env: { NODE_ENV: 'production' } });
  await precompress(join(root, folder, 'dist'));
}
