import type { ProcessInstanceItem } from '@esocial/contracts/generated/api-process-instances-item.ts';
import type { ProcessInstanceList } from '@esocial/contracts/generated/api-process-instances-list.ts';
import type { ProcessInstanceQuery } from '@esocial/contracts/generated/api-process-instances-query.ts';
import type { Actor, Language } from '../../access/actor.ts';
import { reachableCases } from '../../cases/case-access.ts';
import type { Database } from '../../database/database.ts';
import type { DefinitionReader } from '../../definitions/definition-reader.ts';
import { workflowTitle } from '../../definitions/workflow-titles.ts';
import { decodeIdCursor, encodeCursor } from '../../ids/keyset-cursor.ts';
import { isId } from '../../ids/new-id.ts';
import type { Parameters } from '../../tasks/task-list-query.ts';
import { createParameters } from '../../tasks/task-list-query.ts';

export interface InstanceListRow {
  readonly id: string;
  readonly case_id: string;
  readonly case_number: string;
  readonly workflow_version_id: string;
  readonly process_id: string;
  readonly parent_instance_id: string | null;
  readonly status: ProcessInstanceItem['status'];
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly active: string[];
  readonly open_incidents: number;
}

export const listColumns = `
  i.id, i.case_id, c.number as case_number, i.workflow_version_id, i.process_id, i.parent_instance_id, i.status,
  i.started_at, i.ended_at,
  coalesce((select jsonb_agg(distinct e.value->>'elementId') from jsonb_each(i.state->'elements') e
    where e.key <> i.id::text), '[]') as active,
  (select count(*)::int from incidents n
    where n.case_id = i.case_id and n.instance_id = i.id and n.resolved_at is null) as open_incidents`;

/** Process instances in a page, the newest first; nothing of them is personal. */
export function createInstanceListReadModel({
  database,
  definitions,
}: {
  database: Database;
  definitions: DefinitionReader;
}) {
  return {
    async list(actor: Actor, query: ProcessInstanceQuery, language: Language): Promise<ProcessInstanceList> {
      const parameters = createParameters();
      const size = Math.min(Math.max(Number(query.limit ?? 50), 1), 100);
      const where = [reachableCases(actor, 'process.read', parameters), ...filters(query, parameters)];
      const sql = `select ${listColumns} from process_instances i join cases c on c.id = i.case_id
        where ${where.join(' and ')} order by i.id desc limit ${parameters.add(size + 1, 'int')}`;
      const rows = await database.query<InstanceListRow>(sql, parameters.values);
      const page = rows.slice(0, size);
      const last = rows.length > size ? page.at(-1) : undefined;
      return {
        items: await Promise.all(page.map((row) => presentItem(definitions, row, language))),
        nextCursor: last ? encodeCursor(last.id) : null,
      };
    },
  };
}

function filters(query: ProcessInstanceQuery, parameters: Parameters): string[] {
  const { workflow, version, state, element, incident, case: caseId, cursor } = query;
  const openIncident = `select from incidents n
    where n.case_id = i.case_id and n.instance_id = i.id and n.resolved_at is null`;
  return [
    ...(workflow
      ? [
          `i.workflow_version_id in (select v.id from definition_versions v where v.kind = 'workflow' and v.key = ${parameters.add(workflow, 'text')})`,
        ]
      : []),
    ...(version ? [`i.workflow_version_id = ${parameters.add(version, 'uuid')}`] : []),
    ...(state ? [`i.status = ${parameters.add(state, 'text')}`] : []),
    ...(element
      ? [
          `i.status in ('active', 'suspended') and exists (select from jsonb_each(i.state->'elements') e
            where e.value->>'elementId' = ${parameters.add(element, 'text')} and e.key <> i.id::text)`,
        ]
      : []),
    ...(incident ? [`${incident === 'open' ? '' : 'not '}exists (${openIncident})`] : []),
    ...(caseId ? [`i.case_id = ${parameters.add(caseId, 'uuid')}`] : []),
    ...(cursor ? [`i.id < ${parameters.add(decodeIdCursor(cursor, isId), 'uuid')}`] : []),
  ];
}

export async function presentItem(
  definitions: DefinitionReader,
  row: InstanceListRow,
  language: Language,
): Promise<ProcessInstanceItem> {
  const workflow = await definitions.compiledWorkflow(row.workflow_version_id);
  return {
    id: row.id,
    caseId: row.case_id,
    caseNumber: row.case_number,
    workflowKey: workflow.file.key,
    workflowTitle: workflowTitle(workflow, language),
    workflowVersionId: row.workflow_version_id,
    workflowNumber: workflow.number,
    processId: row.process_id,
    ...(row.parent_instance_id ? { parentInstanceId: row.parent_instance_id } : {}),
    status: row.status,
    startedAt: row.started_at.toISOString(),
    ...(row.ended_at ? { endedAt: row.ended_at.toISOString() } : {}),
    activeElements: row.status === 'active' || row.status === 'suspended' ? row.active : [],
    openIncidents: row.open_incidents,
  };
}
