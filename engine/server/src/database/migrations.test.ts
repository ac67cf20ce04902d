import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate, readMigrations } from './migrations.ts';
import { createTestDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';

describe('migrate', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createTestDatabase();
  }, 120_000);

  afterAll(() => test.close());

  const step = (name: string, sql: string) => ({ name, sql });
  const run = (...added: { name: string; sql: string }[]) =>
    migrate(test.ownerConnectionString, [...readMigrations(), ...added]);

  it('does nothing on a database that has them all', async () => {
    // then
    expect(await run()).toEqual([]);
  });

  it('runs a new one once, though several servers start at once', async () => {
    // when
    const ran = await Promise.all([1, 2, 3].map(() => run(step('9000-new.sql', 'create table new (id integer)'))));

    // then
    expect(ran.flat()).toEqual(['9000-new.sql']);
    expect(await test.database.query('select * from new')).toEqual([]);
  });

  it('keeps nothing of one that fails, and names it', async () => {
    // when
    const failing = run(step('9001-half.sql', 'create table half (id integer); select nonsense'));

    // then
    await expect(failing).rejects.toThrow(/Migration 9001-half.sql failed: column "nonsense"/);
    await expect(test.database.query('select * from half')).rejects.toThrow(/does not exist/);
  });

  it('refuses one that was edited after it ran', async () => {
    // given
    const client = new Client({ connectionString: test.ownerConnectionString });
    await client.connect();
    await client.query(`insert into schema_migrations (name, digest) values ('9002-edited.sql', 'other')`);
    await client.end();

    // then
    await expect(run(step('9002-edited.sql', 'select 1'))).rejects.toThrow(
      /Migration 9002-edited.sql was edited after it ran/,
    );
  });

  it('refuses two of one number', () => {
    // given
    const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
    for (const name of ['0001-a.sql', '0001-b.sql']) writeFileSync(join(folder, name), '');

    // then
    expect(() => readMigrations(folder)).toThrow('Two migrations have the number 0001');
    rmSync(folder, { recursive: true });
  });
});

describe('search_fold', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createTestDatabase();
  }, 120_000);

  afterAll(() => test.close());

  it.each([
    ['Țîbuleac', 'Tibuleac'],
    ['ŢÂBULEAC', 'țabuleac'],
    ['Rusu', 'РУСУ'],
    ['Chișinău', 'CHIŞINAU'],
    ['Ștefan', 'Штефан'],
    ['Carp', 'Karp'],
    ["D'Amico", 'DAmico'],
  ])('takes %s and %s for the same', async (one, other) => {
    // when
    const [row] = await test.database.query<{ same: boolean }>('select search_fold($1) = search_fold($2) as same', [
      one,
      other,
    ]);

    // then
    expect(row?.same).toBe(true);
  });
});
