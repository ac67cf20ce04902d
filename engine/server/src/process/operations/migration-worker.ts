import { MigrationRejected } from '@esocial/process-core/migration/migration-plan.ts';
import { CommandRejected } from '@esocial/process-core/types.ts';
import type { MigrationResult } from '@esocial/contracts/generated/api-process-instances-migration-result.ts';
import { systemActor } from '../../access/actor.ts';
import type { Clock } from '../../clock/clock.ts';
import type { Database } from '../../database/database.ts';
import type { DefinitionReader } from '../../definitions/definition-reader.ts';
import { AppError } from '../../errors/app-error.ts';
import type { ProcessEngine } from '../process-engine.ts';
import { migrateOne } from './migrate-one.ts';
import { createMigrationPlanner, presentFault } from './migration-planner.ts';
import type { MigrationItem } from './migration-store.ts';
import { createMigrationStore } from './migration-store.ts';
import { lockInstance } from './operations-store.ts';

const BATCH = 20;

export interface MigrationWorkerDependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly engine: ProcessEngine;
  readonly clock: Clock;
  readonly onError: (error: unknown, item: object) => void;
}

type Faults = MigrationResult['faults'];

/**
 * Works off a batch of the instances that are to be migrated; gives how many. Each is a transaction of its own with
 * the note of its result, so that a server that dies leaves nothing half done and nothing is done twice.
 */
export async function migrateDueInstances(dependencies: MigrationWorkerDependencies): Promise<number> {
  const { database, definitions, clock } = dependencies;
  const store = createMigrationStore(database);
  const planner = createMigrationPlanner(definitions);

  async function migrate(item: MigrationItem): Promise<void> {
    await lockInstance(database, item.instanceId);
    const instance = await store.findInstance(item.instanceId);
    if (!(await store.finish(item, 'migrated', [], clock.now())) || !instance) return;
    if (instance.versionId !== item.sourceVersionId) throw new Refused('The instance runs another version by now.');
    const migration = await planner.between(item.sourceVersionId, item.targetVersionId, item.mapping);
    const { outcome, faults } = migration.plan(instance);
    if (outcome === 'refused') throw new Refused('The instance does not fit.', faults);
    const { actorId, reason } = item;
    await migrateOne(dependencies.engine, instance, { actor: systemActor('migration'), actorId, reason, migration });
  }

  const items = await store.claim(clock.now(), BATCH);
  for (const item of items) {
    try {
      await database.transaction(() => migrate(item));
    } catch (error) {
      const faults = faultsOf(error);
      if (faults) await store.finish(item, 'refused', faults, clock.now());
      // Whatever else it was, its lock runs out and it is tried again.
      else dependencies.onError(error, { migrationId: item.migrationId, instanceId: item.instanceId });
    }
  }
  return items.length;
}

class Refused extends Error {
  readonly faults: Faults;

  constructor(message: string, faults: Faults = [{ code: 'NOT_MIGRATABLE', elementId: '', message }]) {
    super(message);
    this.name = 'Refused';
    this.faults = faults;
  }
}

/** Why an instance is not migrated; undefined when that may change by itself. */
function faultsOf(error: unknown): Faults | undefined {
  if (error instanceof Refused) return error.faults;
  if (error instanceof MigrationRejected) return error.faults.map(presentFault);
  const isFinal = error instanceof CommandRejected || (error instanceof AppError && error.code !== 'case_busy');
  return isFinal ? [{ code: 'NOT_MIGRATABLE', elementId: '', message: error.message }] : undefined;
}
