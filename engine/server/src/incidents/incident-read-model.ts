import type { Incident } from '@esocial/contracts/generated/api-incidents-item.ts';
import type { IncidentList } from '@esocial/contracts/generated/api-incidents-list.ts';
import type { IncidentQuery } from '@esocial/contracts/generated/api-incidents-query.ts';
import type { Actor } from '../access/actor.ts';
import { reachableCases } from '../cases/case-access.ts';
import { workflowTexts } from '../cases/workflow-texts.ts';
import type { Language } from '../access/actor.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import { NotFoundError } from '../errors/app-error.ts';
import { decodeIdCursor, encodeCursor } from '../ids/keyset-cursor.ts';
import { isId } from '../ids/new-id.ts';
import { createParameters } from '../tasks/task-list-query.ts';

interface IncidentRow {
  id: string;
  instance_id: string;
  case_id: string;
  case_number: string;
  workflow_version_id: string;
  element_id: string;
  kind: string;
  message: string;
  raised_at: Date;
  resolved_at: Date | null;
}

const select = `
  select n.id, n.instance_id, n.case_id, c.number as case_number, c.workflow_version_id, n.element_id, n.kind, n.message,
    n.raised_at, n.resolved_at
  from incidents n join cases c on c.id = n.case_id`;

export interface IncidentReadModel {
  list(actor: Actor, query: IncidentQuery, language: Language): Promise<IncidentList>;
  /** Throws NotFoundError, also for an incident that the action does not reach. */
  get(actor: Actor, action: string, incidentId: string, language: Language): Promise<Incident>;
}

/** Incidents with the case they are of: its number, and nothing personal. */
export function createIncidentReadModel({
  database,
  definitions,
}: {
  database: Database;
  definitions: DefinitionReader;
}): IncidentReadModel {
  return {
    async list(actor, { state = 'open', cursor, limit = '50' }, language) {
      const parameters = createParameters();
      const size = Math.min(Math.max(Number(limit), 1), 100);
      const where = [
        reachableCases(actor, 'incident.read', parameters),
        `n.resolved_at is ${state === 'open' ? '' : 'not '}null`,
      ];
      if (cursor) where.push(`n.id < ${parameters.add(decodeIdCursor(cursor, isId), 'uuid')}`);
      const sql = `${select} where ${where.join(' and ')} order by n.id desc limit ${parameters.add(size + 1, 'int')}`;
      const rows = await database.query<IncidentRow>(sql, parameters.values);
      const page = rows.slice(0, size);
      const last = rows.length > size ? page.at(-1) : undefined;
      return {
        items: await Promise.all(page.map((row) => present(definitions, row, language))),
        nextCursor: last ? encodeCursor(last.id) : null,
      };
    },

    async get(actor, action, incidentId, language) {
      const parameters = createParameters();
      const where = `n.id = ${parameters.add(incidentId, 'uuid')} and ${reachableCases(actor, action, parameters)}`;
      const [row] = isId(incidentId)
        ? await database.query<IncidentRow>(`${select} where ${where}`, parameters.values)
        : [];
      if (!row) throw new NotFoundError('incident', incidentId);
      return present(definitions, row, language);
    },
  };
}

async function present(definitions: DefinitionReader, row: IncidentRow, language: Language): Promise<Incident> {
  const texts = workflowTexts(await definitions.compiledWorkflow(row.workflow_version_id), language);
  return {
    id: row.id,
    instanceId: row.instance_id,
    caseId: row.case_id,
    caseNumber: row.case_number,
    elementId: row.element_id,
    elementName: texts.elementName(row.element_id),
    kind: row.kind,
    message: row.message,
    raisedAt: row.raised_at.toISOString(),
    ...(row.resolved_at ? { resolvedAt: row.resolved_at.toISOString() } : {}),
  };
}
