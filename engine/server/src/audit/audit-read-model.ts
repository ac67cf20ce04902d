import type { AuditEventItem, AuditEventList } from '@esocial/contracts/generated/api-audit-events-list.ts';
import type { AuditEventQuery } from '@esocial/contracts/generated/api-audit-events-query.ts';
import type { Database } from '../database/database.ts';

const list = `
  select a.id, a.at, jsonb_build_object('id', a.actor_id, 'displayName', coalesce(u.last_name || ' ' || u.first_name, a.actor_id)) as actor,
    a.session_id as "sessionId", a.verb, a.object_type as "objectType", a.object_id as "objectId", a.case_id as "caseId",
    a.subject_ids as "subjectIds", a.fields, a.legal_basis as "legalBasis", a.reason, a.trace_id as "traceId"
  from audit_events a left join users u on u.id::text = a.actor_id
  where ($1::bigint is null or a.id < $1)
    and ($2::text is null or a.actor_id = $2)
    and ($3::uuid is null or a.subject_ids @> array[$3::uuid])
    and ($4::uuid is null or a.case_id = $4)
    and ($5::text is null or a.verb = $5)
    and ($6::text is null or a.object_type = $6)
    and ($7::timestamptz is null or a.at >= $7)
    and ($8::timestamptz is null or a.at < $8)
  order by a.id desc limit $9`;

export function createAuditReadModel(database: Database) {
  return {
    /** Audit rows, newest first. */
    async list(query: AuditEventQuery): Promise<AuditEventList> {
      const { cursor, actor, subject, case: caseId, verb, objectType, from, to, limit = 50 } = query;
      const filter = [cursor, actor, subject, caseId, verb, objectType, from, to].map((value) => value ?? null);
      const items = await database.query<AuditEventItem>(list, [...filter, limit + 1]);
      const page = items.slice(0, limit);
      return { items: page, nextCursor: items.length > limit ? String(page.at(-1)?.id) : null };
    },
  };
}

export type AuditReadModel = ReturnType<typeof createAuditReadModel>;
