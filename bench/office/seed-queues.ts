import { Client } from 'pg';
import { newId } from '@esocial/server/ids/new-id.ts';
import { queueFor } from '@esocial/server/process/embedded/task-effects.ts';
import type { Office } from './office.ts';

const roles = ['clerk', 'reviewer', 'archivist'];

/** A person who has three roles in a team and so sees three queues. */
export interface QueueWorker {
  readonly persona: string;
  readonly queueIds: readonly string[];
}

// `n * 0` makes the instant one of each row's own.
const tasks = `
  insert into tasks (id, case_id, instance_id, element_id, name, form_key, form_version_id, queue_id, priority, due_at,
    at_risk_at, created_at, workflow_key, workflow_version_id, stage, case_number, person_id, person_name,
    person_birth_date, institution_id, team_id, territory_id, follower_id)
  select uuidv7(), gen_random_uuid(), gen_random_uuid(), 'Task_0', 'Step 0', 'step', f.id, q.id, 50, due.at,
    due.at - interval '1 day', now() - interval '5 days', 'chain', w.id, 'first', 'REQ-' || n, gen_random_uuid(),
    'Person ' || n, '1980-01-01', q.institution_id, q.team_id, i.territory_id, u.id
  from generate_series(0, $1::int - 1) n
    cross join lateral (select q.* from numbered_queues q where q.number = n % $2::int) q
    cross join lateral (select date_trunc('milliseconds', now()) + make_interval(secs => (86400 * (random() * 70 - 10) + n * 0)::int) as at) due
    join institutions i on i.id = q.institution_id
    cross join (select id from definition_versions where kind = 'form' and key = 'step') f
    cross join (select id from definition_versions where kind = 'workflow' and key = 'chain') w
    cross join (select id from users limit 1) u`;

/** Fills the task list anew: this many unclaimed tasks, spread evenly over this many queues of teams with three each. */
export async function seedQueues(
  { database, superuserUrl }: { database: Office['database']; superuserUrl: string },
  taskCount: number,
  queueCount: number,
): Promise<QueueWorker[]> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`set synchronous_commit = off; truncate tasks, queues`);
  const [office] = await database.query<{ id: string }>(`select id from institutions where key = 'office'`);
  const institutionId = office?.id ?? '';
  await client.query(
    `create temporary table numbered_queues (number int primary key, id uuid, institution_id uuid, team_id uuid)`,
  );
  const teams: { id: string; queueIds: string[] }[] = [];
  for (let number = 0; number < queueCount; number += 1) {
    if (number % 3 === 0) {
      const id = newId();
      await client.query(
        `insert into teams (id, institution_id, key, name) values ($1::uuid, $2, 'team-' || $1::text, 'Team')`,
        [id, institutionId],
      );
      teams.push({ id, queueIds: [] });
    }
    const team = teams.at(-1) as { id: string; queueIds: string[] };
    const queue = queueFor([roles[number % 3] as string], { institutionId, teamId: team.id });
    await client.query('insert into queues values ($1, $2, $3, $4)', [queue.id, queue.roles, institutionId, team.id]);
    await client.query('insert into numbered_queues values ($1, $2, $3, $4)', [
      number,
      queue.id,
      institutionId,
      team.id,
    ]);
    team.queueIds.push(queue.id);
  }
  await client.query('analyze numbered_queues');
  await client.query(tasks, [taskCount, queueCount]);
  const workers: QueueWorker[] = [];
  for (const [index, { id, queueIds }] of teams
    .filter((team) => team.queueIds.length === 3)
    .slice(0, 8)
    .entries()) {
    const persona = `clerk-${index}`;
    await client.query(
      `with p as (update sandbox_personas set roles = $3 where key = $1 returning user_id)
      update users set team_id = $2 from p where id = p.user_id`,
      [persona, id, roles],
    );
    workers.push({ persona, queueIds });
  }
  // Only what is on disk counts as visible to all, so that lists need not look it up.
  await client.query('checkpoint');
  for (const table of ['tasks', 'queues', 'users', 'teams']) await client.query(`vacuum analyze ${table}`);
  await client.query('checkpoint');
  await client.end();
  return workers;
}
