-- A document is there once its last piece is; what an interrupted upload leaves is removed later.
alter table documents add column completed_at timestamptz;
create index documents_unfinished on documents (created_at) where completed_at is null;
