import { Client } from 'pg';
import type { Office } from './office.ts';

const tables = [
  'cases',
  'process_instances',
  'process_steps',
  'tasks',
  'deadlines',
  'records',
  'case_events',
  'audit_events',
] as const;

/** One line for each new case: its ids, and whose it is. */
const plan = `
  create temporary table plan as
  select n, uuidv7() as case_id, uuidv7() as instance_id, uuidv7() as task_id, uuidv7() as deadline_id,
    uuidv7() as record_id, users[1 + n % cardinality(users)] as user_id,
    make_interval(secs => 86400 * 3 + random() * 86400 * 60) as later
  from generate_series($1::int, $2::int) n,
    (select array_agg(u.id order by p.key) as users from sandbox_personas p join users u on u.id = p.user_id where 'clerk' = any (p.roles)) u`;

/** Copies of the template's rows, in each table with the ids of the plan. `o` holds the ids of the template. */
const copies: Record<(typeof tables)[number], string> = {
  cases: `jsonb_build_object('id', s.case_id, 'number', 'SEED-' || s.n, 'opened_by', s.user_id,
    'search', 'seed-' || s.n)`,
  process_instances: `jsonb_build_object('id', s.instance_id, 'case_id', s.case_id, 'state',
    replace(replace(replace(replace(t.state::text, o.instance_id::text, s.instance_id::text), o.task_id::text,
      s.task_id::text), o.case_id::text, s.case_id::text), o.user_id::text, s.user_id::text)::jsonb)`,
  process_steps: `jsonb_build_object('instance_id', s.instance_id, 'actor_id', s.user_id)`,
  tasks: `jsonb_build_object('id', s.task_id, 'case_id', s.case_id, 'instance_id', s.instance_id, 'follower_id',
    s.user_id, 'assignee_id', case when t.assignee_id is not null then s.user_id end, 'case_number', 'SEED-' || s.n,
    'due_at', t.due_at + s.later, 'at_risk_at', t.at_risk_at + s.later)`,
  deadlines: `jsonb_build_object('id', s.deadline_id, 'case_id', s.case_id, 'task_id', s.task_id,
    'due_at', t.due_at + s.later, 'at_risk_at', t.at_risk_at + s.later, 'next_alert_at', t.next_alert_at + s.later)`,
  records: `jsonb_build_object('id', s.record_id, 'series_id', s.record_id, 'case_id', s.case_id, 'submitted_by', s.user_id)`,
  case_events: `jsonb_build_object('id', nextval('case_events_id_seq'), 'case_id', s.case_id, 'actor_id', s.user_id)`,
  audit_events: `jsonb_build_object('id', nextval('audit_events_id_seq'), 'case_id', s.case_id, 'actor_id', s.user_id)`,
};

const ids = `(select c.id as case_id, i.id as instance_id, k.id as task_id, c.opened_by as user_id
  from cases c join process_instances i on i.case_id = c.id join tasks k on k.case_id = c.id and k.state = 'open'
  where c.id = '%') o`;

/**
 * Makes the rows of as many open cases as this by SQL, each a copy of one that was really started: case, process
 * instance, its step, task, deadline, record, timeline and audit. They belong to the clerks in turn.
 */
export async function seedCases(
  { superuserUrl, templateCaseId }: { superuserUrl: string; templateCaseId: string },
  from: number,
  to: number,
): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`);
  const indexes = to - from > 50_000 ? await dropIndexes(client) : [];
  await client.query(plan.replace('$1', String(from)).replace('$2', String(to - 1)));
  const template = ids.replace('%', templateCaseId);
  for (const table of tables) {
    const key = table === 'cases' ? 'id' : table === 'process_steps' ? 'instance_id' : 'case_id';
    const wanted = key === 'instance_id' ? 'o.instance_id' : 'o.case_id';
    await client.query(
      `insert into ${table} overriding system value select r.* from ${template} join ${table} t on t.${key} = ${wanted}
         cross join plan s cross join lateral jsonb_populate_record(t, ${copies[table]}) r`,
    );
  }
  for (const definition of indexes) await client.query(definition);
  await client.query('drop table plan');
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  await client.end();
}

/** Drops what is quicker to build afterwards; gives how to build it again. */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes i where tablename = any ($1)
       and not exists (select from pg_constraint c where c.conname = i.indexname)`,
    [tables],
  );
  for (const { indexname } of rows) await client.query(`drop index ${indexname}`);
  return rows.map(({ indexdef }) => indexdef);
}

export interface OpenTask {
  readonly taskId: string;
  readonly caseId: string;
  readonly instanceId: string;
  readonly assigneeId: string;
  readonly persona: string;
}

/** First tasks of seeded cases of the clerks, in a random order over all of them. */
export async function pickOpenTasks({ database }: Office, count: number): Promise<OpenTask[]> {
  return database.query<OpenTask>(
    `select t.id as "taskId", t.case_id as "caseId", t.instance_id as "instanceId", t.assignee_id as "assigneeId", p.key as persona
     from (select * from tasks where state = 'open' and assignee_id is not null and element_id = 'Task_0' and case_number like 'SEED-%' order by md5(id::text) limit $1) t
     join sandbox_personas p on p.user_id = t.assignee_id order by md5(t.id::text)`,
    [count],
  );
}
