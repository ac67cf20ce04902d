import { newId } from '../ids/new-id.ts';
import { createTestDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';
import { outsideUnitOfWork } from './unit-of-work.ts';

describe('a test database', () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  }, 120_000);

  afterAll(async () => {
    await Promise.all([first.close(), second.close()]);
  });

  const addTerritory = (code: string) =>
    first.database.query('insert into territories (id, code, name) values ($1, $2, $2)', [newId(), code]);

  const codes = async () =>
    (await first.database.query<{ code: string }>('select code from territories order by code')).map(
      ({ code }) => code,
    );

  afterEach(() => first.database.query('delete from territories'));

  it('is the caller’s own', async () => {
    // given
    await addTerritory('a');

    // when
    const seen = await second.database.query('select 1 from territories');

    // then
    expect(seen).toEqual([]);
  });

  it('is used as the application’s role, which owns no table', async () => {
    // when
    const [row] = await first.database.query<{ owned: number; super: boolean }>(
      `select (select count(*) from pg_tables where tableowner = current_user) as owned,
        (select rolsuper from pg_roles where rolname = current_user) as super`,
    );

    // then
    expect(row).toEqual({ owned: 0, super: false });
  });

  it('keeps what a unit of work wrote when it ends', async () => {
    // when
    await first.database.transaction(async () => {
      await addTerritory('a');
      await first.database.transaction(() => addTerritory('b'));
    });

    // then
    expect(await codes()).toEqual(['a', 'b']);
  });

  it('keeps nothing of a unit of work that throws, the joined one included', async () => {
    // when
    const work = first.database.transaction(async () => {
      await first.database.transaction(() => addTerritory('a'));
      throw new Error('too late');
    });

    // then
    await expect(work).rejects.toThrow('too late');
    expect(await codes()).toEqual([]);
  });

  it('commits a prepared statement, and what is done outside, whatever becomes of the unit of work', async () => {
    // when
    const work = first.database.transaction(async () => {
      await first.database.prepared(
        { name: 'add-territory', text: 'insert into territories (id, code, name) values ($1, $2, $2)' },
        [newId(), 'prepared'],
      );
      await outsideUnitOfWork(() => addTerritory('outside'));
      throw new Error('undone');
    });

    // then
    await expect(work).rejects.toThrow('undone');
    expect(await codes()).toEqual(['outside', 'prepared']);
  });

  it('keeps units of work that run at once apart', async () => {
    // when
    const results = await Promise.allSettled([
      first.database.transaction(async () => {
        await addTerritory('kept');
      }),
      first.database.transaction(async () => {
        await addTerritory('lost');
        throw new Error('undone');
      }),
    ]);

    // then
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await codes()).toEqual(['kept']);
  });

  it('gives days as texts, small bigints as numbers and the rest as PostgreSQL means it', async () => {
    // when
    const [row] = await first.database.query(
      `select date '2026-01-05' as day, 7::bigint as small, 9007199254740993::bigint as big, 1.10::numeric as amount,
        '{"a": [1]}'::jsonb as json, array['b']::text[] as list, timestamptz '2026-01-05T08:00:00Z' as instant`,
    );

    // then
    expect(row).toEqual({
      day: '2026-01-05',
      small: 7,
      big: '9007199254740993',
      amount: '1.10',
      json: { a: [1] },
      list: ['b'],
      instant: new Date('2026-01-05T08:00:00Z'),
    });
  });

  it('hears what is notified at the commit, on every channel', async () => {
    // given
    const heard: string[] = [];
    await first.database.listen('one', (payload) => void heard.push(`one ${payload}`));
    await first.database.listen('two', (payload) => void heard.push(`two ${payload}`));

    // when
    await first.database.transaction(async () => {
      await first.database.query(`select pg_notify('one', '1'), pg_notify('two', '2')`);
    });
    await new Promise((resolve) => setTimeout(resolve, 100));

    // then
    expect(heard).toEqual(['one 1', 'two 2']);
  });
});
