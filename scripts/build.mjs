// Builds what has changed: the server's bundle and the two browser applications. `--force` builds everything anew,
// names (server, workspace, designer) build only those.
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { build } from './lib/build.mjs';
import { requireNode } from './lib/require-node.mjs';

requireNode();
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
await ensureInstalled();
await build({ force: process.argv.includes('--force'), ...(names.length > 0 && { only: names }) });
