// `npm run content -- validate|apply <folder>`: builds the command from its sources and runs it.
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';

const root = path.resolve(import.meta.dirname, '..');
ensureInstalled(root);
const { build } = await import('esbuild');
const outfile = path.join(root, 'engine/server/dist/content-cli.js');
await build({
  entryPoints: [path.join(root, 'engine/server/src/content/content-cli.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
  // recheck starts files of its own package.
  external: ['pg-native', 'recheck'],
  // CommonJS packages inside the bundle call require.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
await import(outfile);
