-- What could only be done late, after the system had stood still, is told to each person once: all notices of one
-- batch (the hour in which it was made up for) are folded into one.
alter table notifications add column batch text;
alter table notifications add column folded integer not null default 1;

create unique index notifications_batch on notifications (user_id, batch) where batch is not null;

-- Counts by status without a look at the instances themselves.
create index process_instances_status on process_instances (workflow_version_id, status);
