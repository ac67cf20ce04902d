import type { Database } from '../../database/database.ts';

export interface RefusedCompletion {
  readonly taskId: string;
  readonly name: string;
  readonly userId: string;
  readonly recordId: string | null;
}

/** The states of a task whose completion the broker decides. */
export function createBrokerTaskStore(database: Database) {
  return {
    /** False when the task is no longer open for the person. */
    async markCompleting(taskId: string, userId: string): Promise<boolean> {
      const rows = await database.query(
        `update tasks set state = 'completing', completed_by = $2, version = version + 1
         where id = $1 and state = 'open' and assignee_id = $2 returning id`,
        [taskId, userId],
      );
      return rows.length > 0;
    },

    /** Who has completed the task; null when nobody of ours has. */
    async findCompleter(taskId: string): Promise<string | null> {
      const sql = 'select completed_by as "userId" from tasks where id = $1';
      return (await database.query<{ userId: string | null }>(sql, [taskId]))[0]?.userId ?? null;
    },

    /** The broker has completed the task. */
    async complete(taskId: string, at: Date): Promise<void> {
      await database.query(
        `update tasks set state = 'completed', completed_at = $2, version = version + 1
         where id = $1 and state in ('open', 'completing')`,
        [taskId, at],
      );
      await database.query(
        `update deadlines set state = case when due_at >= $2 then 'met' else 'missed' end, ended_at = $2,
           next_alert_at = null where task_id = $1 and ended_at is null`,
        [taskId, at],
      );
      await database.query('delete from drafts where task_id = $1', [taskId]);
    },

    /**
     * The broker did not take the completion: the task is withdrawn or, with `reopen`, open again, and the record stays
     * without effect. Gives whom to tell; undefined when nobody was completing it.
     */
    async refuse(taskId: string, { reopen }: { reopen: boolean }): Promise<RefusedCompletion | undefined> {
      const [task] = await database.query<{ taskId: string; name: string; userId: string }>(
        `with before as (select id, completed_by from tasks where id = $1 and state = 'completing' for update)
         update tasks t set state = $2, completed_by = null, version = t.version + 1 from before
         where t.id = before.id returning t.id as "taskId", t.name, before.completed_by as "userId"`,
        [taskId, reopen ? 'open' : 'withdrawn'],
      );
      if (!task) return undefined;
      const [record] = await database.query<{ id: string }>(
        `update records set not_applied = true where id = (
           select id from records where task_id = $1 order by version desc limit 1) returning id`,
        [taskId],
      );
      return { ...task, recordId: record?.id ?? null };
    },
  };
}

export type BrokerTaskStore = ReturnType<typeof createBrokerTaskStore>;
