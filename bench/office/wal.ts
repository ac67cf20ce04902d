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

const ofThisDatabase = `dbid = (select oid from pg_database where datname = current_database())`;

/** The statements that are sent while nobody asks for anything: polls of workers. */
export async function idleStatements(superuser: Client, milliseconds: number): Promise<string[]> {
  await superuser.query('select pg_stat_statements_reset()');
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const { rows } = await superuser.query<{ id: string }>(
    `select queryid::text as id from pg_stat_statements where ${ofThisDatabase}`,
  );
  return rows.map(({ id }) => id);
}

// Knowing whose session it is: sessions are read again every few seconds, with the roles in force.
const sessionCheck = 'token_hash|update sessions|definition_versions.*role';

/**
 * Measures what `work` costs the database: statements by pg_stat_statements, commits and bytes by reading its log.
 * Session checks and the statements named by `idle` do not count as round trips.
 */
export async function databaseUse(
  superuser: Client,
  work: () => Promise<unknown>,
  idle: readonly string[] = [],
): Promise<DatabaseUse> {
  await superuser.query('select pg_stat_statements_reset()');
  const from = await position(superuser);
  await work();
  const to = await position(superuser);
  const { rows } = await superuser.query<{ calls: string }>(
    `select coalesce(sum(calls), 0) as calls from pg_stat_statements
     where ${ofThisDatabase} and query !~ $1 and queryid::text <> all ($2)`,
    [`pg_stat_statements|pg_current_wal|${sessionCheck}`, idle],
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
