import { foldConflict } from '../../notifications/late-notices.ts';
import type { StepWrites } from '../step-writes.ts';
import type { Part } from './statement-part.ts';
import { insert } from './statement-part.ts';

/** The rows that a step brings. */
export function newRows(writes: StepWrites): Part[] {
  const { caseId: case_id, now, actorId } = writes;
  return [
    ...insert('queued', 'queues', writes.queues, queueColumns, {}, { conflict: ' on conflict (id) do nothing' }),
    ...insertTasks(writes),
    ...insert('running', 'deadlines', writes.deadlines, deadlineColumns, {
      case_id,
      started_at: now,
      state: 'running',
    }),
    ...insert('set', 'process_timers', writes.timers, ['id', 'instance_id', 'element_id', 'due_at'], { case_id }),
    ...insert('waiting', 'process_jobs', writes.jobs, jobColumns, { case_id }),
    ...insert('subscribed', 'message_subscriptions', writes.subscriptions, subscriptionColumns, { case_id }),
    ...insert('raised', 'incidents', writes.incidents, incidentColumns, { case_id, raised_at: now }),
    ...insert('recorded', 'records', writes.records, recordColumns, { case_id, submitted_at: now }),
    ...insert('told', 'case_events', writes.events, eventColumns, { case_id, at: now, actor_id: actorId }),
    ...insert('notified', 'notifications', writes.notifications, notificationColumns, { case_id, created_at: now }),
    ...insert(
      'folded',
      'notifications',
      writes.lateNotices,
      [...notificationColumns, 'batch', 'folded'],
      { case_id, created_at: now },
      { conflict: foldConflict },
    ),
    ...insert('sent', 'outbox', writes.outbox, ['topic', 'payload']),
    ...insert('audited', 'audit_events', writes.audit, auditColumns, { case_id, at: now }),
  ];
}

/** Tasks of a case that is opened take over the number that it is given. */
function insertTasks({ tasks, openCase, caseId: case_id, now }: StepWrites): Part[] {
  const rows = tasks?.map((task) => ({
    ...task,
    due_at: task.due_at ?? 'infinity',
    at_risk_at: task.at_risk_at ?? 'infinity',
    claimed_at: task.assignee_id ? now : null,
  }));
  const shared = { case_id, created_at: now };
  if (!openCase) return insert('created', 'tasks', rows, [...taskColumns, 'case_number'], shared);
  return insert('created_first', 'tasks', rows, taskColumns, shared, {
    computed: { case_number: '(select number from given)' },
  });
}

const queueColumns = ['id', 'roles', 'institution_id', 'team_id'];
const taskColumns = [
  ...['id', 'instance_id', 'element_id', 'name', 'form_key', 'form_version_id', 'queue_id', 'assignee_id', 'priority'],
  ...['due_at', 'at_risk_at', 'claimed_at', 'workflow_key', 'workflow_version_id', 'stage', 'person_id'],
  ...['person_name', 'person_birth_date', 'institution_id', 'team_id', 'territory_id', 'follower_id', 'return_note'],
  ...['continues_record'],
];
const deadlineColumns = ['id', 'task_id', 'rule_version_id', 'due_at', 'at_risk_at', 'next_alert_at', 'explanation'];
const jobColumns = ['id', 'instance_id', 'element_id', 'job_type', 'headers', 'variables', 'retries', 'due_at'];
const subscriptionColumns = ['id', 'instance_id', 'process_id', 'element_id', 'message_name', 'correlation_key'];
const incidentColumns = ['id', 'instance_id', 'element_id', 'kind', 'message'];
const recordColumns = [
  ...['id', 'series_id', 'version', 'form_key', 'form_version_id', 'task_id', 'element_id', 'data', 'submitted_by'],
];
const eventColumns = ['kind', 'event', 'task_id', 'record_id', 'document_id', 'params'];
const notificationColumns = ['id', 'user_id', 'kind', 'params', 'task_id'];
const auditColumns = [
  ...['actor_id', 'session_id', 'verb', 'object_type', 'object_id', 'subject_ids', 'fields', 'legal_basis', 'reason'],
  'trace_id',
];
