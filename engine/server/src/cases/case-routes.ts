import type { CaseManagerRequest } from '@esocial/contracts/generated/api-cases-manager-request.ts';
import type { CaseNoteRequest } from '@esocial/contracts/generated/api-cases-note-request.ts';
import type { CaseListQuery } from '@esocial/contracts/generated/api-cases-query.ts';
import type { StartDraft } from '@esocial/contracts/generated/api-cases-start-draft.ts';
import type { CaseStartRequest } from '@esocial/contracts/generated/api-cases-start-request.ts';
import type { CaseTimelineQuery } from '@esocial/contracts/generated/api-cases-timeline-query.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import type { Audit } from '../audit/audit.ts';
import { contract, defineRoute } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { ChangingDependencies } from '../process/changing.ts';
import { changing } from '../process/changing.ts';
import { requireCase } from './case-access.ts';
import type { CaseReadModel } from './case-read-model.ts';
import type { CaseService } from './case-service.ts';
import { listTimeline } from './case-timeline.ts';
import type { StartCaseDependencies } from './start-case.ts';
import { startCase } from './start-case.ts';

export interface CaseRouteDependencies extends StartCaseDependencies, ChangingDependencies {
  readonly audit: Audit;
  readonly cases: CaseService;
  readonly caseReader: CaseReadModel;
}

export function createCaseRoutes(dependencies: CaseRouteDependencies): Route[] {
  const { database, cases, caseReader, audit } = dependencies;
  return [
    defineRoute({
      method: 'post',
      path: '/api/v1/cases',
      operationId: 'startCase',
      summary: 'Starts a procedure from its start form',
      policy: { action: 'case.start' },
      body: contract<CaseStartRequest>('api-cases-start-request'),
      responses: { 201: contract('api-cases-start-reply'), 422: contract('problem') },
      idempotent: 'in-statement',
      async handle({ actor, body: { workflow, data, legalReferenceDate }, idempotency }) {
        const started = await startCase(dependencies, {
          actor,
          workflow,
          data: data as JsonObject,
          legalReferenceDate,
          idempotency,
        });
        return { status: 201, body: started, headers: { location: `/api/v1/cases/${started.caseId}` } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/cases',
      operationId: 'listCases',
      summary: 'Cases, the newest first',
      policy: { action: 'case.read' },
      query: contract<CaseListQuery>('api-cases-query'),
      responses: { 200: contract('api-cases-list') },
      handle: async ({ actor, query, language }) => ({
        status: 200,
        body: await caseReader.list(actor, query, language),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/cases/:id',
      operationId: 'getCase',
      summary: 'A case with its stages, open tasks, key facts, deadlines and where its process is',
      policy: { action: 'case.read' },
      responses: { 200: contract('api-cases-detail') },
      async handle({ actor, params, language }) {
        const body = await caseReader.get(actor, params.id, language);
        return { status: 200, body, etag: body.version };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/cases/:id/timeline',
      operationId: 'listCaseEvents',
      summary: 'What happened to a case, the newest first',
      policy: { action: 'case.read' },
      query: contract<CaseTimelineQuery>('api-cases-timeline-query'),
      responses: { 200: contract('api-cases-timeline') },
      async handle({ actor, params, query }) {
        const { row, decision } = await requireCase(database, actor, params.id, 'case.read');
        const body = await listTimeline(database, params.id, query, decision.classes);
        await audit.record(actor, {
          verb: 'timeline.read',
          objectType: 'case',
          objectId: row.id,
          caseId: row.id,
          subjectIds: row.person_id ? [row.person_id] : [],
        });
        return { status: 200, body };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/cases/:id/documents',
      operationId: 'listCaseDocuments',
      summary: 'The documents of a case',
      policy: { action: 'case.read' },
      responses: { 200: contract('api-cases-documents') },
      handle: async ({ actor, params }) => ({ status: 200, body: await cases.listDocuments(actor, params.id) }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/cases/:id/notes',
      operationId: 'listCaseNotes',
      summary: 'The notes on a case, the newest first',
      policy: { action: 'case.read' },
      responses: { 200: contract('api-cases-notes') },
      handle: async ({ actor, params }) => ({ status: 200, body: await cases.listNotes(actor, params.id) }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/cases/:id/notes',
      operationId: 'addCaseNote',
      summary: 'Adds a note to a case',
      policy: { action: 'case.note' },
      body: contract<CaseNoteRequest>('api-cases-note-request'),
      responses: { 201: contract('api-cases-note') },
      idempotent: true,
      mayRepeat: ({ actor, params }) => requireCase(database, actor, params.id, 'case.note'),
      handle: async ({ actor, params, body }) => ({
        status: 201,
        body: await changing(dependencies, (tell) => cases.addNote(actor, params.id, body.text, tell)),
      }),
    }),
    defineRoute({
      method: 'put',
      path: '/api/v1/cases/:id/manager',
      operationId: 'assignCaseManager',
      summary: 'Makes somebody the manager of a case',
      policy: { action: 'case.manage' },
      body: contract<CaseManagerRequest>('api-cases-manager-request'),
      responses: { 200: contract('api-cases-detail'), 412: contract('problem') },
      ifMatch: 'required',
      async handle({ actor, params, body: request, ifMatch, language }) {
        await changing(dependencies, (tell) => cases.assignManager(actor, params.id, request, ifMatch, tell));
        const body = await caseReader.get(actor, params.id, language);
        return { status: 200, body, etag: body.version };
      },
    }),
    ...startDraftRoutes(dependencies),
  ];
}

function startDraftRoutes(dependencies: CaseRouteDependencies): Route[] {
  const { cases } = dependencies;
  const path = '/api/v1/start-drafts/:workflow';
  const policy = { action: 'case.start' };
  return [
    defineRoute({
      method: 'get',
      path,
      operationId: 'getStartDraft',
      summary: 'What the caller has typed of a start form; 204 when nothing',
      policy,
      responses: { 200: contract('api-cases-start-draft'), 204: null },
      async handle({ actor, params }) {
        const draft = await cases.findStartDraft(actor, params.workflow);
        return draft ? { status: 200, body: draft } : { status: 204 };
      },
    }),
    defineRoute({
      method: 'put',
      path,
      operationId: 'saveStartDraft',
      summary: 'Keeps what the caller has typed of a start form',
      policy,
      body: contract<Pick<StartDraft, 'data'>>('api-cases-start-draft'),
      responses: { 200: contract('api-cases-start-draft') },
      handle: async ({ actor, params, body }) => ({
        status: 200,
        body: await changing(dependencies, () => cases.saveStartDraft(actor, params.workflow, body.data)),
      }),
    }),
    defineRoute({
      method: 'delete',
      path,
      operationId: 'removeStartDraft',
      summary: 'Forgets what the caller has typed of a start form',
      policy,
      responses: { 204: null },
      async handle({ actor, params }) {
        await changing(dependencies, () => cases.removeStartDraft(actor, params.workflow));
        return { status: 204 };
      },
    }),
  ];
}
