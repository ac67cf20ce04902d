import type { ProcessInstanceDetail } from '@esocial/contracts/generated/api-process-instances-detail.ts';
import type { Incident } from '@esocial/contracts/generated/api-incidents-item.ts';
import type { Database } from '../database/database.ts';
import { NotFoundError } from '../errors/app-error.ts';
import { isId } from '../ids/new-id.ts';
import type { StepChanges } from './step-writes.ts';

interface InstanceRow {
  id: string;
  case_id: string;
  workflow_key: string;
  workflow_version_id: string;
  process_id: string;
  parent_instance_id: string | null;
  parent_element_instance_id: string | null;
  status: ProcessInstanceDetail['status'];
  started_at: Date;
  ended_at: Date | null;
  active: string[];
}

const select = `
  select i.id, i.case_id, c.workflow_key, i.workflow_version_id, i.process_id, i.parent_instance_id,
    i.parent_element_instance_id, i.status, i.started_at, i.ended_at,
    coalesce((select jsonb_agg(distinct e.value->>'elementId') from jsonb_each(i.state->'elements') e
      where e.key <> i.id::text), '[]') as active
  from process_instances i join cases c on c.id = i.case_id`;

/** Reads where processes are, for diagrams: from the state what is active, from the steps the way there. */
export function createProcessReadModel(database: Database) {
  return {
    async get(instanceId: string): Promise<ProcessInstanceDetail> {
      const [row] = isId(instanceId)
        ? await database.query<InstanceRow>(`${select} where i.id = $1`, [instanceId])
        : [];
      if (!row) throw new NotFoundError('process instance', instanceId);
      return describe(database, row);
    },

    /** The instance of the case's own process. */
    async findRoot(caseId: string): Promise<ProcessInstanceDetail | undefined> {
      const sql = `${select} where i.case_id = $1 and i.parent_instance_id is null order by i.started_at desc limit 1`;
      const [row] = await database.query<InstanceRow>(sql, [caseId]);
      return row && describe(database, row);
    },
  };
}

export type ProcessReadModel = ReturnType<typeof createProcessReadModel>;

async function describe(database: Database, row: InstanceRow): Promise<ProcessInstanceDetail> {
  const [steps, incidents, called] = await Promise.all([
    database.query<{ changes: StepChanges }>(
      'select changes from process_steps where instance_id = $1 order by version',
      [row.id],
    ),
    database.query<OpenIncidentRow>(
      `select id, element_id, kind, message, raised_at from incidents where instance_id = $1 and resolved_at is null order by id`,
      [row.id],
    ),
    database.query<{ id: string; elementId: string; processId: string; status: string }>(
      `select x.id, coalesce(p.state#>>array['elements', x.parent_element_instance_id::text, 'elementId'], '') as "elementId",
         x.process_id as "processId", x.status
       from process_instances x join process_instances p on p.id = x.parent_instance_id
       where x.parent_instance_id = $1 order by x.started_at`,
      [row.id],
    ),
  ]);
  const all = (key: 'c' | 'f'): string[] => [...new Set(steps.flatMap(({ changes }) => changes[key] ?? []))];
  return {
    id: row.id,
    caseId: row.case_id,
    workflowKey: row.workflow_key,
    workflowVersionId: row.workflow_version_id,
    processId: row.process_id,
    ...(row.parent_instance_id ? { parentInstanceId: row.parent_instance_id } : {}),
    status: row.status,
    startedAt: row.started_at.toISOString(),
    ...(row.ended_at ? { endedAt: row.ended_at.toISOString() } : {}),
    activeElements: row.ended_at ? [] : row.active,
    takenFlows: all('f'),
    completedElements: all('c').filter((elementId) => elementId !== row.process_id),
    incidents: incidents.map((incident) => presentIncident(incident, row)),
    calledInstances: called,
  };
}

interface OpenIncidentRow {
  id: string;
  element_id: string;
  kind: string;
  message: string;
  raised_at: Date;
}

function presentIncident(incident: OpenIncidentRow, instance: InstanceRow): Incident {
  return {
    id: incident.id,
    instanceId: instance.id,
    caseId: instance.case_id,
    elementId: incident.element_id,
    kind: incident.kind,
    message: incident.message,
    raisedAt: incident.raised_at.toISOString(),
  };
}
