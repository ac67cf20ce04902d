import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { AttachmentReference } from '@esocial/contracts/generated/attachment-reference.ts';
import type { Actor } from '../access/actor.ts';
import type { Audit } from '../audit/audit.ts';
import { requireCase } from '../cases/case-access.ts';
import { documentsOf } from '../cases/document-classes.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import { AppError, NotFoundError } from '../errors/app-error.ts';
import { isId } from '../ids/new-id.ts';
import { createDocumentStore } from './document-store.ts';
import type { StoredDocument } from './document-store.ts';
import { describeContent, sampleBytes, sniffMediaType, storableTypes } from './media-type.ts';
import type { Upload } from './read-upload.ts';

/** The largest document, in bytes. */
export const maximumSize = 20 * 1024 * 1024;

const chunkBytes = 256 * 1024;

export interface DocumentDependencies {
  readonly database: Database;
  readonly audit: Audit;
  readonly definitions: DefinitionReader;
}

/** The case that a document belongs to, and whom that is about. */
interface Place {
  readonly caseId: string | null;
  readonly subjectIds: readonly string[];
}

/** Runs the last step of an upload once for what has been read; gives the reference of the document that was kept. */
export type KeepUpload = (digest: Buffer, finish: () => Promise<AttachmentReference>) => Promise<AttachmentReference>;

export type DocumentService = ReturnType<typeof createDocumentService>;

/** Documents as rows in pieces. Only their case opens them, to who sees the fields they are attached to; before they have one, only who uploaded them. */
export function createDocumentService({ database, audit, definitions }: DocumentDependencies) {
  const store = createDocumentStore(database);

  async function placeOf(actor: Actor, fields: Readonly<Record<string, string>>): Promise<Place> {
    const { caseId, taskId } = fields;
    const id = caseId ?? (taskId === undefined ? undefined : await caseOfTask(taskId));
    return requirePlace(actor, id ?? null, 'case.attach');
  }

  async function requirePlace(actor: Actor, caseId: string | null, action: string): Promise<Place> {
    if (caseId === null) return { caseId, subjectIds: [] };
    const { row } = await requireCase(database, actor, caseId, action);
    return { caseId, subjectIds: row.person_id === null ? [] : [row.person_id] };
  }

  async function caseOfTask(taskId: string): Promise<string> {
    const caseId = isId(taskId) ? await store.findCaseOfTask(taskId) : undefined;
    if (caseId === undefined) throw new NotFoundError('task', taskId);
    return caseId;
  }

  async function storeContent(
    id: string,
    content: Readable,
  ): Promise<{ mediaType: string; size: number; digest: string }> {
    const hash = createHash('sha256');
    let size = 0;
    let mediaType: string | undefined;
    let position = 0;
    for await (const piece of inPieces(content)) {
      mediaType ??= requireStorable(piece);
      size += piece.length;
      if (size > maximumSize) throw tooLarge();
      hash.update(piece);
      await store.append(id, position, piece);
      position += 1;
    }
    return { mediaType: mediaType ?? requireStorable(Buffer.alloc(0)), size, digest: hash.digest('hex') };
  }

  async function requireVisible(actor: Actor, id: string): Promise<{ document: StoredDocument; place: Place }> {
    const document = isId(id) ? await store.find(id) : undefined;
    if (!document) throw new NotFoundError('document', id);
    // Whether somebody else's unattached document exists is nobody's business.
    if (document.caseId === null && document.createdBy !== actor.userId) throw new NotFoundError('document', id);
    const place = await requirePlace(actor, document.caseId, 'case.read');
    if (document.caseId !== null) await requireClass(actor, document, document.caseId);
    return { document, place };
  }

  async function requireClass(actor: Actor, document: StoredDocument, caseId: string): Promise<void> {
    const { decision } = await requireCase(database, actor, caseId, 'case.read');
    const reader = { userId: actor.userId, classes: decision.classes };
    const isVisible = await documentsOf(database, definitions, caseId, reader);
    if (!isVisible(document)) throw new NotFoundError('document', document.id);
  }

  async function* readPieces(id: string): AsyncGenerator<Buffer> {
    for (let position = 0; ; position += 1) {
      const piece = await store.readChunk(id, position);
      if (!piece) return;
      yield piece;
    }
  }

  return {
    /** Stores a file as it comes in; whatever fails, or was stored before under the same key, leaves nothing behind. */
    async upload(actor: Actor, { fileName, fields, content }: Upload, keep: KeepUpload): Promise<AttachmentReference> {
      const place = await placeOf(actor, fields);
      await store.removeUnfinished();
      const id = await store.begin({
        fileName: cleanFileName(fileName),
        caseId: place.caseId,
        createdBy: actor.userId,
      });
      try {
        const stored = await storeContent(id, content);
        const { mediaType, size, digest } = stored;
        const reference = { documentId: id, fileName: cleanFileName(fileName), mediaType, size };
        const finish = async (): Promise<AttachmentReference> => {
          await store.complete(id, stored);
          await audit.record(actor, { verb: 'document.uploaded', objectType: 'document', objectId: id, ...place });
          return reference;
        };
        const whole = createHash('sha256').update(JSON.stringify([digest, reference.fileName, fields]));
        const kept = await keep(whole.digest(), () => database.transaction(finish));
        if (kept.documentId !== id) await store.remove(id);
        return kept;
      } catch (error) {
        await store.remove(id);
        throw error;
      }
    },

    /** The document with its content as a stream; recorded as a read of the case. */
    async open(actor: Actor, id: string): Promise<{ document: StoredDocument; content: Readable }> {
      const { document, place } = await requireVisible(actor, id);
      const entry = { verb: 'document.read', objectType: 'document', objectId: id, ...place };
      await audit.record(actor, entry);
      return { document, content: Readable.from(readPieces(id)) };
    },
  };
}

/** 413, for what is larger than `maximumSize`. */
export function tooLarge(): AppError {
  return new AppError('document_too_large', 413, `A document has at most ${maximumSize} bytes`, { maximumSize });
}

function requireStorable(sample: Buffer): string {
  const mediaType = sniffMediaType(sample.subarray(0, sampleBytes));
  if (mediaType !== undefined) return mediaType;
  const kind = describeContent(sample);
  const accepted = Object.values(storableTypes).join(', ');
  throw new AppError('unsupported_file', 415, `A file of the kind ${kind} cannot be stored`, { kind, accepted });
}

/** Cuts what comes in to pieces of one size. */
async function* inPieces(content: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    length += chunk.length;
    while (length >= chunkBytes) {
      const whole = Buffer.concat(waiting, length);
      yield whole.subarray(0, chunkBytes);
      waiting = [whole.subarray(chunkBytes)];
      length -= chunkBytes;
    }
  }
  if (length > 0) yield Buffer.concat(waiting, length);
}

/** A file name without folders and control characters, as its owner knows it. */
function cleanFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  return base.replace(/\p{C}/gu, '').trim().slice(-200) || 'document';
}
