import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Database } from './database/database.ts';
import { runProgram } from './run-program.ts';
import { isSandboxPrepared } from './sandbox/is-sandbox-prepared.ts';
import { serve } from './serve.ts';
import type { Settings } from './settings/settings.ts';

const MAX_OUTPUT = 10 * 1024 * 1024;

/**
 * Loads content and demo data, at the first start only, in a process of its own: what that needs of memory is given
 * back before anybody is served.
 */
async function prepare(database: Database, settings: Settings): Promise<void> {
  if (await isSandboxPrepared(database, settings)) return;
  console.warn('Loading the shipped forms, procedures and classifiers…');
  const program = join(import.meta.dirname, 'load-sandbox.js');
  const env = { ...process.env, DATABASE_URL: database.connectionString, DATABASE_OWNER_URL: '' };
  const { stderr } = await promisify(execFile)(process.execPath, [program], { env, maxBuffer: MAX_OUTPUT });
  process.stderr.write(stderr);
}

/** `npm start`: a server with the shipped content and, in the sandbox, people and cases to try it with. */
await runProgram(async () => {
  const server = await serve({ prepare });
  console.warn(`\n  eSocial is ready: ${server.address}\n  End it with Ctrl+C; its data stay.\n`);
  return server;
});
