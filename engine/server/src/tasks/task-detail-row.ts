import type { Json } from '@esocial/process-core/types.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import type { Database } from '../database/database.ts';
import type { DeadlineRecord } from '../deadlines/deadline-view.ts';
import { deadlineColumns } from '../deadlines/deadline-view.ts';
import { NotFoundError } from '../errors/app-error.ts';
import { isId } from '../ids/new-id.ts';
import type { CaseFacts } from '../process/case-facts.ts';
import type { TaskListRow } from './task-row.ts';
import { listColumns, listJoins } from './task-row.ts';

/** A task with its case, person, draft and deadline. */
export interface TaskDetailRow extends TaskListRow {
  instance_id: string;
  form_version_id: string;
  institution_id: string;
  team_id: string | null;
  territory_id: string | null;
  roles: string[];
  return_note: string | null;
  continues_record: boolean;
  pin_set_id: string;
  legal_reference_date: string;
  case_status: CaseFacts['status'];
  case_stage: string | null;
  opened_at: Date;
  manager_name: string | null;
  person: Json;
  draft_data: JsonObject | null;
  draft_version: number | null;
  draft_updated_at: Date | null;
  draft_updated_by: string | null;
  deadline: DeadlineRecord | null;
}

interface RawRow extends Omit<TaskDetailRow, 'deadline'> {
  deadline_id: string | null;
}

const deadline = deadlineColumns
  .replace('d.id,', 'd.id as deadline_id,')
  .replaceAll('d.case_id,', '')
  .replace('d.task_id,', '')
  .replace('d.state,', 'd.state as deadline_state,');

const select = {
  name: 'task-detail',
  text: `
    select ${listColumns}, t.instance_id, t.form_version_id, t.institution_id, t.team_id, t.territory_id, q.roles,
      t.return_note, t.continues_record, c.pin_set_id, c.legal_reference_date, c.status as case_status,
      c.stage as case_stage, c.opened_at, m.last_name || ' ' || m.first_name as manager_name,
      case when p.id is not null then jsonb_build_object('personId', p.id, 'lastName', p.last_name, 'firstName', p.first_name,
        'patronymic', p.patronymic, 'idnp', p.idnp, 'birthDate', p.birth_date, 'sex', p.sex, 'address', p.address,
        'phone', p.phone, 'email', p.email) end as person,
      f.data as draft_data, f.version as draft_version, f.updated_at as draft_updated_at,
      e.last_name || ' ' || e.first_name as draft_updated_by, ${deadline}
    from tasks t ${listJoins}
    join cases c on c.id = t.case_id
    join queues q on q.id = t.queue_id
    left join users m on m.id = c.manager_id
    left join persons p on p.id = t.person_id
    left join drafts f on f.task_id = t.id
    left join users e on e.id = f.updated_by
    left join deadlines d on d.task_id = t.id
    where t.id = $1`,
};

/** Throws NotFoundError. */
export async function getDetailRow(database: Database, taskId: string): Promise<TaskDetailRow> {
  const rows = isId(taskId) ? await database.prepared<RawRow>(select, [taskId]) : [];
  const row = rows[0];
  if (!row) throw new NotFoundError('task', taskId);
  return { ...row, deadline: deadlineOf(row) };
}

function deadlineOf(row: RawRow): DeadlineRecord | null {
  if (!row.deadline_id) return null;
  const columns = row as unknown as DeadlineRecord & {
    deadline_state: DeadlineRecord['state'];
    due_at: Date;
    at_risk_at: Date;
  };
  return { ...columns, id: row.deadline_id, case_id: row.case_id, task_id: row.id, state: columns.deadline_state };
}
