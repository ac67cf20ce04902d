import type { Actor } from '../../access/actor.ts';
import type { AuditRow } from '../../audit/audit.ts';
import { auditRow } from '../../audit/audit.ts';
import { isId } from '../../ids/new-id.ts';
import type { ProcessEngine } from '../process-engine.ts';
import type { VersionMigration } from './migration-planner.ts';
import type { MigratableInstance } from './migration-store.ts';

export interface MigrateOne {
  readonly actor: Actor;
  /** The person on whose behalf it is done. */
  readonly actorId: string;
  readonly reason: string;
  readonly migration: VersionMigration;
}

/** Moves one instance, in the current unit of work; throws MigrationRejected and has changed nothing then. */
export async function migrateOne(
  engine: ProcessEngine,
  instance: MigratableInstance,
  { actor, actorId, reason, migration }: MigrateOne,
): Promise<void> {
  const { source, target } = migration;
  await engine.migrateInstance({
    instanceId: instance.id,
    targetVersionId: target.versionId,
    mapping: migration.mappingFor(instance.processId),
    actorId: isId(actorId) ? actorId : null,
    writes: {
      audit: [migrationAudit(actor, instance, reason)],
      events: [{ kind: 'process', event: 'process.migrated', params: { from: source.number, to: target.number } }],
    },
  });
}

function migrationAudit(actor: Actor, { id, caseId, personId }: MigratableInstance, reason: string): AuditRow {
  return auditRow(actor, {
    ...{ verb: 'process.migrated', objectType: 'process-instance', objectId: id, caseId, reason },
    subjectIds: personId ? [personId] : [],
  });
}
