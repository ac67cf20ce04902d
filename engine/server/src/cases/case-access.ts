import type { Actor } from '../access/actor.ts';
import type { AccessObject, Decision, Scope } from '../access/decide.ts';
import { requireAccess, scopeOf } from '../access/decide.ts';
import type { Database } from '../database/database.ts';
import { NotFoundError } from '../errors/app-error.ts';
import { isId } from '../ids/new-id.ts';
import type { Parameters } from '../tasks/task-list-query.ts';

/** What of a case decides about access to it. */
export interface CaseAccessRow {
  readonly id: string;
  readonly number: string;
  readonly institution_id: string;
  readonly team_id: string | null;
  readonly territory_id: string | null;
  readonly manager_id: string | null;
  readonly opened_by: string | null;
  readonly person_id: string | null;
  readonly version: number;
}

export function caseObject(row: Omit<CaseAccessRow, 'id' | 'number' | 'person_id' | 'version'>): AccessObject {
  const ownerIds = [row.manager_id, row.opened_by].filter((id) => id !== null);
  return { institutionId: row.institution_id, teamId: row.team_id, territoryId: row.territory_id, ownerIds };
}

/** Finds a case and makes sure that the actor may do this to it. Throws NotFoundError, ForbiddenError. */
export async function requireCase(
  database: Database,
  actor: Actor,
  caseId: string,
  action: string,
): Promise<{ row: CaseAccessRow; decision: Decision }> {
  const sql = `select id, number, institution_id, team_id, territory_id, manager_id, opened_by, person_id, version from cases where id = $1`;
  const [row] = isId(caseId) ? await database.query<CaseAccessRow>(sql, [caseId]) : [];
  if (!row) throw new NotFoundError('case', caseId);
  return { row, decision: requireAccess(actor, action, caseObject(row)) };
}

/** The cases that an action reaches, as a condition on the cases `c`. */
export function reachableCases(actor: Actor, action: string, parameters: Parameters): string {
  const scope = scopeOf(actor, action);
  return scope ? whereOf(scope, parameters) : 'false';
}

function whereOf({ relation, userId, teamId, institutionId, territoryIds }: Scope, parameters: Parameters): string {
  switch (relation) {
    case 'own': {
      const me = parameters.add(userId, 'uuid');
      return `(c.manager_id = ${me} or c.opened_by = ${me})`;
    }
    case 'team':
      return `c.institution_id = ${parameters.add(institutionId, 'uuid')} and c.team_id = ${parameters.add(teamId, 'uuid')}`;
    case 'institution':
      return `c.institution_id = ${parameters.add(institutionId, 'uuid')}`;
    case 'territory':
      return territoryIds === 'all' ? 'true' : `c.territory_id = any(${parameters.add([...territoryIds], 'uuid[]')})`;
    case 'all':
      return 'true';
  }
}
