import type { IncidentQuery } from '@esocial/contracts/generated/api-incidents-query.ts';
import { auditRow } from '../audit/audit.ts';
import { requireCase } from '../cases/case-access.ts';
import type { Database } from '../database/database.ts';
import { contract, defineRoute } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import { isId } from '../ids/new-id.ts';
import type { ProcessEngine } from '../process/process-engine.ts';
import type { ProcessReadModel } from '../process/process-read-model.ts';
import type { IncidentReadModel } from './incident-read-model.ts';

export interface IncidentRouteDependencies {
  readonly database: Database;
  readonly incidents: IncidentReadModel;
  readonly processes: ProcessReadModel;
  readonly engine: ProcessEngine;
}

export function createIncidentRoutes({ database, incidents, processes, engine }: IncidentRouteDependencies): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/incidents',
      operationId: 'listIncidents',
      summary: 'What processes could not do, the newest first',
      policy: { action: 'incident.read' },
      query: contract<IncidentQuery>('api-incidents-query'),
      responses: { 200: contract('api-incidents-list') },
      handle: async ({ actor, query, language }) => ({
        status: 200,
        body: await incidents.list(actor, query, language),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/incidents/:id/retries',
      operationId: 'retryIncident',
      summary: 'Tries again what failed; a new incident tells when it fails again',
      policy: { action: 'incident.retry' },
      responses: { 201: contract('api-incidents-item') },
      async handle({ actor, params, language }) {
        const incident = await incidents.get(actor, 'incident.retry', params.id, language);
        const audit = auditRow(actor, {
          verb: 'incident.retried',
          objectType: 'incident',
          objectId: incident.id,
          ...(incident.caseId ? { caseId: incident.caseId } : {}),
        });
        const actorId = isId(actor.userId) ? actor.userId : null;
        await engine.retryIncident({ incidentId: incident.id, actorId, writes: { audit: [audit] } });
        return { status: 201, body: await incidents.get(actor, 'incident.read', params.id, language) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/process-instances/:id',
      operationId: 'getProcessInstance',
      summary: 'Where a process instance is: active and completed elements, flows taken',
      policy: { action: 'process.read' },
      responses: { 200: contract('api-process-instances-detail') },
      async handle({ actor, params }) {
        const detail = await processes.get(params.id);
        await requireCase(database, actor, detail.caseId, 'process.read');
        return { status: 200, body: detail };
      },
    }),
  ];
}
