-- Definitions with immutable versions, the releases they travel in, persons and documents.

create table releases (
  id uuid primary key,
  number bigint generated always as identity unique,
  title text not null,
  state text not null check (state in ('draft', 'submitted', 'approved', 'scheduled', 'active', 'superseded', 'rolled-back')),
  act_type text,
  act_number text,
  act_date date,
  act_article text,
  effective_from date not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  submitted_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  activated_at timestamptz
);

create table definitions (
  id uuid primary key,
  kind text not null,
  key text not null,
  unique (kind, key)
);

create table definition_versions (
  id uuid primary key,
  definition_id uuid not null references definitions,
  kind text not null,
  key text not null,
  number integer not null,
  digest text not null,
  effective_from date not null,
  -- json, not jsonb, which would forget the order of a form's fields.
  content json not null,
  legal_basis jsonb not null default '[]',
  created_by text not null,
  created_at timestamptz not null default now(),
  release_id uuid not null references releases,
  state text not null check (state in ('draft', 'submitted', 'active', 'withdrawn')),
  unique (definition_id, number)
);

create index definition_versions_active on definition_versions (kind, key, effective_from desc, number desc) where state = 'active';
create index definition_versions_release on definition_versions (release_id);

-- A version never changes but for its state: old cases rely on it.
create function keep_definition_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'definition version % cannot be deleted', old.id;
  end if;
  if (old.id, old.definition_id, old.kind, old.key, old.number, old.digest, old.effective_from, old.content::text, old.created_by, old.created_at)
     is distinct from
     (new.id, new.definition_id, new.kind, new.key, new.number, new.digest, new.effective_from, new.content::text, new.created_by, new.created_at) then
    raise exception 'definition version % is immutable', old.id;
  end if;
  return new;
end $$;

create trigger definition_versions_immutable before update or delete on definition_versions
  for each row execute function keep_definition_version();

create table release_items (
  release_id uuid not null references releases,
  version_id uuid not null references definition_versions,
  transition_policy text not null default 'finish' check (transition_policy in ('finish', 'next-task', 'now')),
  primary key (release_id, version_id)
);

create table classifier_items (
  version_id uuid not null references definition_versions,
  code text collate "C" not null,
  parent text collate "C",
  valid_from date,
  valid_to date,
  ro text not null,
  ru text,
  en text,
  attributes jsonb not null default '{}',
  position integer not null,
  search text not null,
  primary key (version_id, code)
);

create index classifier_items_position on classifier_items (version_id, position);
create index classifier_items_parent on classifier_items (version_id, parent, position);

create table form_validators (
  version_id uuid primary key references definition_versions,
  source text not null
);

create table pin_sets (
  id uuid primary key,
  digest text not null unique,
  pins jsonb not null,
  created_at timestamptz not null default now()
);

create table persons (
  id uuid primary key,
  idnp text collate "C" unique,
  provisional_id text collate "C" unique,
  last_name text not null,
  first_name text not null,
  patronymic text,
  birth_date date,
  sex text check (sex in ('M', 'F')),
  territory_id uuid references territories,
  address text,
  phone text,
  email text,
  phone_key text collate "C",
  -- Where each fact comes from: field name to {kind, at, by}.
  sources jsonb not null default '{}',
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (idnp is not null or provisional_id is not null)
);

create index persons_idnp_prefix on persons (idnp text_pattern_ops) where idnp is not null;
create index persons_phone on persons (phone_key) where phone_key is not null;
create index persons_birth on persons (birth_date, id);

create sequence provisional_person_numbers;

-- Search keys: each pair of a folded surname and a folded given name of a person. A name that can be folded in two
-- ways (î and â) has a row for each. A trigram index over the full names was measured at 84 ms for 3 million persons.
create table person_names (
  surname text collate "C" not null,
  given text collate "C" not null,
  birth_year smallint not null default 0,
  person_id uuid not null references persons on delete cascade,
  primary key (surname, given, birth_year, person_id)
);

create index person_names_given on person_names (given, birth_year, surname, person_id);
create index person_names_surname_year on person_names (surname, birth_year, person_id);
create index person_names_person on person_names (person_id);

-- The few tens of thousands of names that exist, with every form that one deleted letter leaves: two names one typo
-- apart share such a form, so a misspelt name costs a handful of b-tree probes.
create table name_tokens (
  token text collate "C" primary key
);

create index name_tokens_part on name_tokens using gin (token gin_trgm_ops);

create table name_deletions (
  deletion text collate "C" not null,
  token text collate "C" not null,
  primary key (deletion, token)
);

create table person_relations (
  id uuid primary key,
  person_id uuid not null references persons,
  related_id uuid not null references persons,
  -- Code of the classifier of relations: what `related_id` is to `person_id`.
  relation text not null,
  valid_from date,
  valid_to date,
  source text not null default 'manual',
  created_by text not null,
  created_at timestamptz not null default now(),
  unique (person_id, related_id, relation),
  check (person_id <> related_id)
);

create index person_relations_related on person_relations (related_id);

-- A search holds personal data, so its address is an opaque id of its user's, for a day.
create table person_searches (
  id uuid primary key,
  user_id text not null,
  criteria jsonb not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

create index person_searches_expiry on person_searches (expires_at);

create table documents (
  id uuid primary key,
  case_id uuid,
  kind text,
  file_name text not null,
  media_type text not null,
  size bigint not null,
  digest text not null,
  created_by text not null,
  created_at timestamptz not null default now()
);

create index documents_case on documents (case_id, created_at desc) where case_id is not null;

create table document_chunks (
  document_id uuid not null references documents on delete cascade,
  position integer not null,
  bytes bytea not null,
  primary key (document_id, position)
);

alter table document_chunks alter column bytes set storage external;
