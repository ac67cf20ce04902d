-- Signals, and what the operation of processes needs: suspension, migration.
--
-- The statement that commits a step knows nothing of these, so that the steps without them pay nothing. What a step
-- has of it (the key `rare` of its StepWrites) is written by `commit_rare` behind it, in the same transaction.

create table signal_subscriptions (
  id uuid primary key,
  instance_id uuid not null,
  case_id uuid not null,
  element_id text not null,
  signal_name text not null
);

create index signal_subscriptions_name on signal_subscriptions (signal_name);

-- A broadcast that is still worked off. It goes once to every subscription that was open at its instant, each in a
-- transaction of its own, and starts what begins with it.
create table signals (
  id uuid primary key,
  name text not null,
  variables jsonb not null,
  broadcast_at timestamptz not null,
  starts_done boolean not null default false,
  failures smallint not null default 0,
  retry_at timestamptz
);

create index signals_to_start on signals (id) where not starts_done;

create table signal_deliveries (
  id uuid primary key default gen_random_uuid(),
  signal_id uuid not null references signals,
  subscription_id uuid not null,
  instance_id uuid not null,
  case_id uuid not null,
  element_id text not null,
  due_at timestamptz not null,
  locked_until timestamptz,
  failures smallint not null default 0
);

create index signal_deliveries_due on signal_deliveries (due_at);
create index signal_deliveries_signal on signal_deliveries (signal_id);
create index signal_deliveries_subscription on signal_deliveries (subscription_id);

-- The start events that a signal has started.
create table signal_starts (
  signal_id uuid not null references signals on delete cascade,
  workflow_version_id uuid not null,
  process_id text not null,
  element_id text not null,
  primary key (signal_id, workflow_version_id, process_id, element_id)
);

alter table start_events add column signal_name text;

alter table incidents drop constraint incidents_held_kind_check;
alter table incidents add constraint incidents_held_kind_check
  check (held_kind in ('timer', 'job', 'message', 'signal'));

alter table process_instances drop constraint process_instances_status_check;
alter table process_instances add constraint process_instances_status_check
  check (status in ('active', 'suspended', 'completed', 'terminated'));

create index process_instances_version on process_instances (workflow_version_id, id desc);
create index message_subscriptions_case on message_subscriptions (case_id);

-- Of a job whose process is suspended: how long it still waits when the process goes on.
alter table process_jobs add column remaining interval;

create table process_suspensions (
  id uuid primary key,
  instance_id uuid not null,
  actor_id text not null,
  reason text not null,
  suspended_at timestamptz not null,
  resumed_at timestamptz
);

create index process_suspensions_instance on process_suspensions (instance_id) where resumed_at is null;

-- A migration of many instances; each is a row that is worked off in a transaction of its own.
create table process_migrations (
  id uuid primary key,
  source_version_id uuid not null,
  target_version_id uuid not null,
  mapping jsonb not null,
  reason text not null,
  actor_id text not null,
  created_at timestamptz not null
);

create table process_migration_items (
  migration_id uuid not null references process_migrations,
  instance_id uuid not null,
  outcome text not null default 'pending' check (outcome in ('pending', 'migrated', 'refused')),
  faults jsonb not null default '[]',
  locked_until timestamptz,
  done_at timestamptz,
  primary key (migration_id, instance_id)
);

create index process_migration_items_pending on process_migration_items (migration_id, instance_id)
  where outcome = 'pending';

-- Keeps a signal for every subscription that is open now; gives how many.
create function broadcast_signal(signal_id uuid, signal_name text, variables jsonb, moment timestamptz)
returns integer language plpgsql as $$
declare
  subscribers integer;
begin
  insert into signals (id, name, variables, broadcast_at)
  values (broadcast_signal.signal_id, broadcast_signal.signal_name, broadcast_signal.variables, moment);
  insert into signal_deliveries (signal_id, subscription_id, instance_id, case_id, element_id, due_at)
  select broadcast_signal.signal_id, s.id, s.instance_id, s.case_id, s.element_id,
    case when i.status = 'suspended' then 'infinity' else moment end
  from signal_subscriptions s left join process_instances i on i.id = s.instance_id
  where s.signal_name = broadcast_signal.signal_name;
  get diagnostics subscribers = row_count;
  return subscribers;
end $$;

-- Writes what only few steps bring. Raises ES003 when the delivery that the step carries out is gone.
create function commit_rare(step jsonb) returns void language plpgsql as $$
declare
  moment constant timestamptz := (step->>'now')::timestamptz;
  step_case constant uuid := (step->>'caseId')::uuid;
  rare constant jsonb := step->'rare';
begin
  if rare ? 'consumedSignal' then
    delete from signal_deliveries where id = (rare->>'consumedSignal')::uuid;
    if not found then
      raise exception 'signal delivery % is gone', rare->>'consumedSignal' using errcode = 'ES003';
    end if;
  end if;

  if rare ? 'removedSignalSubscriptions' then
    delete from signal_deliveries where subscription_id in
      (select r::uuid from jsonb_array_elements_text(rare->'removedSignalSubscriptions') r);
    delete from signal_subscriptions where id in
      (select r::uuid from jsonb_array_elements_text(rare->'removedSignalSubscriptions') r);
  end if;
  if rare ? 'signalSubscriptions' then
    insert into signal_subscriptions (id, instance_id, case_id, element_id, signal_name)
    select s.id, s.instance_id, step_case, s.element_id, s.signal_name
    from jsonb_to_recordset(rare->'signalSubscriptions')
      as s(id uuid, instance_id uuid, element_id text, signal_name text);
  end if;
  -- After the subscriptions: a step that throws what another branch of it waits for is heard there.
  if rare ? 'signals' then
    perform broadcast_signal(s.id, s.name, s.variables, moment)
    from jsonb_to_recordset(rare->'signals') as s(id uuid, name text, variables jsonb);
  end if;

  if rare ? 'heldJobs' then
    update process_jobs set remaining = due_at - moment, due_at = 'infinity', locked_until = null
    where id in (select r::uuid from jsonb_array_elements_text(rare->'heldJobs') r) and due_at <> 'infinity';
  end if;
  if rare ? 'freedJobs' then
    update process_jobs set due_at = moment + greatest(remaining, interval '0'), remaining = null
    where id in (select r::uuid from jsonb_array_elements_text(rare->'freedJobs') r) and remaining is not null;
  end if;
  if rare ? 'heldSubscriptions' then
    update signal_deliveries set due_at = 'infinity', locked_until = null
    where subscription_id in (select r::uuid from jsonb_array_elements_text(rare->'heldSubscriptions') r);
  end if;
  if rare ? 'freedSubscriptions' then
    update signal_deliveries set due_at = moment
    where subscription_id in (select r::uuid from jsonb_array_elements_text(rare->'freedSubscriptions') r)
      and failures = 0;
  end if;

  if rare ? 'migratedInstances' then
    update process_instances p set workflow_version_id = m.workflow_version_id, process_id = m.process_id
    from jsonb_to_recordset(rare->'migratedInstances') as m(id uuid, workflow_version_id uuid, process_id text)
    where p.id = m.id;
    update tasks t set workflow_version_id = m.workflow_version_id
    from jsonb_to_recordset(rare->'migratedInstances') as m(id uuid, workflow_version_id uuid)
    where t.case_id = step_case and t.instance_id = m.id and t.state in ('open', 'completing');
    update message_subscriptions s set process_id = m.process_id
    from jsonb_to_recordset(rare->'migratedInstances') as m(id uuid, process_id text)
    where s.case_id = step_case and s.instance_id = m.id;
  end if;
  if rare ? 'migratedElements' then
    update tasks t set element_id = m.element_id
    from jsonb_to_recordset(rare->'migratedElements') as m(id uuid, element_id text) where t.id = m.id;
    update process_jobs j set element_id = m.element_id
    from jsonb_to_recordset(rare->'migratedElements') as m(id uuid, element_id text) where j.id = m.id;
  end if;
  if rare ? 'migratedIncidents' then
    update incidents n set element_id = m.element_id
    from jsonb_to_recordset(rare->'migratedIncidents') as m(id uuid, element_id text) where n.id = m.id;
  end if;
  if rare ? 'migratedTimers' then
    update process_timers t set element_id = m.element_id, due_at = m.due_at, locked_until = null
    from jsonb_to_recordset(rare->'migratedTimers') as m(id uuid, element_id text, due_at timestamptz)
    where t.id = m.id and t.due_at <> 'infinity';
  end if;
  if rare ? 'migratedSubscriptions' then
    update message_subscriptions s set element_id = m.element_id
    from jsonb_to_recordset(rare->'migratedSubscriptions') as m(id uuid, element_id text) where s.id = m.id;
    update signal_subscriptions s set element_id = m.element_id
    from jsonb_to_recordset(rare->'migratedSubscriptions') as m(id uuid, element_id text) where s.id = m.id;
  end if;
  if rare ? 'repinnedCase' then
    update cases set workflow_version_id = (rare#>>'{repinnedCase,workflow_version_id}')::uuid,
      pin_set_id = (rare#>>'{repinnedCase,pin_set_id}')::uuid
    where id = step_case;
  end if;
end $$;
