import type { ConsumedWork, InstanceRow, OpenCaseRow, StepWrites } from '../step-writes.ts';
import { newRows } from './new-rows.ts';
import type { Part } from './statement-part.ts';
import { insert, textOf, typedRows } from './statement-part.ts';

/** A statement, and what tells it from those that write other tables or other numbers of rows. */
export interface StepStatement {
  readonly shape: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

const MAX_TEXTS = 500;
const texts = new Map<string, string>();

/**
 * Everything that one step of a case brings, as one statement and so one transaction and one round trip: the
 * documented exception to "a store owns its tables" (ADR 0012). All parts see the database as it was before the
 * statement, none sees what another one writes.
 *
 * It fails with ES001 when a process instance has moved on, ES002 when the task is no longer open for its assignee,
 * ES003 when the timer, job, message or subscription that the step carries out is gone. Nothing is written then.
 */
export function stepStatement(writes: StepWrites): StepStatement {
  const parts = partsOf(writes);
  const shape = parts.map(({ name, rows = '' }) => `${name}${rows}`).join(' ');
  const text = texts.get(shape) ?? textOf(parts);
  if (texts.size < MAX_TEXTS) texts.set(shape, text);
  return { shape, text, values: parts.flatMap(({ values }) => values) };
}

// The checked parts come first: they take the locks, so that a race shows as its conflict and as nothing else.
function partsOf(writes: StepWrites): Part[] {
  const { openCase, completedTask, consumed, now } = writes;
  const started = writes.instances?.filter(({ version }) => version === 0) ?? [];
  const advanced = writes.instances?.filter(({ version }) => version > 0) ?? [];
  return [
    ...(advanced.length > 0 ? [advanceInstances(advanced)] : []),
    ...(completedTask ? [completeTask(completedTask, now)] : []),
    ...(consumed ? [consumeWork(consumed, writes)] : []),
    ...(openCase ? [giveNumber(openCase), insertCase(openCase, writes)] : []),
    ...noteReply(writes),
    ...insert(
      'started',
      'process_instances',
      started.map((instance) => ({ ...instance, version: 1 })),
      instanceColumns,
      { case_id: writes.caseId, started_at: now },
    ),
    ...insert('history', 'process_steps', (writes.instances ?? []).map(toHistory), historyColumns, {
      at: now,
      actor_id: writes.actorId,
    }),
    ...endTasks(writes),
    ...remove('process_timers', writes.removedTimers, consumed),
    ...remove('process_jobs', writes.removedJobs, consumed),
    ...remove('message_subscriptions', writes.removedSubscriptions),
    ...resolveIncidents(writes),
    ...removeStartDraft(writes),
    ...newRows(writes),
    ...attachDocuments(writes),
    ...(openCase ? [] : changeCase(writes)),
  ];
}

function advanceInstances(instances: readonly InstanceRow[]): Part {
  const types = ['uuid', 'integer', 'text', 'jsonb', 'timestamptz'];
  return {
    name: 'advanced',
    rows: instances.length,
    values: instances.flatMap(({ id, version, status, state, ended_at }) => [
      ...[id, version, status, JSON.stringify(state), ended_at],
    ]),
    sql: (given) => `update process_instances p
      set state = i.state, status = i.status, ended_at = i.ended_at, version = p.version + 1
      from (values ${typedRows(given, types)}) i (id, version, status, state, ended_at)
      where p.id = i.id and p.version = i.version returning 1`,
    expects: { rows: instances.length, conflict: 'ES001' },
  };
}

function completeTask(task: { id: string; assignee_id: string }, now: string): Part {
  return {
    name: 'completed',
    values: [task.id, task.assignee_id, now],
    sql: ([id, assignee, moment]) => `update tasks
      set state = 'completed', completed_at = ${moment}, completed_by = ${assignee}, version = version + 1
      where id = ${id} and state = 'open' and assignee_id is not distinct from ${assignee} returning 1`,
    expects: { rows: 1, conflict: 'ES002' },
  };
}

function consumeWork(work: ConsumedWork, { now, actorId }: StepWrites): Part {
  const expects = { rows: 1, conflict: 'ES003' } as const;
  switch (work.kind) {
    case 'timer':
    case 'job':
      return {
        name: `consumed_${work.kind}`,
        values: [work.id],
        sql: ([id]) => `delete from process_${work.kind}s where id = ${id} returning 1`,
        expects,
      };
    case 'incident':
      return {
        name: 'consumed_incident',
        values: [work.id, now, actorId],
        sql: ([id, moment, actor]) => `update incidents set resolved_at = ${moment}, resolved_by = ${actor}
          where id = ${id} and resolved_at is null returning 1`,
        expects,
      };
    case 'message':
      return {
        name: 'consumed_message',
        values: [work.id, work.processId, work.subscriptionId],
        sql: ([id, process, subscription]) => `update messages m
          set correlated_processes = m.correlated_processes || ${process}::text
          where m.id = ${id} and not m.correlated_processes @> array[${process}::text]
            and exists (select from message_subscriptions s where s.id = ${subscription}) returning 1`,
        expects,
      };
  }
}

function giveNumber({ prefix, place, year }: OpenCaseRow): Part {
  return {
    name: 'given',
    values: [prefix, place, year],
    sql: ([prefixGiven, placeGiven, yearGiven]) => `insert into case_numbers as n (prefix, place, year, last)
      values (${prefixGiven}, ${placeGiven}, ${yearGiven}, 1)
      on conflict (prefix, place, year) do update set last = n.last + 1
      returning prefix || '-' || place || '-' || year || '-' ||
        lpad(last::text, greatest(6, length(last::text)), '0') as number`,
  };
}

const caseColumns = {
  id: 'uuid',
  workflow_key: 'text',
  workflow_version_id: 'uuid',
  pin_set_id: 'uuid',
  legal_reference_date: 'date',
  stage: 'text',
  status: 'text',
  outcome: 'text',
  person_id: 'uuid',
  manager_id: 'uuid',
  opened_by: 'uuid',
  institution_id: 'uuid',
  team_id: 'uuid',
  territory_id: 'uuid',
  opened_at: 'timestamptz',
  closed_at: 'timestamptz',
};

/** The case as it is after its first step. */
function insertCase(openCase: OpenCaseRow, { caseId, now, case: change }: StepWrites): Part {
  const opened = {
    ...openCase,
    ...{ id: caseId, status: 'active', opened_at: now },
    ...change,
  };
  const columns = Object.entries(caseColumns);
  return {
    name: 'opened',
    values: [...columns.map(([column]) => (opened as Record<string, unknown>)[column] ?? null), openCase.search],
    sql: (given) => `insert into cases (${Object.keys(caseColumns).join(', ')}, number, search)
      select ${columns.map(([, type], index) => `${given[index]}::${type}`).join(', ')}, given.number,
        lower(given.number) || ' ' || ${given.at(-1)}::text
      from given`,
  };
}

/** The reply to a repeated request; it names the number of a case that is opened. */
function noteReply({ idempotency, openCase, now }: StepWrites): Part[] {
  if (!idempotency) return [];
  const { user_id, route, key, body_digest, status, response } = idempotency;
  const from = openCase ? ' from given' : '';
  return [
    {
      name: openCase ? 'replied_number' : 'replied',
      values: [user_id, route, key, body_digest, status, JSON.stringify(response), now],
      sql: ([user, path, once, digest, code, reply, moment]) => `insert into idempotency_keys
        (user_id, route, key, body_digest, status, response, created_at)
        select ${user}::uuid, ${path}, ${once}, decode(${digest}, 'hex'), ${code}::integer,
          ${openCase ? `jsonb_set(${reply}::jsonb, '{body,number}', to_jsonb(given.number))` : `${reply}::jsonb`},
          ${moment}::timestamptz${from}`,
    },
  ];
}

const instanceColumns = [
  ...['id', 'workflow_version_id', 'process_id', 'parent_instance_id', 'parent_element_instance_id', 'status'],
  ...['state', 'version', 'ended_at'],
];
const historyColumns = ['instance_id', 'version', 'command', 'changes'];

function toHistory({ id, version, command, changes }: InstanceRow): object {
  return { instance_id: id, version: version + 1, command, changes };
}

/** What goes with the tasks that the step completes or withdraws. */
function endTasks({ completedTask, withdrawnTasks, now }: StepWrites): Part[] {
  const parts: Part[] = [];
  if (completedTask) {
    parts.push({
      name: 'undrafted',
      values: [completedTask.id],
      sql: ([id]) => `delete from drafts where task_id = ${id}`,
    });
  }
  if (completedTask && !completedTask.unlimited) {
    parts.push({
      name: 'met',
      values: [completedTask.id, now],
      sql: ([id, moment]) => `update deadlines
        set state = case when due_at >= ${moment} then 'met' else 'missed' end, ended_at = ${moment}, next_alert_at = null
        where task_id = ${id} and ended_at is null`,
    });
  }
  if (withdrawnTasks) {
    parts.push(
      {
        name: 'withdrawn',
        values: [withdrawnTasks],
        sql: ([ids]) =>
          `update tasks set state = 'withdrawn', version = version + 1 where id = any (${ids}) and state = 'open'`,
      },
      {
        name: 'cancelled',
        values: [withdrawnTasks, now],
        sql: ([ids, moment]) => `update deadlines set state = 'cancelled', ended_at = ${moment}, next_alert_at = null
          where task_id = any (${ids}) and ended_at is null`,
      },
    );
  }
  return parts;
}

/** Without what the step carries out: that part deletes its row itself. */
function remove(table: string, ids: readonly string[] | undefined, consumed?: ConsumedWork): Part[] {
  const rest = ids?.filter((id) => id !== consumed?.id) ?? [];
  if (rest.length === 0) return [];
  return [
    { name: `removed_${table}`, values: [rest], sql: ([given]) => `delete from ${table} where id = any (${given})` },
  ];
}

function resolveIncidents({ resolvedIncidents, consumed, now, actorId }: StepWrites): Part[] {
  const ids = resolvedIncidents?.filter((id) => id !== consumed?.id) ?? [];
  if (ids.length === 0) return [];
  return [
    {
      name: 'resolved',
      values: [ids, now, actorId],
      sql: ([given, moment, actor]) => `update incidents set resolved_at = ${moment}, resolved_by = ${actor}
        where id = any (${given}) and resolved_at is null`,
    },
  ];
}

function removeStartDraft({ startDraft }: StepWrites): Part[] {
  if (!startDraft) return [];
  return [
    {
      name: 'started_from_draft',
      values: [startDraft.user_id, startDraft.workflow_key],
      sql: ([user, workflow]) => `delete from start_drafts where user_id = ${user} and workflow_key = ${workflow}`,
    },
  ];
}

function attachDocuments({ documents, caseId }: StepWrites): Part[] {
  if (!documents || documents.length === 0) return [];
  return [
    {
      name: 'attached',
      values: [documents, caseId],
      sql: ([ids, id]) => `update documents set case_id = ${id} where id = any (${ids}) and case_id is null`,
    },
  ];
}

function changeCase({ case: change, caseId, completedTask, withdrawnTasks = [] }: StepWrites): Part[] {
  const columns = Object.entries(change ?? {});
  if (!change || columns.length === 0) return [];
  const part: Part = {
    name: `changed_${columns.map(([column]) => column).join('_')}`,
    values: [caseId, ...columns.map(([, value]) => value as unknown)],
    sql: ([id, ...values]) =>
      `update cases set ${columns.map(([column], index) => `${column} = ${values[index]}`).join(', ')} where id = ${id}`,
  };
  const ended = [...(completedTask ? [completedTask.id] : []), ...withdrawnTasks];
  return change.manager_id ? [part, followTasks(caseId, change.manager_id, ended)] : [part];
}

/** The new manager waits for the tasks that stay open. */
function followTasks(caseId: string, managerId: string, ended: readonly string[]): Part {
  return {
    name: 'followed',
    values: [caseId, managerId, ended],
    sql: ([id, manager, ids]) => `update tasks set follower_id = ${manager}
      where case_id = ${id} and state = 'open' and id <> all (${ids}::uuid[])`,
  };
}
