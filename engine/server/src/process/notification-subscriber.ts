import type { OutboxSubscriber } from '../events/outbox-dispatcher.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import type { Recipients } from './recipients.ts';

interface Requested {
  readonly to: 'candidates' | 'supervisor';
  readonly roles: readonly string[];
  readonly institutionId: string;
  readonly caseId: string;
  readonly taskId: string | null;
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly batch?: string;
}

/** Tells those whom a process could only name by their role. */
export function createNotificationSubscriber({
  recipients,
  notifications,
}: {
  recipients: Recipients;
  notifications: NotificationService;
}): OutboxSubscriber {
  return {
    name: 'process-notifications',
    topics: ['notification.requested'],
    async handle({ payload }) {
      const { to, roles, institutionId, caseId, taskId, kind, params, batch } = payload as unknown as Requested;
      const userIds =
        to === 'supervisor'
          ? await recipients.supervisorsOf(institutionId)
          : await recipients.withRoles(roles, institutionId);
      await notifications.notify(userIds, {
        kind,
        params,
        caseId,
        ...(taskId ? { taskId } : {}),
        ...(batch ? { batch } : {}),
      });
    },
  };
}
