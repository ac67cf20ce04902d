-- What every module stands on: offices, users, sessions, audit, outbox, idempotency, notifications.
-- Run as the owner's role; the application's role, esocial_app, gets the rights it needs and owns nothing.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

grant usage on schema public to esocial_app;
alter default privileges in schema public grant select, insert, update, delete on tables to esocial_app;
alter default privileges in schema public grant usage, select on sequences to esocial_app;

-- Text as it is searched: lower case, without diacritics, ș/ş and c/k alike, Cyrillic written in Latin letters.
create function search_fold(source text) returns text
language sql immutable strict parallel safe
return translate(
  replace(replace(replace(replace(replace(replace(replace(replace(replace(
    lower(source),
    'щ', 'sci'), 'ж', 'j'), 'х', 'h'), 'ц', 't'), 'ч', 'ci'), 'ш', 's'), 'ю', 'iu'), 'я', 'ia'), 'ё', 'io'),
  'șşțţăâîáàäãåéèêëíìïóòôöõúùûüçñýkабвгдезийклмнопрстуфыэєіїґӂъь''’-',
  'ssttaaiaaaaaeeeeiiiooooouuuucnycabvgdeziiclmnoprstufieeiigj'
);

create table territories (
  id uuid primary key,
  code text not null unique,
  parent_id uuid references territories,
  name text not null,
  ancestor_ids uuid[] not null default '{}'
);
create index territories_ancestors on territories using gin (ancestor_ids);

create table institutions (
  id uuid primary key,
  key text not null unique,
  idno text unique,
  name text not null,
  kind text not null,
  parent_id uuid references institutions,
  territory_id uuid references territories,
  search text not null generated always as (search_fold(name)) stored,
  version integer not null default 1
);
create index institutions_search on institutions using gin (search gin_trgm_ops);

create table teams (
  id uuid primary key,
  institution_id uuid not null references institutions,
  key text not null,
  name text not null,
  unique (institution_id, key)
);

create table users (
  id uuid primary key,
  idnp text not null unique,
  last_name text not null,
  first_name text not null,
  institution_id uuid not null references institutions,
  team_id uuid references teams,
  position text not null,
  email text,
  phone text,
  language text not null default 'ro' check (language in ('ro', 'ru', 'en')),
  active boolean not null default true,
  search text not null generated always as (search_fold(last_name || ' ' || first_name)) stored,
  version integer not null default 1
);
create index users_institution on users (institution_id, last_name, first_name);
create index users_search on users using gin (search gin_trgm_ops);

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  user_id uuid not null references users,
  -- From the assertion of the sign-in: what the person acts as, and where.
  roles text[] not null,
  institution_id uuid not null references institutions,
  name_id text not null,
  session_index text,
  created_at timestamptz(3) not null default now(),
  last_seen_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  ended_because text
);
create index sessions_open_by_user on sessions (user_id) where ended_at is null;

create table saml_requests (
  id text primary key,
  kind text not null default 'authentication',
  return_to text,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null
);

-- The keys of the sandbox's own identity provider and of the server as its client; empty in production.
create table sandbox_keys (
  owner text primary key check (owner in ('identity-provider', 'service-provider')),
  private_key text not null,
  public_key text not null
);
create table sandbox_personas (
  key text primary key,
  user_id uuid not null references users on delete cascade,
  roles text[] not null,
  position integer not null
);

create table audit_events (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null default clock_timestamp(),
  actor_id text not null,
  session_id uuid,
  verb text not null,
  object_type text not null,
  object_id text,
  case_id uuid,
  subject_ids uuid[] not null default '{}',
  fields text[] not null default '{}',
  legal_basis text,
  reason text,
  trace_id text,
  shard integer not null default 0,
  prev_hash bytea,
  hash bytea
);
create index audit_events_subjects on audit_events using gin (subject_ids);
create index audit_events_case on audit_events (case_id, id) where case_id is not null;
create index audit_events_actor on audit_events (actor_id, id);

revoke update, delete, truncate on audit_events from esocial_app;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The table % only grows: no row of it is changed or removed', tg_table_name;
end
$$;
create trigger audit_events_append_only before update or delete or truncate on audit_events
  for each statement execute function refuse_change();

create table outbox (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null default now(),
  topic text not null,
  payload jsonb not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz(3) not null default now(),
  delivered_at timestamptz(3),
  last_error text
);
create index outbox_waiting on outbox (next_attempt_at, id) where delivered_at is null;

create table idempotency_keys (
  user_id uuid not null,
  route text not null,
  key text not null,
  body_digest bytea not null,
  status integer,
  response jsonb,
  created_at timestamptz(3) not null default now(),
  primary key (user_id, route, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

create table notifications (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  kind text not null,
  params jsonb not null default '{}',
  case_id uuid,
  task_id uuid,
  created_at timestamptz(3) not null default now(),
  read_at timestamptz(3)
);
create index notifications_by_user on notifications (user_id, id desc);
create index notifications_unread on notifications (user_id) where read_at is null;

-- Sessions are kept in memory by the servers; whatever changes them says so.
create function notify_access_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('access_changed', to_jsonb(old) ->> tg_argv[0]);
  return null;
end
$$;
create trigger users_access_changed after update or delete on users
  for each row execute function notify_access_changed('id');
create trigger sessions_access_changed after delete or update of ended_at, roles, institution_id, expires_at on sessions
  for each row execute function notify_access_changed('user_id');
