import type { Actor } from '../../access/actor.ts';
import type { Database } from '../../database/database.ts';
import { nextTaskFor } from '../next-task.ts';
import type { NextTask } from '../next-task.ts';
import type { QueueRow, TaskRow } from '../step-writes.ts';

/** A broker that has taken the last command has told what follows after this long, or nothing follows. */
const REST_SECONDS = 3;

// What was open before the person acted is not what follows.
const openTasks = `
  select t.id, t.name, t.queue_id, t.assignee_id, t.institution_id, t.team_id, t.territory_id, q.roles
  from tasks t join queues q on q.id = t.queue_id
  where t.case_id = $1 and t.state = 'open' and t.created_at >= (
    select coalesce(max(c.at), '-infinity') - interval '1 second' from zeebe_commands c
    join zeebe_instances i on i.instance_id = c.instance_id
    where i.case_id = $1 and c.kind in ('start', 'completeUserTask'))
  order by t.created_at desc, t.id desc`;

const moving = `
  select exists (select from tasks t where t.case_id = $1 and t.state = 'completing')
    or exists (select from zeebe_commands c join zeebe_instances i on i.instance_id = c.instance_id
      where i.case_id = $1 and (c.done_at is null or c.done_at > now() - make_interval(secs => ${REST_SECONDS}))) as moving
  from cases where id = $1 and status <> 'closed'`;

/** Where a person can go on in a case whose process runs on a broker, once the broker has told. */
export function createNextTaskReadModel(database: Database) {
  return {
    async find(actor: Actor, caseId: string): Promise<NextTask> {
      const rows = await database.query<TaskRow & Pick<QueueRow, 'roles'>>(openTasks, [caseId]);
      const queues = rows.map(({ queue_id: id, roles }) => ({ id, roles, institution_id: null, team_id: null }));
      const next = nextTaskFor(actor, { pending: false, createdTasks: rows, queues, caseNumber: null });
      if (next.state === 'ready') return next;
      const [state] = await database.query<{ moving: boolean }>(moving, [caseId]);
      return state?.moving ? { state: 'pending' } : next;
    },
  };
}

export type NextTaskReadModel = ReturnType<typeof createNextTaskReadModel>;
