import path from 'node:path';
import { Client, escapeIdentifier, Pool } from 'pg';
import { OWNER_ROLE, startEmbeddedPostgres } from '@esocial/server/database/embedded/embedded-postgres.ts';
import { SUPERUSER } from '@esocial/server/database/embedded/postgres-cluster.ts';

const MAINTENANCE = 'bench';

// As the embedded PostgreSQL of `npm start`, with room for a million cases; extensions that count statements, and the
// times of commits.
const settings = {
  shared_buffers: '2GB',
  max_wal_size: '8GB',
  checkpoint_timeout: '1h',
  maintenance_work_mem: '512MB',
  shared_preload_libraries: 'pg_stat_statements',
  track_commit_timestamp: 'on',
};

export interface BenchmarkDatabase {
  /** The database as the owner of its tables. */
  readonly ownerUrl: string;
  /** The same as the role that may look at everything. */
  readonly superuserUrl: string;
}

/** Runs `work` on an empty database of a durable PostgreSQL of the benchmarks' own, and drops it afterwards. */
export async function withBenchmarkDatabase<T>(
  root: string,
  work: (database: BenchmarkDatabase) => Promise<T>,
): Promise<T> {
  const postgres = await startEmbeddedPostgres({
    root,
    dataDirectory: path.join(root, '.cache/bench-postgres'),
    databases: [MAINTENANCE],
    settings,
  });
  const name = `bench_${Date.now()}`;
  const maintenance = new Client({ connectionString: postgres.connectionString(SUPERUSER, MAINTENANCE) });
  await maintenance.connect();
  await maintenance.query(
    `create database ${escapeIdentifier(name)} owner ${escapeIdentifier(OWNER_ROLE)} template template0`,
  );
  const superuserUrl = postgres.connectionString(SUPERUSER, name);
  try {
    await createExtensions(superuserUrl);
    return await work({ ownerUrl: postgres.connectionString(OWNER_ROLE, name), superuserUrl });
  } finally {
    await maintenance.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
    await maintenance.end();
    await postgres.stop();
  }
}

/** Runs `work` on another empty database of the same PostgreSQL, as its owner, and drops it afterwards. */
export async function withEmptyDatabase<T>(
  { ownerUrl, superuserUrl }: BenchmarkDatabase,
  name: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const maintenance = new Client({ connectionString: superuserUrl });
  await maintenance.connect();
  const drop = `drop database if exists ${escapeIdentifier(name)} with (force)`;
  try {
    await maintenance.query(drop);
    await maintenance.query(
      `create database ${escapeIdentifier(name)} owner ${escapeIdentifier(OWNER_ROLE)} template template0`,
    );
    return await work(ownerUrl.replace(/[^/]*$/, name));
  } finally {
    await maintenance.query(drop);
    await maintenance.end();
  }
}

/** A pool whose connections may still be closing when the database is dropped under them. */
export function openPool(connectionString: string, max: number): Pool {
  return new Pool({ connectionString, max }).on('error', () => undefined);
}

async function createExtensions(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query('create extension pg_stat_statements; create extension pg_walinspect');
  await client.end();
}
