import type { Database } from '../../database/database.ts';
import { NotFoundError } from '../../errors/app-error.ts';
import { isId, newId } from '../../ids/new-id.ts';

export interface LockedInstance {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string | null;
  readonly version: number;
  readonly status: 'active' | 'suspended' | 'completed' | 'terminated';
  /** The instance at the top of its calls: itself unless it was called. */
  readonly rootId: string;
}

/** Locks all instances of the case for the unit of work, so that no step comes in between. Throws NotFoundError. */
export async function lockInstance(database: Database, instanceId: string): Promise<LockedInstance> {
  const rows = isId(instanceId)
    ? await database.query<Omit<LockedInstance, 'rootId'> & { parentId: string | null }>(
        `select i.id, i.case_id as "caseId", c.person_id as "personId", i.version, i.status,
           i.parent_instance_id as "parentId"
         from process_instances i join cases c on c.id = i.case_id
         where i.case_id = (select case_id from process_instances where id = $1) order by i.id for update of i`,
        [instanceId],
      )
    : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const instance = byId.get(instanceId);
  if (!instance) throw new NotFoundError('process instance', instanceId);
  let root = instance;
  for (let parent = byId.get(root.parentId ?? ''); parent; parent = byId.get(root.parentId ?? '')) root = parent;
  const { id, caseId, personId, version, status } = instance;
  return { id, caseId, personId, version, status, rootId: root.id };
}

export interface Suspension {
  readonly instanceId: string;
  readonly actorId: string;
  readonly reason: string;
  readonly at: Date;
}

export async function insertSuspension(
  database: Database,
  { instanceId, actorId, reason, at }: Suspension,
): Promise<void> {
  await database.query(
    'insert into process_suspensions (id, instance_id, actor_id, reason, suspended_at) values ($1, $2, $3, $4, $5)',
    [newId(), instanceId, actorId, reason, at],
  );
}

/** Ends the suspension of an instance; gives why there was one. */
export async function closeSuspension(database: Database, instanceId: string, now: Date): Promise<string | undefined> {
  const rows = await database.query<{ reason: string }>(
    'update process_suspensions set resumed_at = $2 where instance_id = $1 and resumed_at is null returning reason',
    [instanceId, now],
  );
  return rows[0]?.reason;
}
