import type { MigrationResult } from '@esocial/contracts/generated/api-process-instances-migration-result.ts';
import type { InstanceState } from '@esocial/process-core/types.ts';
import type { Actor } from '../../access/actor.ts';
import { reachableCases } from '../../cases/case-access.ts';
import type { Database } from '../../database/database.ts';
import { createParameters } from '../../tasks/task-list-query.ts';
import type { MappingPairs } from './migration-planner.ts';

/** A worker that dies leaves its instances to others after this long. */
const LOCK_MS = 20_000;

export interface MigratableInstance {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly personId: string | null;
  readonly processId: string;
  readonly versionId: string;
  readonly state: InstanceState;
}

export interface MigrationRow {
  readonly id: string;
  readonly sourceVersionId: string;
  readonly targetVersionId: string;
  readonly mapping: MappingPairs;
  readonly reason: string;
  readonly actorId: string;
  readonly createdAt: Date;
}

export interface MigrationCounts {
  readonly total: number;
  readonly pending: number;
  readonly migrated: number;
  readonly refused: number;
}

/** One instance of a migration that is to be done. */
export type MigrationItem = Pick<
  MigrationRow,
  'sourceVersionId' | 'targetVersionId' | 'mapping' | 'reason' | 'actorId'
> & {
  readonly migrationId: string;
  readonly instanceId: string;
};

const columns = `
  i.id, i.case_id as "caseId", c.number as "caseNumber", c.person_id as "personId", i.process_id as "processId",
  i.workflow_version_id as "versionId", i.state`;

const migrationColumns = `
  m.id, m.source_version_id as "sourceVersionId", m.target_version_id as "targetVersionId", m.mapping, m.reason,
  m.actor_id as "actorId", m.created_at as "createdAt"`;

export interface Selection {
  readonly versionId: string;
  /** All that run of the version unless given. */
  readonly instanceIds?: readonly string[] | undefined;
}

/** The running instances that somebody may migrate, as a condition on the instances `i` and cases `c`. */
function selected(actor: Actor, { versionId, instanceIds }: Selection) {
  const parameters = createParameters();
  const where = [
    `i.workflow_version_id = ${parameters.add(versionId, 'uuid')}`,
    `i.status in ('active', 'suspended')`,
    reachableCases(actor, 'process.manage', parameters),
    ...(instanceIds ? [`i.id = any(${parameters.add([...instanceIds], 'uuid[]')})`] : []),
  ];
  return { parameters, where: where.join(' and ') };
}

/** Migrations and their instances, each a row that workers share. */
export function createMigrationStore(database: Database) {
  return {
    /** The newest of the selected instances. */
    listSelected(actor: Actor, selection: Selection, limit: number): Promise<MigratableInstance[]> {
      const { parameters, where } = selected(actor, selection);
      return database.query(
        `select ${columns} from process_instances i join cases c on c.id = i.case_id where ${where}
         order by i.id desc limit ${parameters.add(limit, 'int')}`,
        parameters.values,
      );
    },

    async findInstance(instanceId: string): Promise<MigratableInstance | undefined> {
      const sql = `select ${columns} from process_instances i join cases c on c.id = i.case_id where i.id = $1`;
      return (await database.query<MigratableInstance>(sql, [instanceId]))[0];
    },

    /** Keeps the migration with all selected instances, to be worked off. */
    async insert(actor: Actor, migration: MigrationRow, selection: Selection): Promise<void> {
      const { id, sourceVersionId, targetVersionId, mapping, reason, actorId, createdAt } = migration;
      await database.query(
        `insert into process_migrations (id, source_version_id, target_version_id, mapping, reason, actor_id, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, sourceVersionId, targetVersionId, JSON.stringify(mapping), reason, actorId, createdAt],
      );
      const { parameters, where } = selected(actor, selection);
      await database.query(
        `insert into process_migration_items (migration_id, instance_id)
         select ${parameters.add(id, 'uuid')}, i.id from process_instances i join cases c on c.id = i.case_id
         where ${where}`,
        parameters.values,
      );
    },

    async find(id: string): Promise<(MigrationRow & { actorName: string | null }) | undefined> {
      const [row] = await database.query<MigrationRow & { actorName: string | null }>(
        `select ${migrationColumns}, u.last_name || ' ' || u.first_name as "actorName"
         from process_migrations m left join users u on u.id::text = m.actor_id where m.id = $1`,
        [id],
      );
      return row;
    },

    async count(id: string): Promise<MigrationCounts> {
      const [row] = await database.query<MigrationCounts>(
        `select count(*)::int as total, count(*) filter (where outcome = 'pending')::int as pending,
           count(*) filter (where outcome = 'migrated')::int as migrated,
           count(*) filter (where outcome = 'refused')::int as refused
         from process_migration_items where migration_id = $1`,
        [id],
      );
      return row ?? { total: 0, pending: 0, migrated: 0, refused: 0 };
    },

    /** A page of results in the order of the instances. */
    listResults(
      id: string,
      { outcome, after, limit }: { outcome?: string | undefined; after?: string | undefined; limit: number },
    ): Promise<MigrationResult[]> {
      return database.query(
        `select t.instance_id as "instanceId", i.case_id as "caseId", c.number as "caseNumber",
           i.process_id as "processId", t.outcome, t.faults
         from process_migration_items t join process_instances i on i.id = t.instance_id join cases c on c.id = i.case_id
         where t.migration_id = $1 and ($2::text is null or t.outcome = $2) and ($3::uuid is null or t.instance_id > $3)
         order by t.instance_id limit $4`,
        [id, outcome ?? null, after ?? null, limit],
      );
    },

    /** Takes instances that no other worker has. */
    claim(now: Date, limit: number): Promise<MigrationItem[]> {
      return database.query(
        `with free as (
           select migration_id, instance_id from process_migration_items
           where outcome = 'pending' and (locked_until is null or locked_until < $1)
           order by migration_id, instance_id limit $3 for update skip locked)
         update process_migration_items t set locked_until = $2 from free, process_migrations m
         where t.migration_id = free.migration_id and t.instance_id = free.instance_id and m.id = t.migration_id
         returning t.migration_id as "migrationId", t.instance_id as "instanceId",
           m.source_version_id as "sourceVersionId", m.target_version_id as "targetVersionId", m.mapping, m.reason,
           m.actor_id as "actorId"`,
        [now, new Date(now.getTime() + LOCK_MS), limit],
      );
    },

    /** Notes what came of an instance; false when somebody else has already. */
    async finish(
      { migrationId, instanceId }: MigrationItem,
      outcome: 'migrated' | 'refused',
      faults: MigrationResult['faults'],
      now: Date,
    ): Promise<boolean> {
      const rows = await database.query(
        `update process_migration_items set outcome = $3, faults = $4, done_at = $5, locked_until = null
         where migration_id = $1 and instance_id = $2 and outcome = 'pending' returning instance_id`,
        [migrationId, instanceId, outcome, JSON.stringify(faults), now],
      );
      return rows.length > 0;
    },
  };
}

export type MigrationStore = ReturnType<typeof createMigrationStore>;
