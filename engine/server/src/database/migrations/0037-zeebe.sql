-- What the server knows of process instances that run on a Zeebe broker (design 4.4): commands on their way there, and
-- the broker's own records, kept in one transaction with their effect.

-- The records of interest, each once: the exporter delivers at least once and in order per partition. Values that
-- belong to forms are left out before a record is kept.
create table zeebe_records (
  partition_id smallint not null,
  position bigint not null,
  at timestamptz not null,
  value_type text not null,
  intent text not null,
  key bigint not null,
  process_instance_key bigint not null,
  value jsonb not null,
  primary key (partition_id, position)
);

create index zeebe_records_instance on zeebe_records (process_instance_key, position);

-- How far the stream of each partition has come.
create table zeebe_partitions (
  partition_id smallint primary key,
  position bigint not null,
  record_at timestamptz not null,
  received_at timestamptz not null
);

-- `broker_key` is null until the stream tells it. A row of an instance whose records could not be applied is halted:
-- what comes later is kept and applied when its incident is tried again.
create table zeebe_instances (
  instance_id uuid primary key,
  case_id uuid not null,
  broker_key bigint unique,
  applied_position bigint not null default 0,
  halted boolean not null default false,
  -- Who acted last: tasks and jobs that follow are theirs.
  actor_id uuid
);

create index zeebe_instances_case on zeebe_instances (case_id);

-- Commands leave in the order of their ids within an instance. The payload goes when the command is done.
create table zeebe_commands (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  instance_id uuid,
  kind text not null,
  payload jsonb,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  locked_until timestamptz,
  done_at timestamptz,
  outcome text,
  error text
);

create index zeebe_commands_waiting on zeebe_commands (id) where done_at is null;
create index zeebe_commands_of_instance on zeebe_commands (instance_id, id) where done_at is null;

-- Messages that an instance on the broker waits for; `key` is the element instance's.
create table zeebe_subscriptions (
  element_instance_key bigint not null,
  message_name text not null,
  correlation_key text not null,
  case_id uuid not null,
  instance_id uuid not null,
  element_id text not null,
  primary key (element_instance_key, message_name)
);

create index zeebe_subscriptions_case on zeebe_subscriptions (case_id);
create index zeebe_subscriptions_key on zeebe_subscriptions (message_name, correlation_key);

-- Incidents of ours about what the broker did: a retry applies the records that were kept.
create table zeebe_follow_incidents (
  incident_id uuid primary key,
  case_id uuid not null
);
