import { newId } from '../../../ids/new-id.ts';
import type { CaseEventRow, NotificationRow } from '../../step-writes.ts';
import type { RefusedCompletion } from '../broker-task-store.ts';

/** Tells the case and the person that what was sent stays without effect. */
export function noteRefusal({ taskId, name, userId, recordId }: RefusedCompletion): {
  event: CaseEventRow;
  notification: NotificationRow;
} {
  const record = recordId === null ? {} : { record_id: recordId };
  return {
    event: { kind: 'record', event: 'record.not-applied', task_id: taskId, ...record, params: { name } },
    notification: { id: newId(), user_id: userId, kind: 'record.not-applied', params: { name }, task_id: taskId },
  };
}
