import type { CaseDocuments } from '@esocial/contracts/generated/api-cases-documents.ts';
import type { CaseNote } from '@esocial/contracts/generated/api-cases-note.ts';
import type { CaseNotes } from '@esocial/contracts/generated/api-cases-notes.ts';
import type { StartDraft } from '@esocial/contracts/generated/api-cases-start-draft.ts';
import type { Actor } from '../access/actor.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import { AppError, PreconditionFailedError } from '../errors/app-error.ts';
import type { LiveEvent } from '../events/live-events.ts';
import { newId } from '../ids/new-id.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import { requireCase } from './case-access.ts';
import { insertCaseEvent } from './case-events.ts';
import { documentsOf } from './document-classes.ts';

export interface CaseServiceDependencies {
  readonly database: Database;
  readonly audit: Audit;
  readonly notifications: NotificationService;
  readonly clock: Clock;
  readonly definitions: DefinitionReader;
}

type Tell = (event: LiveEvent) => void;

export interface CaseService {
  addNote(actor: Actor, caseId: string, text: string, tell: Tell): Promise<CaseNote>;
  listNotes(actor: Actor, caseId: string): Promise<CaseNotes>;
  /** Makes a colleague of the case's office its manager, or nobody; `version` is the one that was read. */
  assignManager(
    actor: Actor,
    caseId: string,
    to: { userId: string | null; reason?: string | undefined },
    version: number | undefined,
    tell: Tell,
  ): Promise<void>;
  listDocuments(actor: Actor, caseId: string): Promise<CaseDocuments>;
  /** Undefined when the actor has typed nothing. */
  findStartDraft(actor: Actor, workflow: string): Promise<StartDraft | undefined>;
  saveStartDraft(actor: Actor, workflow: string, data: StartDraft['data']): Promise<StartDraft>;
  removeStartDraft(actor: Actor, workflow: string): Promise<void>;
}

interface NoteRow {
  id: string;
  text: string;
  author_id: string;
  author_name: string;
  created_at: Date;
}

export function createCaseService(dependencies: CaseServiceDependencies): CaseService {
  const { database, audit, notifications, clock, definitions } = dependencies;
  const readAudit = (actor: Actor, verb: string, caseId: string, personId: string | null): Promise<void> =>
    audit.record(actor, { verb, objectType: 'case', objectId: caseId, caseId, subjectIds: personId ? [personId] : [] });

  const draftAudit = (actor: Actor, verb: string, workflow: string, data: StartDraft['data']): Promise<void> =>
    audit.record(actor, { verb, objectType: 'workflow', objectId: workflow, fields: Object.keys(data) });

  return {
    async addNote(actor, caseId, text, tell) {
      const { row } = await requireCase(database, actor, caseId, 'case.note');
      const note = {
        id: newId(),
        text,
        author: { id: actor.userId, displayName: actor.displayName },
        createdAt: clock.now().toISOString(),
      };
      await database.query(
        'insert into case_notes (id, case_id, author_id, text, created_at) values ($1, $2, $3, $4, $5)',
        [note.id, caseId, actor.userId, text, note.createdAt],
      );
      await insertCaseEvent(database, {
        caseId,
        at: clock.now(),
        actorId: actor.userId,
        kind: 'note',
        event: 'note.added',
      });
      await readAudit(actor, 'note.added', caseId, row.person_id);
      tell({ type: 'case.changed', caseId, institutionId: row.institution_id });
      return note;
    },

    async listNotes(actor, caseId) {
      const { row } = await requireCase(database, actor, caseId, 'case.read');
      const rows = await database.query<NoteRow>(
        `select n.id, n.text, n.author_id, u.last_name || ' ' || u.first_name as author_name, n.created_at
         from case_notes n join users u on u.id = n.author_id where n.case_id = $1 order by n.id desc limit 500`,
        [caseId],
      );
      await readAudit(actor, 'note.listed', caseId, row.person_id);
      const items = rows.map((note) => ({
        id: note.id,
        text: note.text,
        author: { id: note.author_id, displayName: note.author_name },
        createdAt: note.created_at.toISOString(),
      }));
      return { items, nextCursor: null };
    },

    async assignManager(actor, caseId, { userId, reason }, version, tell) {
      const { row } = await requireCase(database, actor, caseId, 'case.manage');
      if (userId) await requireColleague(database, userId, row.institution_id);
      const updated = await database.query(
        'update cases set manager_id = $2, version = version + 1 where id = $1 and version = coalesce($3::bigint, version) returning id',
        [caseId, userId, version ?? null],
      );
      if (updated.length === 0)
        throw new PreconditionFailedError(`The case ${caseId} is no longer at version ${version}`);
      await database.query(
        `update tasks set follower_id = coalesce($2::uuid, $3::uuid) where case_id = $1 and state = 'open'`,
        [caseId, userId, row.opened_by],
      );
      await insertCaseEvent(database, {
        caseId,
        at: clock.now(),
        actorId: actor.userId,
        kind: 'case',
        event: 'manager.assigned',
        params: { userId, reason: reason ?? null },
      });
      await audit.record(actor, {
        verb: 'case.manager-assigned',
        objectType: 'case',
        objectId: caseId,
        caseId,
        subjectIds: row.person_id ? [row.person_id] : [],
        ...(reason ? { reason } : {}),
      });
      if (userId && userId !== actor.userId) await notifications.notify([userId], { kind: 'case.managed', caseId });
      tell({ type: 'case.changed', caseId, institutionId: row.institution_id });
    },

    async listDocuments(actor, caseId) {
      const { row, decision } = await requireCase(database, actor, caseId, 'case.read');
      const isVisible = await documentsOf(database, definitions, caseId, {
        userId: actor.userId,
        classes: decision.classes,
      });
      const rows = await database.query<{
        id: string;
        uploader: string;
        file_name: string;
        media_type: string;
        size: number;
        kind: string | null;
        created_at: Date;
        created_by: string;
      }>(
        `select d.id, d.created_by as uploader, d.file_name, d.media_type, d.size, d.kind, d.created_at, coalesce(u.last_name || ' ' || u.first_name, '') as created_by
         from documents d left join users u on u.id::text = d.created_by where d.case_id = $1 and d.completed_at is not null
         order by d.created_at desc`,
        [caseId],
      );
      await readAudit(actor, 'document.listed', caseId, row.person_id);
      const shown = rows.filter(({ id, uploader }) => isVisible({ id, createdBy: uploader }));
      const items = shown.map(({ id, file_name, media_type, size, kind, created_at, created_by }) => ({
        id,
        fileName: file_name,
        mediaType: media_type,
        size,
        ...(kind ? { kind } : {}),
        createdAt: created_at.toISOString(),
        createdBy: created_by,
      }));
      return { items };
    },

    async findStartDraft(actor, workflow) {
      const [row] = await database.query<{ data: StartDraft['data']; version: number; updated_at: Date }>(
        'select data, version, updated_at from start_drafts where user_id = $1 and workflow_key = $2',
        [actor.userId, workflow],
      );
      if (!row) return undefined;
      await draftAudit(actor, 'start-draft.read', workflow, row.data);
      return { data: row.data, version: row.version, updatedAt: row.updated_at.toISOString() };
    },

    async saveStartDraft(actor, workflow, data) {
      const now = clock.now();
      const [row] = await database.query<{ version: number }>(
        `insert into start_drafts as d (user_id, workflow_key, data, version, updated_at) values ($1, $2, $3, 1, $4)
         on conflict (user_id, workflow_key) do update set data = excluded.data, version = d.version + 1, updated_at = excluded.updated_at
         returning version`,
        [actor.userId, workflow, JSON.stringify(data), now],
      );
      await draftAudit(actor, 'start-draft.saved', workflow, data);
      return { data, version: row?.version ?? 1, updatedAt: now.toISOString() };
    },

    async removeStartDraft(actor, workflow) {
      const [removed] = await database.query<{ data: StartDraft['data'] }>(
        'delete from start_drafts where user_id = $1 and workflow_key = $2 returning data',
        [actor.userId, workflow],
      );
      if (removed) await draftAudit(actor, 'start-draft.removed', workflow, removed.data);
    },
  };
}

async function requireColleague(database: Database, userId: string, institutionId: string): Promise<void> {
  const rows = await database.query('select id from users where id = $1 and active and institution_id = $2', [
    userId,
    institutionId,
  ]);
  if (rows.length === 0)
    throw new AppError('user_not_eligible', 422, `The user ${userId} does not work at the case's office`);
}
