// `npm start`: installs and builds what is missing, then serves the sandbox in this process.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/root.mjs';

process.env.LOG_LEVEL ||= 'warn';
ensureInstalled(root);
try {
  await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import(pathToFileURL(join(root, 'engine/server/dist/start-sandbox.js')).href);
