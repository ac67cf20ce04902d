import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseDataDirectory } from './database/embedded/data-directory.ts';
import { findEmbeddedPostgres } from './database/embedded/embedded-postgres.ts';
import { choosePostgresAccount } from './database/embedded/postgres-account.ts';
import { projectRoot } from './settings/project-root.ts';
import { readSettings } from './settings/settings.ts';

const removed = ['postgres-18', 'postgres-18.initialised', 'postgres-socket', 'postgres-password', 'postgres.log'];

/** Removes the embedded PostgreSQL with all its data. Returns a sentence that says what was done. */
export async function reset(environment: Readonly<Record<string, string | undefined>> = process.env): Promise<string> {
  const settings = readSettings(environment);
  if (settings.databaseUrl) return 'Nothing was removed: DATABASE_URL names a database that this command does not own.';
  const root = projectRoot();
  const folder = chooseDataDirectory(root, choosePostgresAccount(), settings.dataDirectory);
  const postgres = await findEmbeddedPostgres(root, folder);
  if (postgres && !(await postgres.stop()))
    return 'Nothing was removed: a server is using the database. Stop it first.';
  for (const name of removed) await rm(join(folder, name), { recursive: true, force: true });
  return `The data in ${folder} are removed. npm start begins afresh.`;
}
