import type { MessagePublishRequest } from '@esocial/contracts/generated/api-messages-publish-request.ts';
import type { Variables } from '@esocial/process-core/types.ts';
import type { Actor } from '../access/actor.ts';
import { requireAccess } from '../access/decide.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { ConflictError } from '../errors/app-error.ts';
import { newId } from '../ids/new-id.ts';
import type { ProcessEngine } from '../process/process-engine.ts';
import { requireCase } from './case-access.ts';
import type { CaseAccessRow } from './case-access.ts';
import { insertCaseEvent } from './case-events.ts';
import { listAwaitedMessages, listCasesOfMessage } from './case-message-store.ts';

export interface MessageServiceDependencies {
  readonly database: Database;
  readonly audit: Audit;
  readonly engine: ProcessEngine;
  readonly clock: Clock;
}

export interface MessageService {
  /**
   * Publishes a message: about cases, to those who may do so for each of them and read it; about none, as one that
   * only starts cases, to those who may publish whatever it is about.
   */
  publish(actor: Actor, request: MessagePublishRequest): Promise<{ id: string }>;
  /** Sends a message that the case waits for. Throws ConflictError `message_not_awaited`. */
  sendToCase(
    actor: Actor,
    caseId: string,
    message: { name: string; variables?: Variables | undefined },
  ): Promise<{ id: string }>;
}

/** Messages from people; who sent which is in the audit and on the timeline, what they bring is not. */
export function createMessageService({ database, audit, engine, clock }: MessageServiceDependencies): MessageService {
  async function requireSender(actor: Actor, caseId: string): Promise<CaseAccessRow> {
    await requireCase(database, actor, caseId, 'case.read');
    return (await requireCase(database, actor, caseId, 'message.publish')).row;
  }

  async function note(actor: Actor, messageId: string, name: string, row: CaseAccessRow | undefined): Promise<void> {
    const event = { at: clock.now(), actorId: actor.userId, kind: 'process', event: 'message.sent' } as const;
    if (row) await insertCaseEvent(database, { ...event, caseId: row.id, params: { name } });
    await audit.record(actor, {
      ...{ verb: 'message.published', objectType: 'message', objectId: messageId, reason: name },
      ...(row ? { caseId: row.id, subjectIds: row.person_id ? [row.person_id] : [] } : {}),
    });
  }

  return {
    async publish(actor, { name, correlationKey = '', variables = {}, timeToLive, messageId }) {
      const caseIds = await listCasesOfMessage(database, name, correlationKey);
      if (caseIds.length === 0) requireAccess(actor, 'message.publish', {});
      const rows = await Promise.all(caseIds.map((caseId) => requireSender(actor, caseId)));
      const id = newId();
      for (const row of rows.length > 0 ? rows : [undefined]) await note(actor, id, name, row);
      await engine.publishMessage({
        ...{ id, name, correlationKey, variables: variables as Variables },
        ...(timeToLive === undefined ? {} : { timeToLiveMs: timeToLive }),
        ...(messageId === undefined ? {} : { messageId }),
      });
      return { id };
    },

    async sendToCase(actor, caseId, { name, variables = {} }) {
      const row = await requireSender(actor, caseId);
      const awaited = (await listAwaitedMessages(database, caseId)).find((message) => message.name === name);
      if (!awaited) throw new ConflictError('message_not_awaited', `The case ${caseId} does not wait for ${name}`);
      const id = newId();
      await note(actor, id, name, row);
      await engine.publishMessage({ id, name, correlationKey: awaited.correlationKey, variables });
      return { id };
    },
  };
}
