import type { Database } from '../database/database.ts';
import type { LiveEvents } from '../events/live-events.ts';
import { foldConflict } from './late-notices.ts';
import { newId } from '../ids/new-id.ts';

export interface NewNotification {
  /** What happened, for example `task.assigned`; the text is made from it and `params` in the reader's language. */
  readonly kind: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly caseId?: string;
  readonly taskId?: string;
  /** Folds it with the person's other notices of the batch: see late-notices.ts. */
  readonly batch?: string;
}

export interface NotificationService {
  /** Tells each user once, in the current unit of work. */
  notify(userIds: readonly string[], notification: NewNotification): Promise<void>;
}

export function createNotificationService(database: Database, live: LiveEvents): NotificationService {
  return {
    async notify(userIds, { kind, params = {}, caseId, taskId, batch }) {
      const distinct = [...new Set(userIds)];
      if (distinct.length === 0) return;
      await database.query(
        `insert into notifications (id, user_id, kind, params, case_id, task_id, batch)
         select n.id, n.user_id, $3, $4, $5, $6, $7 from unnest($1::uuid[], $2::uuid[]) as n(id, user_id)${foldConflict}`,
        [distinct.map(() => newId()), distinct, kind, params, caseId ?? null, taskId ?? null, batch ?? null],
      );
      live.publish([{ type: 'notifications.changed', userIds: distinct }]);
    },
  };
}
