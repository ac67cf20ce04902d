import type { CaseTimeline } from '@esocial/contracts/generated/api-cases-timeline.ts';
import type { CaseTimelineQuery } from '@esocial/contracts/generated/api-cases-timeline-query.ts';
import type { FieldClass } from '../access/actor.ts';
import type { Database } from '../database/database.ts';
import { decodeIdCursor, encodeCursor } from '../ids/keyset-cursor.ts';

interface EventRow {
  id: number;
  at: Date;
  kind: CaseTimeline['items'][number]['kind'];
  event: string;
  actor_id: string | null;
  actor_name: string | null;
  task_id: string | null;
  record_id: string | null;
  document_id: string | null;
  params: Record<string, unknown> | null;
}

/** What an event says besides is about a person, as a field without a class is: reasons, outcomes of decisions. */
const impersonal = new Set([
  ...['elementId', 'kind', 'name', 'stage', 'userId', 'formKey', 'version', 'workflow', 'by', 'from', 'to', 'rule'],
  ...['decisionId', 'activated', 'terminated'],
]);

/** What happened to a case, the newest first, as far as somebody sees who sees these classes. */
export async function listTimeline(
  database: Database,
  caseId: string,
  { kind, cursor, limit = '50' }: CaseTimelineQuery,
  classes: readonly FieldClass[],
): Promise<CaseTimeline> {
  const size = Math.min(Math.max(Number(limit), 1), 100);
  const before = cursor ? Number(decodeIdCursor(cursor, (id) => /^\d{1,15}$/.test(id))) : null;
  const rows = await database.query<EventRow>(
    `select e.id, e.at, e.kind, e.event, e.actor_id, u.last_name || ' ' || u.first_name as actor_name, e.task_id, e.record_id,
       e.document_id, e.params
     from case_events e left join users u on u.id = e.actor_id
     where e.case_id = $1 and ($2::text is null or e.kind = $2) and ($3::bigint is null or e.id < $3)
     order by e.id desc limit $4`,
    [caseId, kind ?? null, before, size + 1],
  );
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return {
    items: page.map((row) => present(row, classes.includes('personal'))),
    nextCursor: last ? encodeCursor(String(last.id)) : null,
  };
}

function present(row: EventRow, personal: boolean): CaseTimeline['items'][number] {
  return {
    id: String(row.id),
    at: row.at.toISOString(),
    kind: row.kind,
    event: row.event,
    ...(row.actor_id ? { actor: { id: row.actor_id, displayName: row.actor_name ?? '' } } : {}),
    params: Object.fromEntries(Object.entries(row.params ?? {}).filter(([name]) => personal || impersonal.has(name))),
    ...(row.task_id ? { taskId: row.task_id } : {}),
    ...(row.record_id ? { recordId: row.record_id } : {}),
    ...(row.document_id ? { documentId: row.document_id } : {}),
  };
}
