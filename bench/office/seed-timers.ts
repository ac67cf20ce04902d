import { Client } from 'pg';

/** Timers of nobody in particular, due on some day of the next year: rows that no worker looks at before. */
const waiting = `
  insert into process_timers (id, instance_id, case_id, element_id, due_at)
  select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'Reminder_0',
    now() + interval '1 day' + random() * interval '364 days' from generate_series(1, $1)`;

/** Each seeded case is a copy of the template with a timer of its own. */
const own = `
  create table seeded_timers as
  select gen_random_uuid() as id, i.id as instance_id, i.case_id, t.id as template_id, t.element_id
  from cases c join process_instances i on i.case_id = c.id, process_timers t
  where c.number like 'SEED-%' and t.case_id = '%';
  update process_instances i set state = replace(i.state::text, s.template_id::text, s.id::text)::jsonb
  from seeded_timers s where s.instance_id = i.id;
  delete from process_timers where case_id = '%'`;

async function asSuperuser<T>(superuserUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('set synchronous_commit = off');
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Adds timers that are due some day. */
export async function seedWaitingTimers(superuserUrl: string, count: number): Promise<void> {
  await asSuperuser(superuserUrl, async (client) => {
    await client.query(waiting, [count]);
    await client.query('vacuum analyze process_timers');
    await client.query('checkpoint');
  });
}

/** Gives the seeded cases timers of their own in their state; their rows come with `setTimers`. */
export async function prepareTimers(superuserUrl: string, templateCaseId: string): Promise<void> {
  await asSuperuser(superuserUrl, async (client) => {
    await client.query(own.replaceAll("'%'", `'${templateCaseId}'`));
    await client.query('vacuum analyze process_instances');
    await client.query('checkpoint');
  });
}

/** Sets the timers of all seeded cases: due within one second, which begins in this many seconds. Gives when. */
export async function setTimers(superuserUrl: string, seconds: number): Promise<{ from: Date; to: Date }> {
  return asSuperuser(superuserUrl, async (client) => {
    const from = new Date(Date.now() + seconds * 1000);
    await client.query(
      `insert into process_timers (id, instance_id, case_id, element_id, due_at)
       select id, instance_id, case_id, element_id, $1::timestamptz + random() * interval '1 second' from seeded_timers`,
      [from],
    );
    await client.query('analyze process_timers');
    return { from, to: new Date(from.getTime() + 1000) };
  });
}
