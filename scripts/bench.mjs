// `npm run bench [name …] [-- --quick]`: measures against peers and floors in the same run.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build as bundle } from 'esbuild';
import { build } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';

const root = path.resolve(import.meta.dirname, '..');
ensureInstalled(root);

// CommonJS packages within the bundle call require.
const banner =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** As in the server's own bundle: what the cores depend on goes into it, since npm may hold several versions. */
function keepDependenciesOutside(bundler) {
  const manifest = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  const { dependencies } = manifest('engine/server/package.json');
  const outside = Object.keys({ ...manifest('package.json').devDependencies, ...dependencies, recheck: '' });
  bundler.onResolve({ filter: /^[^./]/ }, ({ path: name }) =>
    !name.startsWith('@esocial/') && outside.some((entry) => name === entry || name.startsWith(`${entry}/`))
      ? { path: name, external: true }
      : undefined,
  );
}

const outfile = path.join(root, 'node_modules/.cache/bench/main.mjs');
await build({ only: ['server'] });
await bundle({
  entryPoints: [path.join(root, 'bench/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
  banner: { js: banner },
  plugins: [{ name: 'dependencies-stay-outside', setup: keepDependenciesOutside }],
});
const result = spawnSync(process.execPath, ['--expose-gc', outfile, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(result.status ?? 1);
