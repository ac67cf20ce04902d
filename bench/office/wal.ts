import type { Client } from 'pg';

/** What the write-ahead log of a stretch of work says. */
export interface WalUse {
  /** Transactions that wrote something and were committed. */
  readonly commits: number;
  /** Bytes of records without the full images of pages that the first write after a checkpoint adds. */
  readonly bytes: number;
}

export interface DatabaseUse extends WalUse {
  /** Statements that clients sent: each is a round trip. */
  readonly roundTrips: number;
}

interface WalRow {
  type: string;
  count: string;
  record_size: string;
}

/** Measures what `work` costs the database: statements by pg_stat_statements, commits and bytes by reading its log. */
export async function databaseUse(superuser: Client, work: () => Promise<unknown>): Promise<DatabaseUse> {
  await superuser.query('select pg_stat_statements_reset()');
  const from = await position(superuser);
  await work();
  const to = await position(superuser);
  const { rows } = await superuser.query<{ calls: string }>(
    `select coalesce(sum(calls), 0) as calls from pg_stat_statements
     where dbid = (select oid from pg_database where datname = current_database()) and query !~ 'pg_stat_statements|pg_current_wal'`,
  );
  const log = await superuser.query<WalRow>(
    'select "resource_manager/record_type" as type, count, record_size from pg_get_wal_stats($1, $2, true)',
    [from, to],
  );
  const commits = log.rows.filter(({ type }) => type === 'Transaction/COMMIT');
  return {
    roundTrips: Number(rows[0]?.calls),
    commits: commits.reduce((sum, { count }) => sum + Number(count), 0),
    bytes: log.rows.reduce((sum, row) => sum + Number(row.record_size), 0),
  };
}

async function position(client: Client): Promise<string> {
  const { rows } = await client.query<{ at: string }>('select pg_current_wal_insert_lsn() as at');
  return rows[0]?.at ?? '0/0';
}
