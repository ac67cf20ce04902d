import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DemoStaffFile } from '@esocial/contracts/generated/demo-staff.ts';
import { createManualClock } from '../clock/clock.ts';
import { createContentServices } from '../content/content-services.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { createTestDatabase } from '../database/test-database.ts';
import { createInstitutionStore } from '../institutions/institution-store.ts';
import { projectRoot } from '../settings/project-root.ts';
import { loadDemoStaff } from '../users/load-demo-staff.ts';
import { createPersonaStore } from '../users/persona-store.ts';
import { createUserStore } from '../users/user-store.ts';
import { loadDemo } from './load-demo.ts';
import type { DemoReport } from './load-demo.ts';

const root = projectRoot();

describe('the demo', () => {
  let test: TestDatabase;
  let report: DemoReport;
  const clock = createManualClock('2026-03-10T10:00:00Z');
  const query = <Row extends object>(sql: string) => test.database.query<Row>(sql);

  beforeAll(async () => {
    test = await createTestDatabase();
    const { database } = test;
    await createContentServices(database, clock).content.apply(root, { activate: true, effectiveFrom: '2024-01-01' });
    const staff = JSON.parse(readFileSync(path.join(root, 'demo/staff.json'), 'utf8')) as DemoStaffFile;
    const stores = {
      users: createUserStore(database),
      institutions: createInstitutionStore(database),
      personas: createPersonaStore(database),
    };
    await database.transaction(() => loadDemoStaff(stores, staff));
    report = await loadDemo(database, root, clock);
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
});
