import type { Pool } from 'pg';
import { newId } from '@esocial/server/ids/new-id.ts';
import { stepData } from './chain-content.ts';
import type { OpenTask } from './seed-cases.ts';

/**
 * The rows of a completion, of the same sizes and with the same indexes, by one prepared statement: no sign-in, no
 * check, no form, no process: the next task's row is copied from the one that is completed.
 */
const text = `
  with key as (
    insert into idempotency_keys (user_id, route, key, body_digest, status, response) values ($4::uuid, $11, $12, $13, 201, $14)),
  instance as (
    update process_instances set state = jsonb_set(state, '{lastTask}', to_jsonb($5::uuid)), version = version + 1
    where id = $3 returning version),
  step as (
    insert into process_steps (instance_id, version, at, command, actor_id, changes)
    select $3::uuid, version, now(), 'completeUserTask', $4::uuid, $15::jsonb from instance),
  task as (
    update tasks set state = 'completed', completed_at = now(), completed_by = $4::uuid, version = version + 1
    where id = $1::uuid and state = 'open' and assignee_id = $4 returning *),
  deadline as (
    update deadlines set state = 'met', ended_at = now(), next_alert_at = null
    where task_id = $1::uuid and ended_at is null returning *),
  next_task as (
    insert into tasks (id, case_id, instance_id, element_id, name, form_key, form_version_id, queue_id, assignee_id,
      priority, due_at, at_risk_at, created_at, claimed_at, workflow_key, workflow_version_id, stage, case_number,
      institution_id, team_id, territory_id, follower_id)
    select $5::uuid, case_id, instance_id, 'Task_1', 'Step 1', form_key, form_version_id, queue_id, assignee_id, priority,
      $9::timestamptz, $9::timestamptz - interval '1 day', now(), now(), workflow_key, workflow_version_id, stage,
      case_number, institution_id, team_id, territory_id, follower_id from task),
  next_deadline as (
    insert into deadlines (id, case_id, task_id, rule_version_id, started_at, due_at, at_risk_at, state, next_alert_at,
      explanation)
    select $6::uuid, case_id, $5::uuid, rule_version_id, now(), $9, $9::timestamptz - interval '1 day', 'running',
      $9::timestamptz - interval '1 day', explanation from deadline),
  record as (
    insert into records (id, series_id, version, case_id, form_key, form_version_id, task_id, element_id, data,
      submitted_by, submitted_at)
    select $7::uuid, $7::uuid, 1, case_id, form_key, form_version_id, id, element_id, $8::jsonb, $4, now() from task),
  event as (
    insert into case_events (case_id, at, kind, event, actor_id, task_id, record_id, params)
    values ($2, now(), 'task', 'task.completed', $4, $1, $7, $16))
  insert into audit_events (at, actor_id, session_id, verb, object_type, object_id, case_id, fields, trace_id)
  values (now(), $4::uuid::text, $6, 'task.completed', 'task', $1::uuid::text, $2, $10, $17)`;

const changes = { c: ['Task_0'], f: ['Flow_1'], a: ['Task_1'] };

/** Writes one completion through `pg` as the floor does. */
export async function completeAtFloor(pool: Pool, { taskId, caseId, instanceId, assigneeId }: OpenTask): Promise<void> {
  const [nextTask, deadline, record] = [newId(), newId(), newId()];
  const response = { body: { recordId: record, next: { state: 'ready', taskId: nextTask, name: 'Step 1' } } };
  const result = await pool.query({
    name: 'completion-floor',
    text,
    values: [
      ...[taskId, caseId, instanceId, assigneeId, nextTask, deadline, record, JSON.stringify(stepData)],
      ...[new Date(Date.now() + 7 * 86_400_000), Object.keys(stepData), `POST /api/v1/tasks/${taskId}/submissions`],
      ...[
        crypto.randomUUID(),
        Buffer.alloc(32, taskId),
        response,
        changes,
        { elementId: 'Task_0' },
        newId().replaceAll('-', ''),
      ],
    ],
  });
  if (result.rowCount !== 1) throw new Error(`The floor wrote ${result.rowCount} rows`);
}
