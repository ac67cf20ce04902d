import type { Pool } from 'pg';

// The task tables of Camunda 7 with their columns and indexes, as its PostgreSQL script makes them.
const schema = `
  create table act_ru_task (
    id_ varchar(64) primary key, rev_ integer, execution_id_ varchar(64), proc_inst_id_ varchar(64),
    proc_def_id_ varchar(64), case_execution_id_ varchar(64), case_inst_id_ varchar(64), case_def_id_ varchar(64),
    name_ varchar(255), parent_task_id_ varchar(64), description_ varchar(4000), task_def_key_ varchar(255),
    owner_ varchar(255), assignee_ varchar(255), delegation_ varchar(64), priority_ integer, create_time_ timestamp,
    last_updated_ timestamp, due_date_ timestamp, follow_up_date_ timestamp, suspension_state_ integer,
    tenant_id_ varchar(64), task_state_ varchar(64));
  create table act_ru_identitylink (
    id_ varchar(64) primary key, rev_ integer, group_id_ varchar(255), type_ varchar(255), user_id_ varchar(255),
    task_id_ varchar(64), proc_def_id_ varchar(64), tenant_id_ varchar(64))`;

const indexes = `
  create index act_idx_task_create on act_ru_task (create_time_);
  create index act_idx_task_last_updated on act_ru_task (last_updated_);
  create index act_idx_task_assignee on act_ru_task (assignee_);
  create index act_idx_task_owner on act_ru_task (owner_);
  create index act_idx_task_tenant_id on act_ru_task (tenant_id_);
  create index act_idx_task_exec on act_ru_task (execution_id_);
  create index act_idx_task_procinst on act_ru_task (proc_inst_id_);
  create index act_idx_task_procdef on act_ru_task (proc_def_id_);
  create index act_idx_ident_lnk_user on act_ru_identitylink (user_id_);
  create index act_idx_ident_lnk_group on act_ru_identitylink (group_id_);
  create index act_idx_tskass_task on act_ru_identitylink (task_id_);
  create index act_idx_athrz_procedef on act_ru_identitylink (proc_def_id_);
  vacuum analyze act_ru_task; vacuum analyze act_ru_identitylink`;

/** Copies the open tasks of ours into the peer's tables, one candidate group for each of our queues. */
export async function copyTasksToPeer(pool: Pool): Promise<void> {
  await pool.query(`drop table if exists act_ru_task, act_ru_identitylink; ${schema}`);
  await pool.query(`
    insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, priority_,
      create_time_, due_date_, suspension_state_, task_state_)
    select id::text, 1, instance_id::text, instance_id::text, workflow_version_id::text, name, element_id, priority,
      created_at, due_at, 1, 'Created' from tasks where state = 'open'`);
  await pool.query(`
    insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
    select gen_random_uuid()::text, 1, queue_id::text, 'candidate', id::text from tasks where state = 'open'`);
  for (const statement of indexes.split(';')) await pool.query(statement);
}

const columns = `res.rev_, res.id_, res.name_, res.parent_task_id_, res.description_, res.priority_, res.create_time_,
  res.last_updated_, res.owner_, res.assignee_, res.delegation_, res.execution_id_, res.proc_inst_id_, res.proc_def_id_,
  res.case_execution_id_, res.case_inst_id_, res.case_def_id_, res.task_def_key_, res.due_date_, res.follow_up_date_,
  res.suspension_state_, res.tenant_id_, res.task_state_`;

/** A page of the unassigned tasks of some candidate groups, as Camunda 7's task query asks for it. */
export async function listPeerTasks(pool: Pool, groups: readonly string[], offset: number): Promise<number> {
  const { rows } = await pool.query({
    name: 'camunda-task-query',
    text: `select distinct ${columns} from act_ru_task res left join act_ru_identitylink i on i.task_id_ = res.id_
      where (1 = 1 and (i.type_ = 'candidate' and (i.group_id_ in ($1, $2, $3))) and res.assignee_ is null)
      order by res.due_date_ asc limit 50 offset $4`,
    values: [...groups, offset],
  });
  return rows.length;
}
