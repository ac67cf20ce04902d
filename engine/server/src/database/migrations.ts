import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectRoot } from '../settings/project-root.ts';

/** Any number that no other advisory lock of this database uses. */
const MIGRATION_LOCK = 7_305_110;

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The numbered SQL files, in order. Two with the same number would run in an order that nobody chose. */
export function readMigrations(
  folder: string = join(projectRoot(), 'engine/server/src/database/migrations'),
): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const numbers = files.map((file) => file.slice(0, 4));
  const doubled = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (doubled) throw new Error(`Two migrations have the number ${doubled} in ${folder}`);
  return files.map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }));
}

/** A digest of all migrations: names the template from which tests clone their databases. */
export function digestOf(migrations: readonly Migration[]): string {
  const hash = createHash('sha256');
  for (const { name, sql } of migrations) hash.update(`${name}\0${sql}\0`);
  return hash.digest('hex').slice(0, 16);
}

/**
 * Brings the database to the newest schema, as the owner. Servers that start at once wait for each other; each
 * migration commits together with the note that it ran. Returns the names of those that ran.
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly Migration[] = readMigrations(),
): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'esocial migrations' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      'create table if not exists schema_migrations (name text primary key, digest text not null, ran_at timestamptz not null default now())',
    );
    const executed = await listExecuted(client, migrations);
    if (migrations.every(({ name }) => executed.includes(name))) return [];
    const ran = await (await createRunner(client, migrations)).up();
    return ran.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function listExecuted(client: Client, migrations: readonly Migration[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from schema_migrations');
  for (const { name, digest } of rows) requireUnchanged(migrations, name, digest);
  return rows.map(({ name }) => name);
}

async function createRunner(client: Client, migrations: readonly Migration[]) {
  // Loaded only when there is something to run: it takes a third of a second and 20 MB.
  const { Umzug } = await import('umzug');
  return new Umzug({
    context: client,
    logger: undefined,
    migrations: migrations.map((migration) => ({ name: migration.name, up: () => runOne(client, migration) })),
    storage: {
      executed: () => listExecuted(client, migrations),
      // The note is written by runOne, in the migration's own transaction.
      async logMigration() {},
      async unlogMigration({ name }) {
        throw new Error(`Migration ${name} cannot be undone: write a new one`);
      },
    },
  });
}

async function runOne(client: Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into schema_migrations (name, digest) values ($1, $2)', [
      migration.name,
      digestOf([migration]),
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${migration.name} failed: ${(error as Error).message}`, { cause: error });
  }
}

function requireUnchanged(migrations: readonly Migration[], name: string, digest: string): void {
  const known = migrations.find((migration) => migration.name === name);
  if (known && digestOf([known]) !== digest) {
    throw new Error(
      `Migration ${name} was edited after it ran on this database: write a new one, or start afresh with npm run reset`,
    );
  }
}
