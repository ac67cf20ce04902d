import type { JsonObject } from '@esocial/form-core/json.ts';
import type { Database } from '../database/database.ts';
import { NotFoundError, PreconditionFailedError } from '../errors/app-error.ts';
import { isId, newId } from '../ids/new-id.ts';

/** A record version with the case it belongs to. */
export interface StoredRecord {
  readonly id: string;
  readonly seriesId: string;
  readonly version: number;
  readonly latestVersion: number;
  readonly caseId: string;
  /** What the case is pinned to. */
  readonly pinSetId: string;
  readonly legalReferenceDate: string;
  readonly formKey: string;
  readonly formVersionId: string;
  readonly taskId: string | null;
  readonly elementId: string | null;
  readonly data: JsonObject;
  readonly submittedAt: Date;
  readonly submittedBy: string;
  readonly reason: string | null;
  readonly notApplied: boolean;
}

export type RecordSummary = Omit<
  StoredRecord,
  'data' | 'latestVersion' | 'caseId' | 'pinSetId' | 'legalReferenceDate' | 'reason' | 'taskId'
>;

const summary = `
  r.id, r.series_id as "seriesId", r.version, r.form_key as "formKey", r.form_version_id as "formVersionId",
  r.element_id as "elementId", r.submitted_at as "submittedAt", r.not_applied as "notApplied",
  coalesce(u.last_name || ' ' || u.first_name, '') as "submittedBy"`;

export type RecordStore = ReturnType<typeof createRecordStore>;

/** Versions of records; they are only ever added. */
export function createRecordStore(database: Database) {
  return {
    async get(id: string): Promise<StoredRecord> {
      const sql = `
        select ${summary}, r.case_id as "caseId", c.pin_set_id as "pinSetId",
          c.legal_reference_date as "legalReferenceDate", r.task_id as "taskId", r.data, r.reason,
          (select max(n.version) from records n where n.series_id = r.series_id) as "latestVersion"
        from records r join cases c on c.id = r.case_id left join users u on u.id = r.submitted_by where r.id = $1`;
      const [row] = isId(id) ? await database.query<StoredRecord>(sql, [id]) : [];
      if (!row) throw new NotFoundError('record', id);
      return row;
    },

    listByCase(caseId: string): Promise<RecordSummary[]> {
      return database.query<RecordSummary>(
        `select ${summary} from records r left join users u on u.id = r.submitted_by
         where r.case_id = $1 order by r.series_id, r.version desc`,
        [caseId],
      );
    },

    /** Adds the next version of a record. Throws PreconditionFailedError when there is one already. */
    async insertCorrection(
      record: StoredRecord,
      correction: { data: JsonObject; reason: string; userId: string; at: Date },
    ): Promise<{ id: string; version: number }> {
      const [id, version] = [newId(), record.version + 1];
      const rows = await database.query(
        `insert into records (id, series_id, version, case_id, form_key, form_version_id, task_id, element_id, data,
           submitted_by, submitted_at, reason)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (series_id, version) do nothing returning id`,
        [
          ...[id, record.seriesId, version, record.caseId, record.formKey, record.formVersionId, record.taskId],
          ...[record.elementId, JSON.stringify(correction.data), correction.userId, correction.at, correction.reason],
        ],
      );
      if (rows.length === 0) throw staleRecord(record);
      return { id, version };
    },

    /** Documents that a record names belong to its case from then on. */
    async attachDocuments(ids: readonly string[], caseId: string): Promise<void> {
      if (ids.length === 0) return;
      await database.query('update documents set case_id = $2 where id = any($1) and case_id is null', [ids, caseId]);
    },
  };
}

export function staleRecord({
  seriesId,
  version,
}: Pick<StoredRecord, 'seriesId' | 'version'>): PreconditionFailedError {
  return new PreconditionFailedError(`The record ${seriesId} has a newer version than ${version}`);
}
