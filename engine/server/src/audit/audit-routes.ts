import type { AuditEventQuery } from '@esocial/contracts/generated/api-audit-events-query.ts';
import type { Database } from '../database/database.ts';
import { contract, defineRoute } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { Audit } from './audit.ts';
import type { AuditReadModel } from './audit-read-model.ts';

interface Dependencies {
  readonly database: Database;
  readonly audit: Audit;
  readonly events: AuditReadModel;
}

export function createAuditRoutes({ database, audit, events }: Dependencies): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/audit-events',
      operationId: 'listAuditEvents',
      summary: 'Who did what, and who looked at what; looking here is itself recorded',
      policy: { action: 'audit.read' },
      query: contract<AuditEventQuery>('api-audit-events-query'),
      responses: { 200: contract('api-audit-events-list') },
      async handle({ actor, query }) {
        const body = await database.transaction(async () => {
          const found = await events.list(query);
          await audit.record(actor, {
            verb: 'audit.read',
            objectType: 'audit-event',
            caseId: query.case ?? null,
            subjectIds: query.subject ? [query.subject] : [],
            fields: Object.keys(query).filter((name) => name !== 'cursor' && name !== 'limit'),
          });
          return found;
        });
        return { status: 200, body };
      },
    }),
  ];
}
