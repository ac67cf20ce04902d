-- A step of a case is written by one composed statement (process/embedded/step-statement.ts): the function that took
-- it as JSON spent more time on reading its argument than on writing.
drop function commit_step(jsonb);

-- The next deadline of a case is read from its deadlines (deadlines_case).
alter table cases drop column next_deadline_at;

-- Ends the statement that calls it: what the step was computed from has changed.
create function step_conflict(code text) returns boolean language plpgsql as $$
begin
  raise exception 'what the step was computed from has changed' using errcode = code;
end $$;
