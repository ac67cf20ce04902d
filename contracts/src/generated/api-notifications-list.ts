// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * GET /notifications, newest first. The text is made from kind and params in the reader's language.
 */
export interface NotificationList {
  items: NotificationItem[];
  unread: number;
  nextCursor: string | null;
}
export interface NotificationItem {
  id: string;
  kind: string;
  params: {};
  caseId: string | null;
  caseNumber: string | null;
  taskId: string | null;
  /**
   * The deadline of the task, when it has one.
   */
  dueAt: string | null;
  createdAt: string;
  readAt: string | null;
}
