-- Cases and their records, process instances and what they wait for, tasks, deadlines.
--
-- Rows of the completion path carry no foreign keys: checking one locks the referenced row, which is a write of its
-- own. `commit_step` (0031) is the only writer of these rows together, and writes them from one consistent step.

create table cases (
  id uuid primary key,
  number text collate "C" not null unique,
  workflow_key text not null,
  workflow_version_id uuid not null,
  pin_set_id uuid not null references pin_sets,
  legal_reference_date date not null,
  status text not null default 'active' check (status in ('active', 'suspended', 'closed')),
  stage text,
  outcome text,
  person_id uuid,
  manager_id uuid,
  opened_by uuid not null,
  institution_id uuid not null,
  team_id uuid,
  territory_id uuid,
  opened_at timestamptz not null,
  closed_at timestamptz,
  next_deadline_at timestamptz,
  -- Number and person's name, folded for search.
  search text not null,
  -- Counts the edits that people make to the case itself, for If-Match.
  version integer not null default 1
) with (fillfactor = 80);

create index cases_institution on cases (institution_id, id desc);
create index cases_manager on cases (manager_id, id desc) where manager_id is not null;
create index cases_opener on cases (opened_by, id desc);
create index cases_person on cases (person_id) where person_id is not null;
create index cases_search on cases using gin (search gin_trgm_ops);

-- The last number given for a prefix, place and year. The row is locked until the case is committed, so that there
-- are no gaps.
create table case_numbers (
  prefix text not null,
  place text not null,
  year smallint not null,
  last integer not null,
  primary key (prefix, place, year)
);

create table records (
  id uuid primary key,
  series_id uuid not null,
  version integer not null,
  case_id uuid not null,
  form_key text not null,
  form_version_id uuid not null,
  task_id uuid,
  element_id text,
  data jsonb not null,
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  -- Why the record was corrected; null for a first version.
  reason text,
  -- The process refused the completion that brought this record.
  not_applied boolean not null default false,
  unique (series_id, version)
);

create index records_case on records (case_id, form_key);

create table process_instances (
  id uuid primary key,
  case_id uuid not null,
  workflow_version_id uuid not null,
  process_id text not null,
  parent_instance_id uuid,
  parent_element_instance_id uuid,
  status text not null check (status in ('active', 'completed', 'terminated')),
  state jsonb not null,
  version integer not null,
  started_at timestamptz not null,
  ended_at timestamptz
) with (fillfactor = 70);

create index process_instances_case on process_instances (case_id);
create index process_instances_parent on process_instances (parent_instance_id) where parent_instance_id is not null;

-- One row a step, keyed by the version of the instance that it made. `changes` is compact: a activated, c completed,
-- t terminated elements, f flows taken, d decisions.
create table process_steps (
  instance_id uuid not null,
  version integer not null,
  at timestamptz not null,
  command text not null,
  actor_id uuid,
  changes jsonb not null,
  primary key (instance_id, version)
);

create table process_timers (
  id uuid primary key,
  instance_id uuid not null,
  case_id uuid not null,
  element_id text not null,
  due_at timestamptz not null,
  -- A worker has it until then; of one that died it is free again.
  locked_until timestamptz,
  failures smallint not null default 0
);

create index process_timers_due on process_timers (due_at);

-- `id` is the element instance that waits for the job.
create table process_jobs (
  id uuid primary key,
  instance_id uuid not null,
  case_id uuid not null,
  element_id text not null,
  job_type text not null,
  headers jsonb not null,
  variables jsonb not null,
  retries smallint not null,
  due_at timestamptz not null,
  locked_until timestamptz,
  failures smallint not null default 0
);

create index process_jobs_due on process_jobs (due_at);

create table message_subscriptions (
  id uuid primary key,
  instance_id uuid not null,
  case_id uuid not null,
  process_id text not null,
  element_id text not null,
  message_name text not null,
  correlation_key text not null
);

create index message_subscriptions_key on message_subscriptions (message_name, correlation_key);

-- Buffered until they expire. Each is correlated at most once to each process, as Zeebe does.
create table messages (
  id uuid primary key,
  name text not null,
  correlation_key text not null,
  message_id text,
  variables jsonb not null,
  published_at timestamptz not null,
  expires_at timestamptz not null,
  correlated_processes text[] not null default '{}',
  failures smallint not null default 0
);

create index messages_key on messages (name, correlation_key);
create index messages_expiry on messages (expires_at);
create unique index messages_message_id on messages (name, correlation_key, message_id) where message_id is not null;

create table incidents (
  id uuid primary key,
  instance_id uuid not null,
  case_id uuid not null,
  element_id text not null,
  kind text not null,
  message text not null,
  -- Of a timer, job or message that could not be carried out: its row, held until the retry. Null: the process
  -- core holds the incident.
  held_kind text check (held_kind in ('timer', 'job', 'message')),
  held_id uuid,
  raised_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid
);

create index incidents_open on incidents (id desc) where resolved_at is null;
create index incidents_case on incidents (case_id);

-- A queue is a set of candidate roles at one institution and team (null: at all). Its id is computed from these.
create table queues (
  id uuid primary key,
  roles text[] not null,
  institution_id uuid,
  team_id uuid
);

create index queues_institution on queues (institution_id);

-- `id` is the element instance of the user task. A task without a deadline is due at infinity, so that one index
-- serves the order "due first" and its keyset.
create table tasks (
  id uuid primary key,
  case_id uuid not null,
  instance_id uuid not null,
  element_id text not null,
  name text not null,
  form_key text not null,
  form_version_id uuid not null,
  queue_id uuid not null,
  assignee_id uuid,
  state text not null default 'open' check (state in ('open', 'completing', 'completed', 'withdrawn')),
  priority smallint not null default 50,
  due_at timestamptz not null default 'infinity',
  at_risk_at timestamptz not null default 'infinity',
  created_at timestamptz not null,
  claimed_at timestamptz,
  completed_at timestamptz,
  completed_by uuid,
  version integer not null default 1,
  workflow_key text not null,
  workflow_version_id uuid not null,
  stage text,
  case_number text not null,
  person_id uuid,
  person_name text,
  person_birth_date date,
  institution_id uuid not null,
  team_id uuid,
  territory_id uuid,
  -- Who waits for it: the case's manager, before there is one who opened the case.
  follower_id uuid,
  -- Why it came back to be done again: the process variable returnNote.
  return_note text,
  -- It goes on with the case's last record of its form: its submission is the next version of that.
  continues_record boolean not null default false
);

create index tasks_unclaimed on tasks (queue_id, due_at, id) where state = 'open' and assignee_id is null;
create index tasks_assignee on tasks (assignee_id, due_at, id) where state = 'open' and assignee_id is not null;
create index tasks_institution on tasks (institution_id, due_at, id) where state = 'open';
create index tasks_follower on tasks (follower_id, due_at, id) where state = 'open';
create index tasks_done on tasks (completed_by, completed_at desc, id desc) where state = 'completed';
create index tasks_case on tasks (case_id);

-- `fields` keeps for each pointer the version of the draft that last changed it, so that two editors merge by field.
create table drafts (
  task_id uuid primary key,
  data jsonb not null,
  fields jsonb not null default '{}',
  version integer not null,
  updated_by uuid not null,
  updated_at timestamptz not null
);

create table start_drafts (
  user_id uuid not null,
  workflow_key text not null,
  data jsonb not null,
  version integer not null,
  updated_at timestamptz not null,
  primary key (user_id, workflow_key)
);

create table deadlines (
  id uuid primary key,
  case_id uuid not null,
  task_id uuid,
  rule_version_id uuid not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  at_risk_at timestamptz not null,
  state text not null check (state in ('running', 'atRisk', 'overdue', 'met', 'missed', 'cancelled')),
  ended_at timestamptz,
  -- When the next rung of the ladder is to be acted on; null when there is none.
  next_alert_at timestamptz,
  -- Amount, calendar and parameter it was computed with; the steps follow from them.
  explanation jsonb not null
);

create index deadlines_task on deadlines (task_id);
create index deadlines_case on deadlines (case_id, due_at);
create index deadlines_alert on deadlines (next_alert_at) where next_alert_at is not null;

-- The timeline of a case.
create table case_events (
  id bigint generated always as identity primary key,
  case_id uuid not null,
  at timestamptz not null,
  kind text not null,
  event text not null,
  actor_id uuid,
  task_id uuid,
  record_id uuid,
  document_id uuid,
  params jsonb
);

create index case_events_case on case_events (case_id, id desc);

create table case_notes (
  id uuid primary key,
  case_id uuid not null,
  author_id uuid not null,
  text text not null,
  created_at timestamptz not null
);

create index case_notes_case on case_notes (case_id, id desc);

-- What a bulk reassignment changed, so that it can be taken back.
create table task_reassignments (
  id uuid primary key,
  actor_id uuid not null,
  changes jsonb not null,
  created_at timestamptz not null,
  undone_at timestamptz
);
