-- Writes everything that one step of a case brings, in one statement and so in one transaction: the documented
-- exception to "a store owns its tables" (ADR 0012). `step` is the StepWrites of process/step-writes.ts; a key
-- that is absent has nothing to write.
--
-- Raises ES001 when a process instance has moved on, ES002 when the task is no longer open for its assignee, ES003
-- when the timer, job, message or subscription that the step carries out is gone. Nothing is written then.
--
-- There is no NOTIFY in here: it takes a lock of the whole database until the commit is on disk, so that commits
-- would queue one behind the other. The server notifies after the commit (process/step-notifier.ts).
create function commit_step(step jsonb) returns jsonb language plpgsql as $$
declare
  moment constant timestamptz := (step->>'now')::timestamptz;
  step_case constant uuid := (step->>'caseId')::uuid;
  given_number text;
  expected integer;
  changed integer;
begin
  if step ? 'idempotency' then
    insert into idempotency_keys (user_id, route, key, body_digest, status, response, created_at)
    select k.user_id, k.route, k.key, decode(k.body_digest, 'hex'), k.status, k.response, moment
    from jsonb_to_record(step->'idempotency')
      as k(user_id uuid, route text, key text, body_digest text, status integer, response jsonb);
  end if;

  if step ? 'openCase' then
    insert into case_numbers as n (prefix, place, year, last)
    select c.prefix, c.place, c.year, 1
    from jsonb_to_record(step->'openCase') as c(prefix text, place text, year smallint)
    on conflict (prefix, place, year) do update set last = n.last + 1
    returning prefix || '-' || place || '-' || year || '-' || lpad(last::text, greatest(6, length(last::text)), '0')
      into given_number;

    insert into cases (id, number, workflow_key, workflow_version_id, pin_set_id, legal_reference_date, stage,
      person_id, manager_id, opened_by, institution_id, team_id, territory_id, opened_at, search)
    select step_case, given_number, c.workflow_key, c.workflow_version_id, c.pin_set_id, c.legal_reference_date, c.stage,
      c.person_id, c.manager_id, c.opened_by, c.institution_id, c.team_id, c.territory_id, moment,
      lower(given_number) || ' ' || c.search
    from jsonb_to_record(step->'openCase') as c(workflow_key text, workflow_version_id uuid, pin_set_id uuid,
      legal_reference_date date, stage text, person_id uuid, manager_id uuid, opened_by uuid, institution_id uuid,
      team_id uuid, territory_id uuid, search text);

    update idempotency_keys k set response = jsonb_set(k.response, '{body,number}', to_jsonb(given_number))
    where k.user_id = (step#>>'{idempotency,user_id}')::uuid and k.route = step#>>'{idempotency,route}'
      and k.key = step#>>'{idempotency,key}';
  end if;

  if step ? 'instances' then
    insert into process_instances (id, case_id, workflow_version_id, process_id, parent_instance_id,
      parent_element_instance_id, status, state, version, started_at, ended_at)
    select i.id, step_case, i.workflow_version_id, i.process_id, i.parent_instance_id, i.parent_element_instance_id,
      i.status, i.state, 1, moment, i.ended_at
    from jsonb_to_recordset(step->'instances') as i(id uuid, version integer, workflow_version_id uuid,
      process_id text, parent_instance_id uuid, parent_element_instance_id uuid, status text, state jsonb,
      ended_at timestamptz)
    where i.version = 0;

    get diagnostics changed = row_count;
    expected := jsonb_array_length(step->'instances') - changed;
    if expected > 0 then
      update process_instances p
      set state = i.state, status = i.status, ended_at = i.ended_at, version = p.version + 1
      from jsonb_to_recordset(step->'instances') as i(id uuid, version integer, status text, state jsonb, ended_at timestamptz)
      where p.id = i.id and p.version = i.version;
      get diagnostics changed = row_count;
      if changed <> expected then
        raise exception 'a process instance of case % has moved on', step_case using errcode = 'ES001';
      end if;
    end if;

    insert into process_steps (instance_id, version, at, command, actor_id, changes)
    select i.id, i.version + 1, moment, i.command, (step->>'actorId')::uuid, i.changes
    from jsonb_to_recordset(step->'instances') as i(id uuid, version integer, command text, changes jsonb);
  end if;

  if step ? 'completedTask' then
    update tasks t
    set state = 'completed', completed_at = moment, completed_by = c.assignee_id, version = t.version + 1
    from jsonb_to_record(step->'completedTask') as c(id uuid, assignee_id uuid)
    where t.id = c.id and t.state = 'open' and t.assignee_id = c.assignee_id;
    if not found then
      raise exception 'task % is not open for its assignee', step#>>'{completedTask,id}' using errcode = 'ES002';
    end if;
    update deadlines d
    set state = case when d.due_at >= moment then 'met' else 'missed' end, ended_at = moment, next_alert_at = null
    where d.task_id = (step#>>'{completedTask,id}')::uuid and d.ended_at is null;
    delete from drafts where task_id = (step#>>'{completedTask,id}')::uuid;
  end if;

  if step ? 'withdrawnTasks' then
    update tasks set state = 'withdrawn', version = version + 1
    where id in (select w::uuid from jsonb_array_elements_text(step->'withdrawnTasks') w) and state = 'open';
    update deadlines set state = 'cancelled', ended_at = moment, next_alert_at = null
    where task_id in (select w::uuid from jsonb_array_elements_text(step->'withdrawnTasks') w) and ended_at is null;
  end if;

  if step ? 'consumed' then
    case step#>>'{consumed,kind}'
      when 'timer' then delete from process_timers where id = (step#>>'{consumed,id}')::uuid;
      when 'job' then delete from process_jobs where id = (step#>>'{consumed,id}')::uuid;
      when 'message' then
        update messages m set correlated_processes = m.correlated_processes || (step#>>'{consumed,processId}')
        where m.id = (step#>>'{consumed,id}')::uuid
          and not m.correlated_processes @> array[step#>>'{consumed,processId}']
          and exists (select from message_subscriptions s where s.id = (step#>>'{consumed,subscriptionId}')::uuid);
      when 'incident' then
        update incidents set resolved_at = moment, resolved_by = (step->>'actorId')::uuid
        where id = (step#>>'{consumed,id}')::uuid and resolved_at is null;
    end case;
    if not found then
      raise exception '% % is gone', step#>>'{consumed,kind}', step#>>'{consumed,id}' using errcode = 'ES003';
    end if;
  end if;

  if step ? 'removedTimers' then
    delete from process_timers where id in (select r::uuid from jsonb_array_elements_text(step->'removedTimers') r);
  end if;
  if step ? 'removedJobs' then
    delete from process_jobs where id in (select r::uuid from jsonb_array_elements_text(step->'removedJobs') r);
  end if;
  if step ? 'removedSubscriptions' then
    delete from message_subscriptions
    where id in (select r::uuid from jsonb_array_elements_text(step->'removedSubscriptions') r);
  end if;
  if step ? 'resolvedIncidents' then
    update incidents set resolved_at = moment, resolved_by = (step->>'actorId')::uuid
    where id in (select r::uuid from jsonb_array_elements_text(step->'resolvedIncidents') r) and resolved_at is null;
  end if;

  if step ? 'queues' then
    insert into queues (id, roles, institution_id, team_id)
    select q.id, q.roles, q.institution_id, q.team_id
    from jsonb_to_recordset(step->'queues') as q(id uuid, roles text[], institution_id uuid, team_id uuid)
    on conflict (id) do nothing;
  end if;

  if step ? 'tasks' then
    insert into tasks (id, case_id, instance_id, element_id, name, form_key, form_version_id, queue_id, assignee_id,
      priority, due_at, at_risk_at, created_at, claimed_at, workflow_key, workflow_version_id, stage, case_number,
      person_id, person_name, person_birth_date, institution_id, team_id, territory_id, follower_id, return_note,
      continues_record)
    select t.id, step_case, t.instance_id, t.element_id, t.name, t.form_key, t.form_version_id, t.queue_id,
      t.assignee_id, t.priority, coalesce(t.due_at, 'infinity'), coalesce(t.at_risk_at, 'infinity'), moment,
      case when t.assignee_id is not null then moment end, t.workflow_key, t.workflow_version_id, t.stage,
      coalesce(t.case_number, given_number), t.person_id, t.person_name, t.person_birth_date, t.institution_id,
      t.team_id, t.territory_id, t.follower_id, t.return_note,
      t.continues_record
    from jsonb_to_recordset(step->'tasks') as t(id uuid, instance_id uuid, element_id text, name text, form_key text,
      form_version_id uuid, queue_id uuid, assignee_id uuid, priority smallint, due_at timestamptz,
      at_risk_at timestamptz, workflow_key text, workflow_version_id uuid, stage text, case_number text,
      person_id uuid, person_name text, person_birth_date date, institution_id uuid, team_id uuid,
      territory_id uuid, follower_id uuid, return_note text,
      continues_record boolean);
  end if;

  if step ? 'deadlines' then
    insert into deadlines (id, case_id, task_id, rule_version_id, started_at, due_at, at_risk_at, state, next_alert_at,
      explanation)
    select d.id, step_case, d.task_id, d.rule_version_id, moment, d.due_at, d.at_risk_at, 'running', d.next_alert_at,
      d.explanation
    from jsonb_to_recordset(step->'deadlines') as d(id uuid, task_id uuid, rule_version_id uuid, due_at timestamptz,
      at_risk_at timestamptz, next_alert_at timestamptz, explanation jsonb);
  end if;

  if step ? 'timers' then
    insert into process_timers (id, instance_id, case_id, element_id, due_at)
    select t.id, t.instance_id, step_case, t.element_id, t.due_at
    from jsonb_to_recordset(step->'timers') as t(id uuid, instance_id uuid, element_id text, due_at timestamptz);
  end if;
  if step ? 'jobs' then
    insert into process_jobs (id, instance_id, case_id, element_id, job_type, headers, variables, retries, due_at)
    select j.id, j.instance_id, step_case, j.element_id, j.job_type, j.headers, j.variables, j.retries, j.due_at
    from jsonb_to_recordset(step->'jobs') as j(id uuid, instance_id uuid, element_id text, job_type text,
      headers jsonb, variables jsonb, retries smallint, due_at timestamptz);
  end if;
  if step ? 'subscriptions' then
    insert into message_subscriptions (id, instance_id, case_id, process_id, element_id, message_name, correlation_key)
    select s.id, s.instance_id, step_case, s.process_id, s.element_id, s.message_name, s.correlation_key
    from jsonb_to_recordset(step->'subscriptions') as s(id uuid, instance_id uuid, process_id text, element_id text,
      message_name text, correlation_key text);
  end if;
  if step ? 'incidents' then
    insert into incidents (id, instance_id, case_id, element_id, kind, message, raised_at)
    select i.id, i.instance_id, step_case, i.element_id, i.kind, i.message, moment
    from jsonb_to_recordset(step->'incidents') as i(id uuid, instance_id uuid, element_id text, kind text, message text);
  end if;

  if step ? 'records' then
    insert into records (id, series_id, version, case_id, form_key, form_version_id, task_id, element_id, data,
      submitted_by, submitted_at)
    select r.id, r.series_id, r.version, step_case, r.form_key, r.form_version_id, r.task_id, r.element_id, r.data,
      r.submitted_by, moment
    from jsonb_to_recordset(step->'records') as r(id uuid, series_id uuid, version integer, form_key text,
      form_version_id uuid, task_id uuid, element_id text, data jsonb, submitted_by uuid);
  end if;
  if step ? 'documents' then
    update documents set case_id = step_case
    where id in (select r::uuid from jsonb_array_elements_text(step->'documents') r) and case_id is null;
  end if;

  if step ? 'case' or step ? 'deadlines' or step ? 'completedTask' or step ? 'withdrawnTasks' then
    update cases c
    set stage = coalesce(s.stage, c.stage), status = coalesce(s.status, c.status),
      outcome = coalesce(s.outcome, c.outcome), manager_id = coalesce(s.manager_id, c.manager_id),
      closed_at = coalesce(s.closed_at, c.closed_at), next_deadline_at = n.due_at
    from jsonb_to_record(coalesce(step->'case', '{}')) as s(stage text, status text, outcome text, manager_id uuid,
        closed_at timestamptz),
      (select min(d.due_at) as due_at from deadlines d where d.case_id = step_case and d.ended_at is null) n
    where c.id = step_case
      and (c.next_deadline_at is distinct from n.due_at or c.stage is distinct from coalesce(s.stage, c.stage)
        or s.status is not null or s.outcome is not null or s.manager_id is not null);
    if step#>'{case,manager_id}' is not null then
      update tasks set follower_id = (step#>>'{case,manager_id}')::uuid where case_id = step_case and state = 'open';
    end if;
  end if;

  if step ? 'events' then
    insert into case_events (case_id, at, kind, event, actor_id, task_id, record_id, document_id, params)
    select step_case, moment, e.kind, e.event, (step->>'actorId')::uuid, e.task_id, e.record_id, e.document_id, e.params
    from jsonb_to_recordset(step->'events') as e(kind text, event text, task_id uuid, record_id uuid,
      document_id uuid, params jsonb);
  end if;
  if step ? 'notifications' then
    insert into notifications (id, user_id, kind, params, case_id, task_id, created_at)
    select n.id, n.user_id, n.kind, n.params, step_case, n.task_id, moment
    from jsonb_to_recordset(step->'notifications') as n(id uuid, user_id uuid, kind text, params jsonb, task_id uuid);
  end if;
  if step ? 'outbox' then
    insert into outbox (topic, payload)
    select o.topic, o.payload from jsonb_to_recordset(step->'outbox') as o(topic text, payload jsonb);
  end if;
  if step ? 'audit' then
    insert into audit_events (at, actor_id, session_id, verb, object_type, object_id, case_id, subject_ids, fields,
      legal_basis, reason, trace_id)
    select moment, a.actor_id, a.session_id, a.verb, a.object_type, a.object_id, step_case, a.subject_ids, a.fields,
      a.legal_basis, a.reason, a.trace_id
    from jsonb_to_recordset(step->'audit') as a(actor_id text, session_id uuid, verb text, object_type text,
      object_id text, subject_ids uuid[], fields text[], legal_basis text, reason text, trace_id text);
  end if;

  return jsonb_build_object('caseNumber', given_number);
end $$;
