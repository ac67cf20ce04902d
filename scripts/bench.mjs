// `npm run bench [name …] [-- --quick]`: measures against peers and floors in the same run.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import { ensureInstalled } from './lib/install.mjs';

const root = path.resolve(import.meta.dirname, '..');
ensureInstalled(root);
const outfile = path.join(root, 'node_modules/.cache/bench/main.mjs');
await build({
  entryPoints: [path.join(root, 'bench/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
  plugins: [
    {
      name: 'only-own-packages-are-bundled',
      setup(context) {
        context.onResolve({ filter: /^[^./]/ }, ({ path: name }) =>
          name.startsWith('@esocial/') ? undefined : { path: name, external: true },
        );
      },
    },
  ],
});
const result = spawnSync(process.execPath, ['--expose-gc', outfile, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(result.status ?? 1);
