import type { JsonObject } from '@esocial/form-core/json.ts';
import type { Database } from '../database/database.ts';
import { NotFoundError } from '../errors/app-error.ts';
import { isId } from '../ids/new-id.ts';
import type { TaskState } from './task.ts';

/** A task as the rules about claiming see it. */
export interface StoredTask {
  readonly id: string;
  readonly caseId: string;
  readonly name: string;
  readonly formVersionId: string;
  readonly state: TaskState;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly claimedAt: Date | null;
  readonly version: number;
  readonly queueId: string;
  readonly roles: readonly string[];
  readonly institutionId: string;
  readonly teamId: string | null;
  readonly territoryId: string | null;
  readonly personId: string | null;
}

const select = `
  select t.id, t.case_id as "caseId", t.name, t.form_version_id as "formVersionId", t.state, t.assignee_id as "assigneeId",
    a.last_name || ' ' || a.first_name as "assigneeName", t.claimed_at as "claimedAt", t.version,
    t.queue_id as "queueId", q.roles, t.institution_id as "institutionId", t.team_id as "teamId",
    t.territory_id as "territoryId", t.person_id as "personId"
  from tasks t join queues q on q.id = t.queue_id left join users a on a.id = t.assignee_id`;

export interface StoredDraft {
  readonly data: JsonObject;
  /** For each pointer the version that last changed it. */
  readonly fields: Readonly<Record<string, number>>;
  readonly version: number;
  readonly updatedAt: Date;
}

export type TaskStore = ReturnType<typeof createTaskStore>;

/** Rows of tasks and drafts; the step of a process writes its own. */
export function createTaskStore(database: Database) {
  return {
    async get(id: string): Promise<StoredTask> {
      const [task] = isId(id) ? await database.query<StoredTask>(`${select} where t.id = $1`, [id]) : [];
      if (!task) throw new NotFoundError('task', id);
      return task;
    },

    listByIds(ids: readonly string[]): Promise<StoredTask[]> {
      return database.query<StoredTask>(`${select} where t.id = any($1) order by t.id for update of t`, [ids]);
    },

    /** Gives an open task to somebody (or back to its queue) while it is still with `from`; false when it is not. */
    async reassign(id: string, from: string | null, to: string | null, at: Date): Promise<boolean> {
      const rows = await database.query(
        `update tasks set assignee_id = $3, claimed_at = case when $3::uuid is not null then $4::timestamptz end, version = version + 1
         where id = $1 and state = 'open' and assignee_id is not distinct from $2::uuid returning id`,
        [id, from, to, at],
      );
      return rows.length > 0;
    },

    async findDraft(taskId: string): Promise<StoredDraft | undefined> {
      return (
        await database.query<StoredDraft>(
          'select data, fields, version, updated_at as "updatedAt" from drafts where task_id = $1 for update',
          [taskId],
        )
      )[0];
    },

    /** Writes the next version of a draft; false when somebody else has written it in between. */
    async saveDraft(taskId: string, draft: StoredDraft, userId: string): Promise<boolean> {
      const rows = await database.query(
        `insert into drafts as d (task_id, data, fields, version, updated_by, updated_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (task_id) do update set data = excluded.data, fields = excluded.fields, version = excluded.version,
           updated_by = excluded.updated_by, updated_at = excluded.updated_at
         where d.version = excluded.version - 1 returning task_id`,
        [taskId, JSON.stringify(draft.data), JSON.stringify(draft.fields), draft.version, userId, draft.updatedAt],
      );
      return rows.length > 0;
    },

    async removeDraft(taskId: string): Promise<void> {
      await database.query('delete from drafts where task_id = $1', [taskId]);
    },

    /** An active user's institution; undefined when there is no such user. */
    async findColleague(userId: string): Promise<{ id: string; institutionId: string } | undefined> {
      const sql = 'select id, institution_id as "institutionId" from users where id = $1 and active';
      return (await database.query<{ id: string; institutionId: string }>(sql, [userId]))[0];
    },
  };
}
