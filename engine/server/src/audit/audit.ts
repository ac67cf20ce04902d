import type { Actor } from '../access/actor.ts';
import { isSystem } from '../access/actor.ts';
import type { Database } from '../database/database.ts';
import { currentTraceId } from '../ids/request-context.ts';

/** What was done, to what, about whom. Names of fields, never their values. */
export interface AuditEntry {
  /** For example `task.claimed`, `person.read`. */
  readonly verb: string;
  readonly objectType: string;
  readonly objectId?: string | null;
  readonly caseId?: string | null;
  /** The persons whose data it was. */
  readonly subjectIds?: readonly string[];
  readonly fields?: readonly string[];
  readonly legalBasis?: string;
  readonly reason?: string;
}

/** A row of audit_events as data, for statements that write it together with other rows. */
export interface AuditRow {
  readonly actor_id: string;
  readonly session_id: string | null;
  readonly verb: string;
  readonly object_type: string;
  readonly object_id: string | null;
  readonly case_id: string | null;
  readonly subject_ids: readonly string[];
  readonly fields: readonly string[];
  readonly legal_basis: string | null;
  readonly reason: string | null;
  readonly trace_id: string | null;
}

export function auditRow(actor: Actor, entry: AuditEntry): AuditRow {
  return {
    actor_id: actor.userId,
    session_id: isSystem(actor) ? null : actor.sessionId,
    verb: entry.verb,
    object_type: entry.objectType,
    object_id: entry.objectId ?? null,
    case_id: entry.caseId ?? null,
    subject_ids: entry.subjectIds ?? [],
    fields: entry.fields ?? [],
    legal_basis: entry.legalBasis ?? null,
    reason: entry.reason ?? null,
    trace_id: currentTraceId() ?? null,
  };
}

export interface Audit {
  /** Writes one row in the current unit of work. When it cannot be written the caller's work fails: no log, no data. */
  record(actor: Actor, entry: AuditEntry): Promise<void>;
}

const insert = `
  insert into audit_events
    (actor_id, session_id, verb, object_type, object_id, case_id, subject_ids, fields, legal_basis, reason, trace_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

export function createAudit(database: Database): Audit {
  return {
    async record(actor, entry) {
      await database.query(insert, Object.values(auditRow(actor, entry)));
    },
  };
}
