import { NotFoundError } from '../errors/app-error.ts';
import type { LiveEvents } from '../events/live-events.ts';
import { contract, defineRoute, queryOf } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import { isId } from '../ids/new-id.ts';
import type { NotificationReadModel } from './notification-read-model.ts';

interface Dependencies {
  readonly notifications: NotificationReadModel;
  readonly live: LiveEvents;
}

export function createNotificationRoutes({ notifications, live }: Dependencies): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/notifications',
      operationId: 'listNotifications',
      summary: 'What the caller has been told, newest first',
      policy: { action: 'notification.read' },
      query: queryOf<{ cursor?: string; limit?: number }>({
        cursor: { type: 'string', format: 'uuid' },
        limit: { type: 'integer', minimum: 1, maximum: 100 },
      }),
      responses: { 200: contract('api-notifications-list') },
      handle: async ({ actor, query: { cursor, limit = 20 } }) => ({
        status: 200,
        body: await notifications.list(actor.userId, cursor, limit),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/notifications/:id/reads',
      operationId: 'readNotification',
      summary: 'Marks a notification read, or all with the id "all"',
      policy: { action: 'notification.read' },
      responses: { 204: null },
      async handle({ actor, params: { id } }) {
        const known = (id === 'all' || isId(id)) && (await notifications.markRead(actor.userId, id));
        if (!known) throw new NotFoundError('notification', id);
        live.publish([{ type: 'notifications.changed', userIds: [actor.userId] }]);
        return { status: 204 };
      },
    }),
  ];
}
