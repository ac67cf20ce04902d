import type { TestClient } from '../../http/testing/test-client.ts';
import { newId } from '../../ids/new-id.ts';
import type { Case, MatrixWorld, Someone } from './matrix-world.ts';
import { processOperations } from './matrix-process-operations.ts';
import { upload } from './matrix-world.ts';

export interface Outcome {
  readonly status: number;
  readonly text: string;
}

/** An operation on something of the owner's, and who may. */
export interface Operation {
  readonly id: string;
  readonly may: readonly Someone[];
  /** On what else than the owner's case and its person. */
  readonly what?: string;
  /** Answers everybody, but only those in `may` see the owner's things in it (`shows`). */
  readonly filtered?: (world: MatrixWorld) => string;
  /** Whoever may call it reads nothing of the person. */
  readonly impersonal?: true;
  /** What is there before each call, where a call changes it. */
  readonly given?: (world: MatrixWorld) => Promise<Case>;
  call(client: TestClient, world: MatrixWorld, target: Case): Promise<Outcome>;
}

const everybody: readonly Someone[] = [
  ...(['owner', 'teammate', 'otherTeam', 'chief', 'stranger', 'otherChief'] as const),
  ...(['administrator', 'author', 'approver', 'auditor'] as const),
];
const caseworkers = everybody.slice(0, 6);
const insiders = ['owner', 'teammate', 'chief'] as const;
const territory = ['owner', 'teammate', 'otherTeam', 'chief'] as const;
const ministry = ['administrator', 'author', 'approver', 'auditor'] as const;

const claimed = (world: MatrixWorld): Promise<Case> => world.another();
const unclaimed = (world: MatrixWorld): Promise<Case> => world.another(false);

async function reassigned(world: MatrixWorld): Promise<Case> {
  const made = await world.another(false);
  const request = { taskIds: [made.taskId], userId: world.teammateId, reason: 'concediu' };
  const { body } = await world.clients.chief.post<{ undoToken: string }>('/api/v1/task-reassignments', request);
  return { ...made, undoToken: body.undoToken };
}

async function drafted(world: MatrixWorld): Promise<Case> {
  await world.clients.owner.put('/api/v1/start-drafts/protectia-copilului', { data: { channel: 'ANONIM' } });
  return world.case;
}

function get(id: string, may: readonly Someone[], path: (world: MatrixWorld) => string, more: Partial<Operation> = {}) {
  return { id, may, ...more, call: (client: TestClient, world: MatrixWorld) => client.get(path(world)) };
}

async function changePerson(client: TestClient, { server }: MatrixWorld, id: string): Promise<Outcome> {
  const [row] = await server.test.database.query<{ version: number }>('select version from persons where id = $1', [
    id,
  ]);
  const address = `str. Canar ${row?.version}`;
  return client.patch(`/api/v1/persons/${id}`, { address }, { 'if-match': `"${row?.version}"` });
}

const caseOf = (world: MatrixWorld): string => `/api/v1/cases/${world.case.caseId}`;
const showsCase = { filtered: (world: MatrixWorld) => world.case.caseId };

const reads: Operation[] = [
  get('getSession', everybody, () => '/api/v1/session', { impersonal: true }),
  get('listUsers', everybody, () => '/api/v1/users', { impersonal: true }),
  get('listInstitutions', everybody, () => '/api/v1/institutions?q=Anenii', { impersonal: true }),
  get('listTasks', insiders, (world) => `/api/v1/tasks?queue=all&case=${world.case.caseId}`, showsCase),
  get('countTasks', caseworkers, () => '/api/v1/tasks/counters', { impersonal: true }),
  get('getTask', insiders, (world) => `/api/v1/tasks/${world.case.taskId}`),
  get('listCases', insiders, (world) => `/api/v1/cases?person=${world.personId}`, showsCase),
  get('getCase', insiders, caseOf),
  get('getNextTask', insiders, (world) => `${caseOf(world)}/next-task`),
  get('getProcessEngine', everybody, () => '/api/v1/process-engine', { impersonal: true }),
  get('listCaseEvents', insiders, (world) => `${caseOf(world)}/timeline`),
  get('listCaseDocuments', insiders, (world) => `${caseOf(world)}/documents`),
  get('listCaseNotes', insiders, (world) => `${caseOf(world)}/notes`),
  get('listCaseRecords', insiders, (world) => `${caseOf(world)}/records`),
  get('listCaseDeadlines', insiders, (world) => `${caseOf(world)}/deadlines`),
  get('getRecord', insiders, (world) => `/api/v1/records/${world.case.recordId}`),
  get('downloadDocument', insiders, (world) => `/api/v1/documents/${world.documentId}/content`),
  get('getStartDraft', ['owner'], () => '/api/v1/start-drafts/consultatie', { filtered: () => 'canar-ciorna' }),
  get('getPersonSearch', ['owner'], (world) => `/api/v1/persons/searches/${world.searchId}`),
  get('getPerson', caseworkers, (world) => `/api/v1/persons/${world.personId}`),
  get('listNotifications', ['owner'], () => '/api/v1/notifications', { filtered: (world) => world.notificationId }),
  get('getSupervisionSummary', ['chief', 'otherChief'], () => '/api/v1/supervision/summary', { impersonal: true }),
  get('listSupervisedTasks', ['chief'], () => '/api/v1/supervision/tasks?state=all', showsCase),
  get('listIncidents', ['chief', 'administrator'], () => '/api/v1/incidents', { ...showsCase, impersonal: true }),
  get('listAuditEvents', ['auditor'], (world) => `/api/v1/audit-events?case=${world.case.caseId}`, {
    impersonal: true,
  }),
  get('listDefinitions', everybody, () => '/api/v1/definitions?kind=form'),
  get('listDefinitionVersions', everybody, () => '/api/v1/definitions/form/fisa-sesizare'),
  get('getForm', everybody, () => '/api/v1/forms/fisa-sesizare'),
  get('listWorkflows', everybody, () => '/api/v1/workflows'),
  get('getWorkflow', everybody, () => '/api/v1/workflows/protectia-copilului'),
  get('listClassifiers', everybody, () => '/api/v1/classifiers'),
  get('listClassifierItems', everybody, () => '/api/v1/classifiers/sex/items'),
  get('listReleases', ministry, () => '/api/v1/releases'),
];

const changes: Operation[] = [
  {
    ...{ id: 'claimTask', may: insiders, given: unclaimed },
    call: (client, _world, { taskId }) => client.post(`/api/v1/tasks/${taskId}/claims`),
  },
  {
    ...{ id: 'releaseTask', may: ['owner', 'chief'], given: claimed },
    call: (client, _world, { taskId }) => client.delete(`/api/v1/tasks/${taskId}/claims`),
  },
  {
    ...{ id: 'delegateTask', may: ['owner', 'chief'], given: claimed },
    call: (client, { teammateId }, { taskId }) =>
      client.post(`/api/v1/tasks/${taskId}/delegations`, { userId: teammateId, reason: 'concediu' }),
  },
  {
    ...{ id: 'saveTaskDraft', may: ['owner'] },
    call: (client, world) =>
      client.patch(`/api/v1/tasks/${world.case.taskId}/draft`, { base: 0, changes: { '/evaluator': 'X' } }),
  },
  {
    ...{ id: 'removeTaskDraft', may: ['owner'], given: claimed },
    call: (client, _world, { taskId }) => client.delete(`/api/v1/tasks/${taskId}/draft`),
  },
  {
    ...{ id: 'submitTask', may: ['owner'], given: claimed },
    call: (client, { formData }, { taskId }) =>
      client.post(`/api/v1/tasks/${taskId}/submissions`, { data: formData('evaluare-initiala/valid-confirmata') }),
  },
  {
    ...{ id: 'startCase', may: caseworkers },
    call: (client, { formData }) =>
      client.post('/api/v1/cases', {
        workflow: 'protectia-copilului',
        data: formData('fisa-sesizare/valid-anonim'),
      }),
  },
  {
    ...{ id: 'addCaseNote', may: insiders },
    call: (client, world) => client.post(`${caseOf(world)}/notes`, { text: 'Am sunat la școală.' }),
  },
  {
    // The case waits for it as long as it is open: an event sub-process begins with it.
    ...{ id: 'sendCaseMessage', may: ['owner', 'chief'] },
    call: (client, world) => client.post(`${caseOf(world)}/messages`, { name: 'urgent-report' }),
  },
  {
    ...{ id: 'publishMessage', may: ['owner', 'chief'] },
    call: (client, world) =>
      client.post('/api/v1/messages', { name: 'urgent-report', correlationKey: world.case.caseId }),
  },
  {
    ...{ id: 'assignCaseManager', may: ['chief'] },
    call: (client, world) => client.put(`${caseOf(world)}/manager`, { userId: world.teammateId }, { 'if-match': '*' }),
  },
  {
    ...{ id: 'saveStartDraft', may: caseworkers },
    call: (client) => client.put('/api/v1/start-drafts/protectia-copilului', { data: {} }),
  },
  {
    ...{ id: 'removeStartDraft', may: caseworkers, given: drafted },
    call: (client) => client.delete('/api/v1/start-drafts/protectia-copilului'),
  },
  {
    ...{ id: 'correctRecord', may: ['owner', 'chief'], given: claimed },
    call: (client, { formData }, { recordId }) =>
      client.post(
        `/api/v1/records/${recordId}/corrections`,
        { data: formData('fisa-sesizare/valid-anonim'), reason: 'greșeală de scriere' },
        { 'if-match': '"1"' },
      ),
  },
  {
    ...{ id: 'uploadDocument', may: insiders },
    async call(client, world) {
      const reply = await upload(world.server, client, world.case.caseId);
      return { status: reply.status, text: await reply.text() };
    },
  },
  {
    ...{ id: 'searchPersons', may: caseworkers },
    call: (client) => client.post('/api/v1/persons/searches', { text: 'Canarescu' }),
  },
  {
    ...{ id: 'createPerson', may: caseworkers },
    call: (client) => client.post('/api/v1/persons', { lastName: 'Nou', firstName: 'Om' }),
  },
  {
    ...{ id: 'updatePerson', may: territory },
    call: (client, world) => changePerson(client, world, world.personId),
  },
  {
    // Nobody knows yet where they live: those who registered them keep them.
    ...{ id: 'updatePerson', may: territory, what: 'of a person without territory' },
    call: (client, world) => changePerson(client, world, world.relativeId),
  },
  {
    ...{ id: 'unrelatePersons', may: territory },
    async call(client, { personId, relativeId, server }) {
      const [relation] = await server.test.database.query<{ id: string }>(
        `insert into person_relations (id, person_id, related_id, relation, created_by) values ($1, $2, $3, 'SORA', 'test')
         on conflict (person_id, related_id, relation) do update set relation = excluded.relation returning id`,
        [newId(), personId, relativeId],
      );
      return client.delete(`/api/v1/persons/${personId}/relations/${relation?.id}`);
    },
  },
  {
    ...{ id: 'relatePersons', may: territory },
    call: (client, { personId, relativeId }) =>
      client.post(`/api/v1/persons/${personId}/relations`, { personId: relativeId, relation: 'MAMA' }),
  },
  {
    ...{ id: 'readNotification', may: ['owner'] },
    call: (client, { notificationId }) => client.post(`/api/v1/notifications/${notificationId}/reads`),
  },
  {
    ...{ id: 'reassignTasks', may: ['chief'], given: unclaimed, filtered: () => '"reassigned":1' },
    call: (client, { teammateId }, { taskId }) =>
      client.post('/api/v1/task-reassignments', { taskIds: [taskId], userId: teammateId, reason: 'concediu' }),
  },
  {
    ...{ id: 'undoTaskReassignment', may: ['chief'], given: reassigned },
    call: (client, _world, { undoToken }) => client.post('/api/v1/task-reassignments/undos', { undoToken }),
  },
  {
    ...{ id: 'retryIncident', may: ['administrator'], impersonal: true },
    call: async (client, world) => client.post(`/api/v1/incidents/${await world.addIncident()}/retries`),
  },
  {
    ...{ id: 'updateSession', may: everybody, impersonal: true },
    call: (client) => client.patch('/api/v1/session', { language: 'ro' }),
  },
];

/** Every operation that has a policy, in its relation to the owner's case. */
export const operations: readonly Operation[] = [...reads, ...changes, ...processOperations];

/** Those that the table leaves to other tests, each with the file that has it. */
export const elsewhere: Readonly<Record<string, string>> = {
  streamEvents: 'events/event-visibility.test.ts',
  startCaseActivity: 'cases/case-activities.test.ts',
  endSession: 'sessions/sign-in.test.ts',
  beginSignOut: 'sessions/sign-in.test.ts',
  approveRelease: 'releases/releases.test.ts',
  getFormValidator: 'registries.test.ts',
  getClassifierVersion: 'registries.test.ts',
};
