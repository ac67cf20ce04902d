// `npm run zeebe:check [-- --rebuild]`: computes the view of the broker anew from kept records and compares it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/root.mjs';

ensureInstalled(root);
await build({ only: ['server'], log: () => undefined });
await import(pathToFileURL(join(root, 'engine/server/dist/zeebe-check.js')).href);
