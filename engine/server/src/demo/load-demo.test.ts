import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DemoStaffFile } from '@esocial/contracts/generated/demo-staff.ts';
import { createManualClock } from '../clock/clock.ts';
import { createContentServices } from '../content/content-services.ts';
import type { Database } from '../database/database.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { createTestDatabase } from '../database/test-database.ts';
import { createInstitutionStore } from '../institutions/institution-store.ts';
import { projectRoot } from '../settings/project-root.ts';
import { loadDemoStaff } from '../users/load-demo-staff.ts';
import { createUserStore } from '../users/user-store.ts';
import { loadDemo } from './load-demo.ts';
import type { DemoReport } from './load-demo.ts';

const root = projectRoot();

/** A server that is killed after so many round trips to the database. */
function dyingDatabase(database: Database, trips: number): Database {
  let left = trips;
  const trip = <T>(run: () => Promise<T>): Promise<T> => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error('killed')) : run();
  };
  return {
    ...database,
    prepared: (statement, values) => trip(() => database.prepared(statement, values)),
    query: (sql, values) => trip(() => database.query(sql, values)),
  };
}

describe('the demo', () => {
  let test: TestDatabase;
  let report: DemoReport;
  const clock = createManualClock('2026-03-10T10:00:00Z');

  async function prepare(database: Database): Promise<void> {
    await createContentServices(database, clock).content.apply(root, { activate: true, effectiveFrom: '2024-01-01' });
    const staff = JSON.parse(readFileSync(path.join(root, 'demo/staff.json'), 'utf8')) as DemoStaffFile;
    const stores = { users: createUserStore(database), institutions: createInstitutionStore(database) };
    await database.transaction(() => loadDemoStaff(stores, staff));
  }

  const query = <Row extends object>(sql: string) => test.database.query<Row>(sql);

  beforeAll(async () => {
    test = await createTestDatabase();
    await prepare(test.database);
    report = await loadDemo(test.database, root, clock);
  }, 120_000);
  afterAll(() => test.close());

  it('plays every case of the shipped content', async () => {
    expect(report.failures).toEqual([]);
    expect(report.cases).toBeGreaterThan(20);
    expect(report.persons).toBeGreaterThan(20);
  });

  it('leaves no incident, and cases that began in the past with tasks in every state', async () => {
    // when
    const incidents = await query('select * from incidents');
    const [cases] = await query<{ n: number; first: Date; last: Date }>(
      'select count(*) as n, min(opened_at) as first, max(opened_at) as last from cases',
    );
    const states = await query<{ state: string }>('select distinct state from tasks order by state');
    const [overdue] = await query<{ n: number }>(
      `select count(*) as n from tasks where state = 'open' and due_at < '2026-03-10T10:00:00Z'`,
    );

    // then
    expect(incidents).toEqual([]);
    expect(cases?.n).toBe(report.cases);
    expect(cases!.first < new Date('2026-01-01')).toBe(true);
    expect(cases!.last <= clock.now()).toBe(true);
    expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(['completed', 'open']));
    expect(overdue!.n).toBeGreaterThan(0);
  });

  it('says where its persons come from', async () => {
    const rows = await query<{ kind: string }>(`select distinct sources->'lastName'->>'kind' as kind from persons`);
    expect(rows).toEqual([{ kind: 'demo' }]);
  });

  it('is loaded once only', async () => {
    expect(await loadDemo(test.database, root, clock)).toEqual({ persons: 0, cases: 0, failures: [] });
  });

  describe('interrupted in the middle', () => {
    let left: TestDatabase;

    beforeAll(async () => {
      left = await createTestDatabase();
      await prepare(left.database);
    }, 120_000);
    afterAll(() => left.close());

    const found = async (database: Database) => {
      const [counts] = await database.query<object>(
        `select (select count(*) from persons) as persons, (select count(*) from person_relations) as relations,
           (select count(*) from cases) as cases, (select count(*) from records) as records,
           (select count(*) from tasks where state = 'completed') as completed,
           (select count(*) from tasks where state = 'open') as open`,
      );
      return counts;
    };

    it('goes on from where it was left, and ends with the same', async () => {
      // given
      for (const trips of [20, 200, 500, 900]) {
        const interrupted = await loadDemo(dyingDatabase(left.database, trips), root, clock).catch(() => undefined);
        expect(interrupted?.failures).not.toEqual([]);
      }

      // when
      const { failures } = await loadDemo(left.database, root, clock);

      // then
      expect(failures).toEqual([]);
      expect(await found(left.database)).toEqual(await found(test.database));
    }, 120_000);
  });
});
