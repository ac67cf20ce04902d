import type { Json } from '@esocial/process-core/types.ts';
import type { Database } from '../database/database.ts';
import type { CaseEventRow } from '../process/step-writes.ts';

export interface NewCaseEvent extends CaseEventRow {
  readonly caseId: string;
  readonly at: Date;
  readonly actorId: string | null;
}

const insert = `
  insert into case_events (case_id, at, kind, event, actor_id, task_id, record_id, document_id, params)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** Adds to the timeline of a case, in the current unit of work. */
export async function insertCaseEvent(database: Database, event: NewCaseEvent): Promise<void> {
  const {
    caseId,
    at,
    kind,
    event: name,
    actorId,
    task_id: taskId,
    record_id: recordId,
    document_id: documentId,
    params,
  } = event;
  const json = (value: Json | undefined): string | null => (value === undefined ? null : JSON.stringify(value));
  await database.query(insert, [
    caseId,
    at,
    kind,
    name,
    actorId,
    taskId ?? null,
    recordId ?? null,
    documentId ?? null,
    json(params),
  ]);
}
