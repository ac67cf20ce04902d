-- Message and timer start events of the workflow versions in force. The server holds them itself on every engine,
-- because a version begins and ends at its legal date (design 4.4).

-- Which of these versions is in force is decided when they are used; a row of one that is not stays, so that a timer
-- that has gone off does not go off again when the version returns.
create table start_events (
  workflow_version_id uuid not null references definition_versions,
  process_id text not null,
  element_id text not null,
  active_from timestamptz not null,
  -- Of a message start.
  message_name text,
  -- Of a timer start; null when there is nothing more to start.
  due_at timestamptz,
  starts_left integer,
  repeat_interval text,
  -- A start that failed is tried again then.
  retry_at timestamptz,
  failures smallint not null default 0,
  primary key (workflow_version_id, process_id, element_id)
);

create index start_events_due on start_events (due_at) where due_at is not null;
create index start_events_message on start_events (message_name) where message_name is not null;

-- Of the instances that messages with the same correlation key start of a process, one is active at a time.
create table message_started_instances (
  instance_id uuid primary key,
  process_id text not null,
  correlation_key text not null
);

create index message_started_instances_key on message_started_instances (process_id, correlation_key);

-- A case that a message or a timer has opened was opened by nobody.
alter table cases alter column opened_by drop not null;
