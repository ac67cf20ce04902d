import { openDatabase } from '../database/database.ts';
import type { Database } from '../database/database.ts';
import { operations } from './testing/matrix-operations.ts';
import type { Operation } from './testing/matrix-operations.ts';
import type { MatrixWorld } from './testing/matrix-world.ts';
import { createMatrixWorld, secrets } from './testing/matrix-world.ts';

/** Nobody's data: definitions, offices, colleagues, numbers, and whether one's own notice was seen. */
const unrecorded = new Set([
  ...['getSession', 'listUsers', 'listInstitutions', 'countTasks', 'getSupervisionSummary', 'listIncidents'],
  ...['getProcessInstance', 'listDefinitions', 'listDefinitionVersions', 'getForm', 'listWorkflows', 'getWorkflow'],
  ...['listProcessInstances', 'summariseProcessInstances', 'listProcessSteps', 'proposeMigration', 'getMigration'],
  ...['listMigrationResults', 'getProcessEngine', 'getNextTask'],
  ...['listClassifiers', 'listClassifierItems', 'listReleases', 'listNotifications', 'readNotification'],
]);

/** Those that answer a change with a page, which is a read of its own. */
const rowsOf: Readonly<Record<string, number>> = { assignCaseManager: 2, updatePerson: 2 };

/** Those that are about no person of the register, or about none yet. */
const withoutSubject = new Set([
  ...['getStartDraft', 'saveStartDraft', 'removeStartDraft', 'createPerson', 'retryIncident', 'listAuditEvents'],
  ...['updateSession', 'broadcastSignal', 'migrateProcessInstances', 'retryIncidents'],
]);

/** Those that make what they remove or try again on the way. */
const makeFirst = new Set(['retryIncident', 'retryIncidents', 'unrelatePersons']);

// Without the outbox and notifications, which are worked off meanwhile.
const tables = [
  ...['tasks', 'cases', 'records', 'drafts', 'start_drafts', 'case_notes', 'case_events', 'persons'],
  ...['person_relations', 'documents', 'process_instances', 'task_reassignments', 'incidents'],
  ...['idempotency_keys', 'person_searches', 'users', 'deadlines', 'queues'],
];

interface Row {
  verb: string;
  subject_ids: string[];
}

const recorded = operations
  .filter(({ id, what }) => !unrecorded.has(id) && !what)
  .map((one): [string, Operation] => [one.id, one]);

describe('the audit of every operation', () => {
  let world: MatrixWorld;
  let owner: Database;

  beforeAll(async () => {
    world = await createMatrixWorld();
    owner = openDatabase(world.server.test.ownerConnectionString);
    await owner.query(`create function refuse_audit() returns trigger language plpgsql as
      $$ begin raise exception 'the audit cannot be written'; end $$`);
    // What others did before must not wake the workers in between.
    await owner.query('update process_timers set due_at = $1', ['infinity']);
  }, 180_000);

  afterAll(async () => {
    await owner.close();
    await world.server.close();
  });

  async function rowsAfter(work: () => Promise<unknown>): Promise<Row[]> {
    const [last] = await owner.query<{ id: number }>('select coalesce(max(id), 0) as id from audit_events');
    await work();
    return owner.query<Row>(
      `select verb, subject_ids from audit_events where id > $1 and actor_id not like 'system:%' order by id`,
      [last?.id],
    );
  }

  async function digest(): Promise<Record<string, string>> {
    const parts = tables.map(
      (table) => `(select md5(string_agg(t::text, '' order by t::text)) from ${table} t) as ${table}`,
    );
    const [row] = await owner.query<Record<string, string>>(`select ${parts.join(', ')}`);
    return row ?? {};
  }

  const callerOf = ({ may }: Operation) => world.clients[may[0] ?? 'nobody'];

  it.each(recorded)('%s leaves one row that names whose data it was', async (id, operation) => {
    // given
    const target = operation.given ? await operation.given(world) : world.case;

    // when
    let status = 0;
    const rows = await rowsAfter(async () => {
      status = (await operation.call(callerOf(operation), world, target)).status;
    });

    // then
    expect(status).toBeLessThan(300);
    expect(rows.map(({ verb }) => verb)).toHaveLength(rowsOf[id] ?? 1);
    if (withoutSubject.has(id)) return;
    for (const row of rows)
      expect([row.verb, row.subject_ids]).toEqual([row.verb, expect.arrayContaining([world.personId])]);
  });

  it.each(recorded)('%s fails, shows nothing and changes nothing without one', async (_id, operation) => {
    // given
    const target = operation.given ? await operation.given(world) : world.case;
    const before = makeFirst.has(operation.id) ? undefined : await digest();
    await owner.query(
      'create trigger refuse_audit before insert on audit_events for each row execute function refuse_audit()',
    );

    // when
    const outcome = await operation
      .call(callerOf(operation), world, target)
      .finally(() => owner.query('drop trigger refuse_audit on audit_events'));

    // then
    expect([operation.id, outcome.status]).toEqual([operation.id, 500]);
    expect(secrets.filter((secret) => outcome.text.includes(secret))).toEqual([]);
    if (before) expect(await digest()).toEqual(before);
  });
});
