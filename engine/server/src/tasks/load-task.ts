import type { JsonObject } from '@esocial/form-core/json.ts';
import type { Database } from '../database/database.ts';
import { NotFoundError } from '../errors/app-error.ts';
import { isId } from '../ids/new-id.ts';
import type { FactRow, InstanceColumns, LoadedCase } from '../process/embedded/load-instance.ts';
import { asJson, factColumns, instanceColumns, toFacts, toInstances } from '../process/embedded/load-instance.ts';
import type { TaskState } from './task.ts';

/** A task with all that completing it needs, as one query brings it. */
export interface LoadedTask extends LoadedCase {
  readonly id: string;
  readonly instanceId: string;
  readonly elementId: string;
  readonly name: string;
  readonly formKey: string;
  readonly formVersionId: string;
  readonly assigneeId: string | null;
  readonly state: TaskState;
  readonly version: number;
  /** It is due by a deadline rule. */
  readonly hasDeadline: boolean;
  /** The record that the task goes on with. */
  readonly prior: { readonly seriesId: string; readonly version: number; readonly data: JsonObject } | null;
}

interface TaskColumns {
  task_id: string;
  element_id: string;
  name: string;
  form_key: string;
  form_version_id: string;
  assignee_id: string | null;
  task_state: TaskState;
  task_version: number;
  has_deadline: boolean;
  prior_series_id: string | null;
  prior_version: number;
  prior_data: JsonObject;
}

const load = {
  name: 'load-task-for-step',
  text: asJson(`
    select t.id as task_id, t.element_id, t.name, t.form_key, t.form_version_id, t.assignee_id, t.state as task_state,
      t.version as task_version, isfinite(t.at_risk_at) as has_deadline, r.series_id as prior_series_id, r.version as prior_version, r.data as prior_data,
      ${factColumns}, ${instanceColumns}
    from tasks t
    join cases c on c.id = t.case_id
    join process_instances i on i.id = t.instance_id
    left join persons p on p.id = c.person_id
    left join process_instances u on u.id = i.parent_instance_id
    left join lateral (
      select r.series_id, r.version, r.data from records r
      where t.continues_record and r.case_id = t.case_id and r.form_key = t.form_key
      order by r.submitted_at desc limit 1) r on true
    where t.id = $1`),
};

/** Throws NotFoundError. */
export async function loadTask(database: Database, taskId: string): Promise<LoadedTask> {
  const rows = isId(taskId)
    ? await database.prepared<{ row: TaskColumns & FactRow & InstanceColumns }>(load, [taskId])
    : [];
  const row = rows[0]?.row;
  if (!row) throw new NotFoundError('task', taskId);
  return {
    id: row.task_id,
    instanceId: row.instance_id,
    elementId: row.element_id,
    name: row.name,
    formKey: row.form_key,
    formVersionId: row.form_version_id,
    assigneeId: row.assignee_id,
    state: row.task_state,
    version: row.task_version,
    hasDeadline: row.has_deadline,
    prior: row.prior_series_id
      ? { seriesId: row.prior_series_id, version: row.prior_version, data: row.prior_data }
      : null,
    facts: toFacts(row),
    instances: toInstances(row),
  };
}
