import type { NotificationItem, NotificationList } from '@esocial/contracts/generated/api-notifications-list.ts';
import type { Database } from '../database/database.ts';

const list = `
  select n.id, n.kind, n.params, n.case_id as "caseId", c.number as "caseNumber", n.task_id as "taskId",
    coalesce((n.params ->> 'dueAt')::timestamptz, t.due_at) as "dueAt", n.created_at as "createdAt", n.read_at as "readAt"
  from notifications n left join cases c on c.id = n.case_id left join tasks t on t.id = n.task_id
  where n.user_id = $1 and ($2::uuid is null or n.id < $2) order by n.id desc limit $3`;

export function createNotificationReadModel(database: Database) {
  return {
    /** The user's notifications, newest first, and how many of all are unread. */
    async list(userId: string, cursor: string | undefined, limit: number): Promise<NotificationList> {
      const [items, [unread]] = await Promise.all([
        database.query<NotificationItem>(list, [userId, cursor ?? null, limit + 1]),
        database.query<{ count: number }>('select count(*) from notifications where user_id = $1 and read_at is null', [
          userId,
        ]),
      ]);
      const page = items.slice(0, limit);
      return {
        items: page,
        unread: unread?.count ?? 0,
        nextCursor: items.length > limit ? (page.at(-1)?.id ?? null) : null,
      };
    },

    /** Marks one of the user's notifications read, or all of them (`all`); false when there is no such one. */
    async markRead(userId: string, id: string): Promise<boolean> {
      const rows = await database.query(
        `update notifications set read_at = coalesce(read_at, now())
         where user_id = $1 and (id = $2 or ($2 is null and read_at is null)) returning id`,
        [userId, id === 'all' ? null : id],
      );
      return id === 'all' || rows.length > 0;
    },
  };
}

export type NotificationReadModel = ReturnType<typeof createNotificationReadModel>;
