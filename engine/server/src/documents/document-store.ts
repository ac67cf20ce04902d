import type { Database } from '../database/database.ts';
import { newId } from '../ids/new-id.ts';

export interface StoredDocument {
  readonly id: string;
  readonly caseId: string | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly createdBy: string;
}

interface DocumentRow {
  id: string;
  case_id: string | null;
  file_name: string;
  media_type: string;
  size: number;
  created_by: string;
}

/** Rows of documents and their pieces. An upload writes piece by piece, so a slow line holds no transaction. */
export function createDocumentStore(database: Database) {
  return {
    /** A document without content yet; nobody sees it before `complete`. */
    async begin(document: { fileName: string; caseId: string | null; createdBy: string }): Promise<string> {
      const id = newId();
      await database.query(
        `insert into documents (id, case_id, file_name, media_type, size, digest, created_by)
         values ($1, $2, $3, 'application/octet-stream', 0, '', $4)`,
        [id, document.caseId, document.fileName, document.createdBy],
      );
      return id;
    },

    async append(id: string, position: number, bytes: Buffer): Promise<void> {
      await database.query('insert into document_chunks (document_id, position, bytes) values ($1, $2, $3)', [
        id,
        position,
        bytes,
      ]);
    },

    async complete(id: string, content: { mediaType: string; size: number; digest: string }): Promise<void> {
      await database.query(
        'update documents set media_type = $2, size = $3, digest = $4, completed_at = now() where id = $1',
        [id, content.mediaType, content.size, content.digest],
      );
    },

    async remove(id: string): Promise<void> {
      await database.query('delete from documents where id = $1 and completed_at is null', [id]);
    },

    /** Removes what interrupted uploads have left behind for more than a day. */
    async removeUnfinished(): Promise<void> {
      await database.query(
        `delete from documents where completed_at is null and created_at < now() - interval '1 day'`,
      );
    },

    async find(id: string): Promise<StoredDocument | undefined> {
      const rows = await database.query<DocumentRow>(
        'select id, case_id, file_name, media_type, size, created_by from documents where id = $1 and completed_at is not null',
        [id],
      );
      return rows[0] && toDocument(rows[0]);
    },

    async readChunk(id: string, position: number): Promise<Buffer | undefined> {
      const sql = 'select bytes from document_chunks where document_id = $1 and position = $2';
      return (await database.query<{ bytes: Buffer }>(sql, [id, position]))[0]?.bytes;
    },

    async findCaseOfTask(taskId: string): Promise<string | undefined> {
      return (await database.query<{ case_id: string }>('select case_id from tasks where id = $1', [taskId]))[0]
        ?.case_id;
    },
  };
}

export type DocumentStore = ReturnType<typeof createDocumentStore>;

function toDocument(row: DocumentRow): StoredDocument {
  return {
    ...{ id: row.id, caseId: row.case_id, size: row.size },
    fileName: row.file_name,
    mediaType: row.media_type,
    createdBy: row.created_by,
  };
}
