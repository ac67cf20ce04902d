import path from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { OWNER_ROLE, startEmbeddedPostgres } from '@esocial/server/database/embedded/embedded-postgres.ts';

const MAINTENANCE = 'bench';

/** Runs `work` on an empty database of a durable PostgreSQL of the benchmarks' own, and drops it afterwards. */
export async function withBenchmarkDatabase<T>(root: string, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const postgres = await startEmbeddedPostgres({
    root,
    dataDirectory: path.join(root, '.cache/bench-postgres'),
    databases: [MAINTENANCE],
    settings: { shared_buffers: '512MB', max_wal_size: '4GB', shared_preload_libraries: 'pg_stat_statements' },
  });
  const name = `bench_${Date.now()}`;
  const maintenance = new Client({ connectionString: postgres.connectionString(OWNER_ROLE, MAINTENANCE) });
  await maintenance.connect();
  await maintenance.query(`create database ${escapeIdentifier(name)}`);
  try {
    return await work(postgres.connectionString(OWNER_ROLE, name));
  } finally {
    await maintenance.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
    await maintenance.end();
    await postgres.stop();
  }
}
