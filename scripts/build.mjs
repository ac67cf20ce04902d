// Builds what has changed: the server's bundle and the two browser applications. `--force` builds everything anew,
// names (server, workspace, designer) build only those.
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { build } from './lib/build.mjs';

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
ensureInstalled(root);
await build({ force: process.argv.includes('--force'), ...(names.length > 0 && { only: names }) });
