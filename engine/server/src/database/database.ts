import { Client, Pool } from 'pg';
import type { ClientBase, QueryConfig, QueryResultRow } from 'pg';
import { parse } from 'pg-connection-string';
import { Sequelize, Transaction } from 'sequelize';
import { createListener } from './listener.ts';
import type { NotificationHandler } from './listener.ts';
import { outsideUnitOfWork, unitOfWork } from './unit-of-work.ts';
import { valueTypes } from './value-types.ts';

export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
}

export interface Database {
  /** Runs one bound statement, in the current unit of work if there is one. */
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Opens a unit of work, or joins the current one; commits when `work` ends, rolls back when it throws. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** Runs a named prepared statement in one autocommitted round trip, outside of any unit of work: the hot path. */
  prepared<Row extends object>(statement: PreparedStatement, values: readonly unknown[]): Promise<Row[]>;
  /** Hears the channel's notifications until the database is closed; `onGap`: some may have been missed. */
  listen(channel: string, handle: NotificationHandler, onGap?: () => void): Promise<void>;
  /** Whether notifications arrive now; while they do not, nothing may rely on having heard of a change. */
  isListening(): boolean;
  /** Whether a unit of work is open. */
  inTransaction(): boolean;
  /** Runs `work` outside of the current unit of work, once that is committed and before it returns; else at once. */
  afterCommit(work: () => Promise<void>): Promise<void>;
  readonly sequelize: Sequelize;
  readonly connectionString: string;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Connections for autocommitted statements, and as many again for units of work. */
  readonly poolSize?: number;
  readonly applicationName?: string;
  /** How long a statement waits for a free connection before it fails; longer helps nobody who waits for an answer. */
  readonly waitMs?: number;
  readonly onError?: (error: Error) => void;
}

/** Opens the database. `connectionString` is a postgresql:// address; a socket directory is a percent-encoded host. */
export function openDatabase(connectionString: string, options: DatabaseOptions = {}): Database {
  const { poolSize = 10, applicationName = 'esocial', waitMs = 10_000, onError = () => undefined } = options;
  const pool = new Pool({
    connectionString,
    max: poolSize,
    application_name: applicationName,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: waitMs,
  });
  // Without a handler an idle connection that PostgreSQL closes would end the process.
  pool.on('error', onError);
  const sequelize = createSequelize(connectionString, { poolSize, applicationName, waitMs });
  const listener = createListener(
    () => new Client({ connectionString, application_name: `${applicationName} listen` }),
    onError,
  );

  function currentTransaction(): Transaction | undefined {
    const current = unitOfWork.get('transaction');
    return current instanceof Transaction && ownerOf(current) === sequelize ? current : undefined;
  }

  async function run<Row extends object>(statement: QueryConfig): Promise<Row[]> {
    const transaction = currentTransaction();
    const query = { ...statement, types: valueTypes };
    const result = transaction
      ? await inTurn(connectionOf(transaction), (connection) => connection.query<Row & QueryResultRow>(query))
      : await pool.query<Row & QueryResultRow>(query);
    return result.rows;
  }

  return {
    query: (sql, values = []) => run({ text: sql, values: [...values] }),
    async prepared<Row extends object>(statement: PreparedStatement, values: readonly unknown[]): Promise<Row[]> {
      const result = await pool.query<Row & QueryResultRow>({ ...statement, values: [...values], types: valueTypes });
      return result.rows;
    },
    transaction: (work) => (currentTransaction() ? work() : sequelize.transaction(() => work())),
    listen: (channel, handle, onGap) => listener.listen(channel, handle, onGap),
    isListening: () => listener.isConnected(),
    inTransaction: () => currentTransaction() !== undefined,
    async afterCommit(work) {
      const transaction = currentTransaction();
      if (transaction) transaction.afterCommit(() => outsideUnitOfWork(work));
      else await work();
    },
    sequelize,
    connectionString,
    async close() {
      await Promise.all([listener.close(), pool.end(), sequelize.close()]);
    },
  };
}

function createSequelize(
  connectionString: string,
  { poolSize, applicationName, waitMs }: Required<Pick<DatabaseOptions, 'poolSize' | 'applicationName' | 'waitMs'>>,
): Sequelize {
  const { host, port, user, password, database, ssl } = parse(connectionString);
  return new Sequelize(database ?? '', user ?? '', password, {
    dialect: 'postgres',
    ...(host ? { host } : {}),
    ...(port ? { port: Number(port) } : {}),
    dialectOptions: { application_name: `${applicationName} unit of work`, ...(ssl ? { ssl } : {}) },
    pool: { max: poolSize, min: 0, idle: 60_000, acquire: waitMs },
    logging: false,
    define: { underscored: true, timestamps: false },
  });
}

const turns = new WeakMap<ClientBase, Promise<unknown>>();

/** A connection takes one statement at a time; those that a unit of work sends at once wait for each other. */
function inTurn<T>(connection: ClientBase, work: (connection: ClientBase) => Promise<T>): Promise<T> {
  const turn = (turns.get(connection) ?? Promise.resolve()).then(() => work(connection));
  turns.set(
    connection,
    turn.catch(() => undefined),
  );
  return turn;
}

// Sequelize's types leave out the two properties by which a transaction knows its database and its connection.
function ownerOf(transaction: Transaction): Sequelize {
  return (transaction as unknown as { sequelize: Sequelize }).sequelize;
}

function connectionOf(transaction: Transaction): ClientBase {
  return (transaction as unknown as { connection: ClientBase }).connection;
}
