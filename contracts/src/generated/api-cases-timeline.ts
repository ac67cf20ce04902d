// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface CaseTimeline {
  items: CaseEvent[];
  /**
   * Opaque; give it back as `cursor` for the next page, null at the end.
   */
  nextCursor: string | null;
}
export interface CaseEvent {
  id: string;
  at: string;
  kind: 'case' | 'task' | 'record' | 'document' | 'note' | 'deadline' | 'process' | 'access';
  /**
   * Stable code, for example `task.completed`; the texts are the user interface's.
   */
  event: string;
  actor?: {
    id?: string;
    displayName: string;
  };
  params: {
    [k: string]: unknown;
  };
  taskId?: string;
  recordId?: string;
  documentId?: string;
}
