import type { IncidentQuery } from '@esocial/contracts/generated/api-incidents-query.ts';
import type { IncidentRetriesRequest } from '@esocial/contracts/generated/api-incidents-retries-request.ts';
import type { IncidentRetries } from '@esocial/contracts/generated/api-incidents-retries.ts';
import type { Actor, Language } from '../access/actor.ts';
import { auditRow } from '../audit/audit.ts';
import { AppError } from '../errors/app-error.ts';
import { contract, defineRoute } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import { isId } from '../ids/new-id.ts';
import type { ProcessEngine } from '../process/process-engine.ts';
import type { IncidentReadModel } from './incident-read-model.ts';

export interface IncidentRouteDependencies {
  readonly incidents: IncidentReadModel;
  readonly engine: ProcessEngine;
}

export function createIncidentRoutes({ incidents, engine }: IncidentRouteDependencies): Route[] {
  async function retry(actor: Actor, incidentId: string, language: Language): Promise<void> {
    const incident = await incidents.get(actor, 'incident.retry', incidentId, language);
    const audit = auditRow(actor, {
      verb: 'incident.retried',
      objectType: 'incident',
      objectId: incident.id,
      ...(incident.caseId ? { caseId: incident.caseId } : {}),
    });
    const actorId = isId(actor.userId) ? actor.userId : null;
    await engine.retryIncident({ incidentId: incident.id, actorId, writes: { audit: [audit] } });
  }

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
        await retry(actor, params.id, language);
        return { status: 201, body: await incidents.get(actor, 'incident.read', params.id, language) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/incidents/retries',
      operationId: 'retryIncidents',
      summary: 'Tries several incidents again, each by itself',
      policy: { action: 'incident.retry' },
      body: contract<IncidentRetriesRequest>('api-incidents-retries-request'),
      responses: { 200: contract('api-incidents-retries') },
      async handle({ actor, body, language }) {
        const items: IncidentRetries['items'] = [];
        for (const incidentId of body.incidentIds) {
          const refusal = await refusalOf(() => retry(actor, incidentId, language));
          items.push(refusal ? { incidentId, outcome: 'refused', code: refusal } : { incidentId, outcome: 'retried' });
        }
        return { status: 200, body: { items } };
      },
    }),
  ];
}

/** The code with which a retry is refused; what is no refusal fails. */
async function refusalOf(retry: () => Promise<void>): Promise<string | undefined> {
  try {
    await retry();
    return undefined;
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return error.code;
    throw error;
  }
}
