import type { InstanceMigrationRequest } from '@esocial/contracts/generated/api-process-instances-migration-one-request.ts';
import type { ProcessMigration } from '@esocial/contracts/generated/api-process-instances-migration.ts';
import type { ProcessMigrationRequest } from '@esocial/contracts/generated/api-process-instances-migration-request.ts';
import type { MigrationResult } from '@esocial/contracts/generated/api-process-instances-migration-result.ts';
import type { MigrationResultList } from '@esocial/contracts/generated/api-process-instances-migration-results.ts';
import type { MigrationResultQuery } from '@esocial/contracts/generated/api-process-instances-migration-results-query.ts';
import { MigrationRejected } from '@esocial/process-core/migration/migration-plan.ts';
import type { Actor } from '../../access/actor.ts';
import type { Audit } from '../../audit/audit.ts';
import { requireAccess } from '../../access/decide.ts';
import { requireCase } from '../../cases/case-access.ts';
import type { Clock } from '../../clock/clock.ts';
import type { Database } from '../../database/database.ts';
import type { DefinitionReader } from '../../definitions/definition-reader.ts';
import { NotFoundError, PreconditionFailedError } from '../../errors/app-error.ts';
import { decodeIdCursor, encodeCursor } from '../../ids/keyset-cursor.ts';
import { isId, newId } from '../../ids/new-id.ts';
import type { ProcessEngine } from '../process-engine.ts';
import { migrateOne } from './migrate-one.ts';
import { createMigrationPlanner, presentFault } from './migration-planner.ts';
import type { MigrationPlanner, VersionMigration } from './migration-planner.ts';
import type { MigrationRow, MigrationStore } from './migration-store.ts';
import { createMigrationStore } from './migration-store.ts';
import { lockInstance } from './operations-store.ts';
import type { Target } from './operations-service.ts';

/** How many instances a dry run looks at, and how many results one answer carries. */
const PLANNED = 1_000;
const SHOWN = 100;

export interface MigrationDependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly audit: Audit;
  readonly engine: ProcessEngine;
  readonly clock: Clock;
  /** There are instances to migrate. */
  readonly wake: () => void;
}

export interface MigrationService {
  readonly propose: MigrationPlanner['propose'];
  /** Plans it, or keeps it to be worked off by the workers. */
  migrate(actor: Actor, request: ProcessMigrationRequest): Promise<ProcessMigration>;
  migrateInstance(actor: Actor, target: Target, request: InstanceMigrationRequest): Promise<MigrationResult>;
  /** Throws what a migration of the instance by the actor would be refused with. */
  requireManaged(actor: Actor, instanceId: string): Promise<void>;
  /** For those who may manage every process, as the next is. */
  get(actor: Actor, migrationId: string): Promise<ProcessMigration>;
  listResults(actor: Actor, migrationId: string, query: MigrationResultQuery): Promise<MigrationResultList>;
}

/** Moves running instances from one version of their workflow to another. */
export function createMigrationService(dependencies: MigrationDependencies): MigrationService {
  const { database, definitions, audit, engine, clock } = dependencies;
  const planner = createMigrationPlanner(definitions);
  const store = createMigrationStore(database);

  async function describe(migrationId: string): Promise<ProcessMigration> {
    const row = await getMigration(store, migrationId);
    const [counts, migration, page] = await Promise.all([
      store.count(row.id),
      planner.between(row.sourceVersionId, row.targetVersionId, row.mapping),
      listPage(store, row.id, { limit: String(SHOWN) }),
    ]);
    return {
      ...{ ...describeRow(row, migration), ...counts, ...page, id: row.id },
      state: counts.pending > 0 ? 'running' : 'finished',
      ...(row.actorName === null ? {} : { createdBy: { id: row.actorId, displayName: row.actorName } }),
    };
  }

  return {
    propose: planner.propose,

    async migrate(actor, { sourceVersionId, targetVersionId, instanceIds, mapping = [], dryRun = false, reason }) {
      const migration = await planner.between(sourceVersionId, targetVersionId, mapping);
      const selection = { versionId: sourceVersionId, instanceIds };
      const row: MigrationRow = {
        ...{ id: newId(), sourceVersionId, targetVersionId, mapping, reason },
        ...{ actorId: actor.userId, createdAt: clock.now() },
      };
      if (dryRun) {
        const planned = (await store.listSelected(actor, selection, PLANNED)).map(migration.plan);
        return presentPlan(row, migration, planned);
      }
      await store.insert(actor, row, selection);
      const entry = { objectType: 'workflow-version', objectId: sourceVersionId, reason };
      await audit.record(actor, { verb: 'process.migration-started', ...entry });
      await database.afterCommit(() => Promise.resolve(dependencies.wake()));
      return describe(row.id);
    },

    async migrateInstance(actor, { instanceId, version }, { targetVersionId, mapping = [], dryRun = false, reason }) {
      const { caseId, version: current } = await lockInstance(database, instanceId);
      await requireCase(database, actor, caseId, 'process.manage');
      if (version !== undefined && version !== current)
        throw new PreconditionFailedError(`The instance ${instanceId} is no longer at version ${version}`);
      const instance = await store.findInstance(instanceId);
      if (!instance) throw new NotFoundError('process instance', instanceId);
      const migration = await planner.between(instance.versionId, targetVersionId, mapping);
      const planned = migration.plan(instance);
      if (dryRun || planned.outcome === 'refused') return planned;
      try {
        await migrateOne(engine, instance, { actor, actorId: actor.userId, reason, migration });
        return { ...planned, outcome: 'migrated' };
      } catch (error) {
        if (!(error instanceof MigrationRejected)) throw error;
        return { ...planned, outcome: 'refused', faults: error.faults.map(presentFault) };
      }
    },

    async requireManaged(actor, instanceId) {
      const instance = isId(instanceId) ? await store.findInstance(instanceId) : undefined;
      if (!instance) throw new NotFoundError('process instance', instanceId);
      await requireCase(database, actor, instance.caseId, 'process.manage');
    },

    get(actor, migrationId) {
      requireAccess(actor, 'process.manage', {});
      return describe(migrationId);
    },

    async listResults(actor, migrationId, query) {
      requireAccess(actor, 'process.manage', {});
      await getMigration(store, migrationId);
      return listPage(store, migrationId, query);
    },
  };
}

async function listPage(
  store: MigrationStore,
  migrationId: string,
  { outcome, cursor, limit = '50' }: MigrationResultQuery,
): Promise<MigrationResultList> {
  const size = Math.min(Math.max(Number(limit), 1), SHOWN);
  const after = cursor ? decodeIdCursor(cursor, isId) : undefined;
  const rows = await store.listResults(migrationId, { outcome, after, limit: size + 1 });
  const results = rows.slice(0, size);
  const last = rows.length > size ? results.at(-1) : undefined;
  return { results, nextCursor: last ? encodeCursor(last.instanceId) : null };
}

async function getMigration(store: MigrationStore, id: string) {
  const row = isId(id) ? await store.find(id) : undefined;
  if (!row) throw new NotFoundError('migration', id);
  return row;
}

function describeRow(
  { sourceVersionId, targetVersionId, reason, createdAt }: MigrationRow,
  { pairs }: VersionMigration,
) {
  return { sourceVersionId, targetVersionId, mapping: [...pairs], reason, createdAt: createdAt.toISOString() };
}

/** The refused stand first: they are what a dry run is about. */
function presentPlan(row: MigrationRow, migration: VersionMigration, planned: MigrationResult[]): ProcessMigration {
  const refused = planned.filter(({ outcome }) => outcome === 'refused');
  const possible = planned.filter(({ outcome }) => outcome !== 'refused');
  return {
    ...{ ...describeRow(row, migration), id: null, state: 'dryRun', total: planned.length, pending: 0, migrated: 0 },
    refused: refused.length,
    results: [...refused, ...possible].slice(0, SHOWN),
    nextCursor: null,
  };
}
