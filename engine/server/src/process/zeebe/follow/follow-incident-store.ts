import type { Database } from '../../../database/database.ts';

export interface FollowIncident {
  readonly id: string;
  readonly caseId: string;
  readonly elementId: string;
  readonly message: string;
}

/** What the broker did could not be written down: the case is halted until the incident is tried again. */
export async function raiseFollowIncident(database: Database, incident: FollowIncident): Promise<void> {
  await database.query(
    `with raised as (
       insert into incidents (id, instance_id, case_id, element_id, kind, message, raised_at)
       select $1, root.id, $2, $3, 'UNKNOWN', $4, now() from process_instances root
       where root.case_id = $2 and root.parent_instance_id is null
         and not exists (select from zeebe_follow_incidents x join incidents i on i.id = x.incident_id
           where x.case_id = $2 and i.resolved_at is null)
       limit 1 returning id, case_id, element_id),
     noted as (insert into zeebe_follow_incidents (incident_id, case_id) select id, case_id from raised)
     insert into case_events (case_id, at, kind, event, params)
     select case_id, now(), 'process', 'incident.raised', jsonb_build_object('elementId', element_id, 'kind', 'UNKNOWN')
     from raised`,
    [incident.id, incident.caseId, incident.elementId, incident.message.slice(0, 2000)],
  );
}

/** The case that this open incident halts; undefined for every other incident. */
export async function findHaltedCase(database: Database, incidentId: string): Promise<string | undefined> {
  const [row] = await database.query<{ caseId: string }>(
    `select x.case_id as "caseId" from zeebe_follow_incidents x join incidents i on i.id = x.incident_id
     where x.incident_id = $1 and i.resolved_at is null`,
    [incidentId],
  );
  return row?.caseId;
}

export async function resolveFollowIncident(database: Database, incidentId: string, actorId: string | null) {
  await database.query('update incidents set resolved_at = now(), resolved_by = $2 where id = $1', [
    incidentId,
    actorId,
  ]);
}
