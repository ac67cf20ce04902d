// `npm run content -- validate|apply <folder>`: builds the server's programs when they have changed and runs the command.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/root.mjs';

ensureInstalled(root);
await build({ only: ['server'] });
await import(pathToFileURL(join(root, 'engine/server/dist/content-cli.js')).href);
