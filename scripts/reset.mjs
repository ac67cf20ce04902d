// `npm run reset`: drops all data of the embedded PostgreSQL, after asking; `--yes` answers for scripts.
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { pathToFileURL } from 'node:url';
import { build } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/root.mjs';

async function isAgreed() {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY) {
    console.error('Nothing was removed: nobody is there to ask. Use npm run reset -- --yes.');
    process.exit(1);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Remove all persons, cases and settings of this installation? [y/N] ');
  terminal.close();
  return /^(y|yes|d|da)$/i.test(answer.trim());
}

if (await isAgreed()) {
  ensureInstalled(root);
  await build({ only: ['server'], log: () => undefined });
  const { reset } = await import(pathToFileURL(join(root, 'engine/server/dist/reset.js')).href);
  console.log(await reset());
} else {
  console.log('Nothing was removed.');
}
