import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { projectRoot } from '../settings/project-root.ts';
import { openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { chooseDataDirectory } from './embedded/data-directory.ts';
import { APP_ROLE, OWNER_ROLE, findEmbeddedPostgres, startEmbeddedPostgres } from './embedded/embedded-postgres.ts';
import type { EmbeddedPostgres } from './embedded/embedded-postgres.ts';
import { choosePostgresAccount } from './embedded/postgres-account.ts';
import { digestOf, migrate, readMigrations } from './migrations.ts';

const MAINTENANCE = 'tests';
const TEMPLATE_LOCK = 7_305_111;
const KEEP_MS = 3_600_000;

/** Tests may lose their data in a power cut, so nothing waits for the disk. */
const settings = {
  ...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  autovacuum: 'off',
};

export interface TestDatabase {
  /** As the application's role. */
  readonly database: Database;
  readonly connectionString: string;
  readonly ownerConnectionString: string;
  close(): Promise<void>;
}

function testDataDirectory(root: string): string {
  return chooseDataDirectory(root, choosePostgresAccount(), process.env['TEST_DATA_DIR'], '.cache');
}

/**
 * A database of the caller's own on a real PostgreSQL, with all migrations: a clone of a template that is made once
 * for each state of the migrations. The PostgreSQL is shared by the whole test run and left running for the next.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const postgres = await startTestPostgres();
  const template = await provideTemplate(postgres);
  const name = `test_${Date.now()}_${randomBytes(4).toString('hex')}`;
  await withMaintenance(postgres, (client) =>
    client.query(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)}`),
  );
  const connectionString = postgres.connectionString(APP_ROLE, name);
  const database = openDatabase(connectionString, { poolSize: 5, applicationName: 'test' });
  return {
    database,
    connectionString,
    ownerConnectionString: postgres.connectionString(OWNER_ROLE, name),
    async close() {
      await database.close();
      await withMaintenance(postgres, (client) => dropDatabase(client, name));
    },
  };
}

const DROP_ATTEMPTS = 20;

/** Drops a database, waiting for who is still in it; a worker of the superuser's cannot be thrown out. */
async function dropDatabase(client: Client, name: string, attempts = DROP_ATTEMPTS): Promise<void> {
  try {
    await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
  } catch (error) {
    if (attempts === 0) throw error;
    await delay(100);
    await dropDatabase(client, name, attempts - 1);
  }
}

/** Stops the PostgreSQL of the tests, unless another test run still uses it. */
export async function stopTestPostgres(): Promise<boolean> {
  const root = projectRoot();
  const postgres = await findEmbeddedPostgres(root, testDataDirectory(root));
  return postgres ? postgres.stop() : false;
}

function startTestPostgres(): Promise<EmbeddedPostgres> {
  const root = projectRoot();
  return startEmbeddedPostgres({ root, dataDirectory: testDataDirectory(root), databases: [MAINTENANCE], settings });
}

async function withMaintenance<T>(postgres: EmbeddedPostgres, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: postgres.connectionString(OWNER_ROLE, MAINTENANCE) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function provideTemplate(postgres: EmbeddedPostgres): Promise<string> {
  const migrations = readMigrations();
  const template = `template_${digestOf(migrations)}`;
  await withMaintenance(postgres, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const found = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (found.rowCount) return;
    await dropOldDatabases(client);
    // Renamed when it is whole, so that nobody clones half a schema.
    const unfinished = `${template}_unfinished`;
    await client.query(`drop database if exists ${escapeIdentifier(unfinished)} with (force)`);
    await client.query(`create database ${escapeIdentifier(unfinished)}`);
    await migrate(postgres.connectionString(OWNER_ROLE, unfinished), migrations);
    await client.query(`alter database ${escapeIdentifier(unfinished)} rename to ${escapeIdentifier(template)}`);
  });
  return template;
}

/** Removes what killed test runs and earlier states of the migrations left behind. */
async function dropOldDatabases(client: Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database d where (datname like 'test\\_%' or datname like 'template\\_%')
      and not exists (select 1 from pg_stat_activity a where a.datid = d.oid)`,
  );
  for (const { datname } of rows) {
    const madeAt = /^test_(\d+)_/.exec(datname)?.[1];
    if (madeAt && Date.now() - Number(madeAt) < KEEP_MS) continue;
    await client.query(`drop database if exists ${escapeIdentifier(datname)}`);
  }
}
