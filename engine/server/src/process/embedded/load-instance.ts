import type { Database } from '../../database/database.ts';
import { NotFoundError } from '../../errors/app-error.ts';
import type { CaseFacts, LoadedInstance } from '../case-facts.ts';

/** Columns of a case as CaseFacts reads them; `c` is the case, `p` its person. */
export const factColumns = `
  c.id as case_id, c.number as case_number, c.workflow_key, c.workflow_version_id as case_version_id, c.pin_set_id,
  c.legal_reference_date, c.status as case_status, c.stage as case_stage, c.outcome, c.manager_id, c.opened_by,
  c.institution_id, c.team_id, c.territory_id, c.person_id,
  p.last_name || ' ' || p.first_name as person_name, p.birth_date as person_birth_date`;

export interface FactRow {
  case_id: string;
  case_number: string;
  workflow_key: string;
  case_version_id: string;
  pin_set_id: string;
  legal_reference_date: string;
  case_status: CaseFacts['status'];
  case_stage: string | null;
  outcome: string | null;
  manager_id: string | null;
  opened_by: string | null;
  institution_id: string;
  team_id: string | null;
  territory_id: string | null;
  person_id: string | null;
  person_name: string | null;
  person_birth_date: string | null;
}

export function toFacts(row: FactRow): CaseFacts {
  return {
    id: row.case_id,
    number: row.case_number,
    workflowKey: row.workflow_key,
    workflowVersionId: row.case_version_id,
    pinSetId: row.pin_set_id,
    legalReferenceDate: row.legal_reference_date,
    status: row.case_status,
    stage: row.case_stage,
    outcome: row.outcome,
    managerId: row.manager_id,
    openedBy: row.opened_by,
    institutionId: row.institution_id,
    teamId: row.team_id,
    territoryId: row.territory_id,
    person: row.person_id ? { id: row.person_id, name: row.person_name ?? '', birthDate: row.person_birth_date } : null,
  };
}

/** An instance and, beside it, the one that called it. */
export const instanceColumns = `
  i.id as instance_id, i.version as instance_version, i.process_id, i.workflow_version_id as instance_workflow_version_id,
  i.parent_instance_id, i.parent_element_instance_id, i.state,
  u.id as caller_id, u.version as caller_version, u.process_id as caller_process_id,
  u.workflow_version_id as caller_workflow_version_id, u.parent_instance_id as caller_parent_instance_id,
  u.parent_element_instance_id as caller_parent_element_instance_id, u.state as caller_state`;

export interface InstanceColumns {
  instance_id: string;
  instance_version: number;
  process_id: string;
  instance_workflow_version_id: string;
  parent_instance_id: string | null;
  parent_element_instance_id: string | null;
  state: unknown;
  caller_id: string | null;
  caller_version: number;
  caller_process_id: string;
  caller_workflow_version_id: string;
  caller_parent_instance_id: string | null;
  caller_parent_element_instance_id: string | null;
  caller_state: unknown;
}

export function toInstances(row: InstanceColumns): LoadedInstance[] {
  const instance: LoadedInstance = {
    id: row.instance_id,
    version: row.instance_version,
    processId: row.process_id,
    workflowVersionId: row.instance_workflow_version_id,
    parentInstanceId: row.parent_instance_id,
    parentElementInstanceId: row.parent_element_instance_id,
    state: row.state,
  };
  if (!row.caller_id) return [instance];
  const caller: LoadedInstance = {
    id: row.caller_id,
    version: row.caller_version,
    processId: row.caller_process_id,
    workflowVersionId: row.caller_workflow_version_id,
    parentInstanceId: row.caller_parent_instance_id,
    parentElementInstanceId: row.caller_parent_element_instance_id,
    state: row.caller_state,
  };
  return [instance, caller];
}

export interface LoadedCase {
  readonly facts: CaseFacts;
  readonly instances: readonly LoadedInstance[];
}

/** A statement whose rows come as one JSON value each: reading many columns costs more than parsing that. */
export function asJson(select: string): string {
  return `select row_to_json(r) as row from (${select}) r`;
}

const load = {
  name: 'load-instance',
  text: asJson(`select ${factColumns}, ${instanceColumns}
    from process_instances i
    join cases c on c.id = i.case_id
    left join persons p on p.id = c.person_id
    left join process_instances u on u.id = i.parent_instance_id
    where i.id = $1`),
};

/** Loads an instance with its case. Reads within the unit of work if there is one. */
export async function loadInstance(database: Database, instanceId: string): Promise<LoadedCase> {
  type Row = { row: FactRow & InstanceColumns };
  const rows = database.inTransaction()
    ? await database.query<Row>(load.text, [instanceId])
    : await database.prepared<Row>(load, [instanceId]);
  const row = rows[0]?.row;
  if (!row) throw new NotFoundError('process instance', instanceId);
  return { facts: toFacts(row), instances: toInstances(row) };
}
