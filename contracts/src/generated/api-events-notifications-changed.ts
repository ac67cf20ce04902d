// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface NotificationsChangedEvent {
  type: 'notifications.changed';
  userIds: string[];
}
