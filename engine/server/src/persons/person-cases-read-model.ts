import type { Scope } from '../access/decide.ts';
import type { Database } from '../database/database.ts';

export interface PersonCase {
  readonly id: string;
  readonly number: string;
  readonly workflowKey: string;
  readonly workflowVersionId: string;
  readonly status: 'active' | 'suspended' | 'closed';
  readonly stage: string | null;
  readonly openedAt: Date;
  readonly managerName: string | null;
  /** Whether the scope reaches it. */
  readonly visible: boolean;
}

/** Cases by the person that they are about. */
export function createPersonCasesReadModel(database: Database) {
  return {
    /** Newest first. */
    async list(personId: string, scope: Scope | null): Promise<PersonCase[]> {
      return database.query<PersonCase>(
        `select c.id, c.number, c.workflow_key as "workflowKey", c.workflow_version_id as "workflowVersionId", c.status, c.stage,
           c.opened_at as "openedAt", u.last_name || ' ' || u.first_name as "managerName",
           coalesce(case $2
             when 'all' then true
             when 'territory' then $6::uuid[] is null or c.territory_id = any($6)
             when 'institution' then c.institution_id = $5
             when 'team' then c.team_id = $4
             when 'own' then c.manager_id = $3 or c.opened_by = $3
           end, false) as visible
         from cases c left join users u on u.id = c.manager_id
         where c.person_id = $1 order by c.opened_at desc, c.id desc limit 100`,
        [personId, scope?.relation ?? null, ...scopeValues(scope)],
      );
    },

    async countOpen(personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
      const rows = await database.query<{ id: string; open: number }>(
        `select person_id as id, count(*) as open from cases where person_id = any($1) and status <> 'closed' group by person_id`,
        [personIds],
      );
      return new Map(rows.map(({ id, open }) => [id, open]));
    },
  };
}

function scopeValues(scope: Scope | null): unknown[] {
  if (!scope) return [null, null, null, null];
  const territories = scope.territoryIds === 'all' ? null : scope.territoryIds;
  // The parts of the system have no id in the tables of people.
  const userId = scope.userId.startsWith('system:') ? null : scope.userId;
  return [userId, scope.teamId, scope.institutionId || null, territories];
}

export type PersonCasesReadModel = ReturnType<typeof createPersonCasesReadModel>;
