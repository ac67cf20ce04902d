import { readFileSync } from 'node:fs';
import type { CaseStartReply } from '@esocial/contracts/generated/api-cases-start-reply.ts';
import type { DemoStaffFile } from '@esocial/contracts/generated/demo-staff.ts';
import type { TestClient } from '../../http/testing/test-client.ts';
import { createTestServer } from '../../http/testing/test-server.ts';
import type { TestServer } from '../../http/testing/test-server.ts';
import { newId } from '../../ids/new-id.ts';
import { projectRoot } from '../../settings/project-root.ts';

/**
 * Everybody in their relation to one case: `owner` opened it and has its task, `teammate` is of the same team,
 * `otherTeam` of another team of the office, `chief` supervises the office; `stranger` and `otherChief` are of an
 * office elsewhere.
 */
export const people = {
  owner: 'caseworker',
  teammate: 'caseworker-second',
  otherTeam: 'caseworker-community',
  chief: 'supervisor',
  stranger: 'caseworker-other-office',
  otherChief: 'supervisor-botanica',
  administrator: 'administrator',
  author: 'author',
  approver: 'approver',
  auditor: 'auditor',
} as const;

export type Someone = keyof typeof people;
export type Caller = Someone | 'nobody';

/** What only those may read whom the policies give it: the person's names and identifier, and what was written. */
export const secrets = ['Canarescu', 'Zâna', '2001000001237', 'canar-nota', 'canar-ciorna', 'canar-fisier'];

export interface Case {
  readonly caseId: string;
  readonly recordId: string;
  readonly taskId: string;
  /** Takes the chief's reassignment of the task back. */
  readonly undoToken?: string;
}

/** The shipped content and staff with one case of the owner, and a client for everybody. */
export interface MatrixWorld {
  readonly server: TestServer;
  readonly clients: Readonly<Record<Caller, TestClient>>;
  readonly personId: string;
  readonly relativeId: string;
  readonly teammateId: string;
  readonly searchId: string;
  readonly documentId: string;
  readonly notificationId: string;
  readonly instanceId: string;
  readonly case: Case;
  /** Another case of the owner, its first task claimed by them unless told otherwise. */
  another(claimed?: boolean): Promise<Case>;
  /** Form data of a shipped fixture about the person. */
  readonly formData: (fixture: string) => Record<string, unknown>;
  addIncident(): Promise<string>;
}

const root = projectRoot();

export function readShipped<T>(path: string): T {
  return JSON.parse(readFileSync(`${root}/${path}`, 'utf8')) as T;
}

function everybodySignsIn(): DemoStaffFile {
  const { staff } = readShipped<DemoStaffFile>('demo/staff.json');
  const [first, ...rest] = staff.map((member) => ({ ...member, persona: true }));
  if (!first) throw new Error('demo/staff.json names nobody');
  return { staff: [first, ...rest] };
}

/** Sends a small PDF as the workspace does. */
export function upload(server: TestServer, client: TestClient, caseId: string): Promise<Response> {
  const form = new FormData();
  form.set('caseId', caseId);
  form.set('file', new Blob(['%PDF-1.4 canar\n%%EOF\n'], { type: 'application/pdf' }), 'canar-fisier.pdf');
  const headers = new Headers({ 'idempotency-key': newId(), ...(client.cookie && { cookie: client.cookie }) });
  return fetch(`${server.address}/api/v1/documents`, { method: 'POST', headers, body: form });
}

export async function createMatrixWorld(): Promise<MatrixWorld> {
  const server = await createTestServer({ contentRoot: root, staff: everybodySignsIn() });
  const signedIn: [string, TestClient][] = [];
  for (const [name, persona] of Object.entries(people)) signedIn.push([name, await server.signIn(persona)]);
  const clients = { ...Object.fromEntries(signedIn), nobody: server.nobody } as Record<Caller, TestClient>;
  const { owner, teammate } = clients;

  const facts = { lastName: 'Canarescu', firstName: 'Zâna', idnp: '2001000001237', birthDate: '2016-05-20' };
  const created = await owner.post<{ id: string }>('/api/v1/persons', { ...facts, territory: '1000000' });
  const personId = created.body.id;
  const relative = await owner.post<{ id: string }>('/api/v1/persons', { lastName: 'Rudă', firstName: 'Om' });

  function formData(fixture: string): Record<string, unknown> {
    const [form = '', name = ''] = fixture.split('/');
    const { data } = readShipped<{ data: unknown }>(`forms/${form}/fixtures/${name}.json`);
    const text = JSON.stringify(data)
      .replaceAll(/00000000-0000-4000-8000-0000000000\d\d/g, personId)
      .replaceAll('"Popa"', '"Canarescu"')
      .replaceAll('"Ionuț"', '"Zâna"');
    return JSON.parse(text) as Record<string, unknown>;
  }

  async function another(claimed = true): Promise<Case> {
    const data = formData('fisa-sesizare/valid-anonim');
    const { body, text } = await owner.post<CaseStartReply>('/api/v1/cases', { workflow: 'protectia-copilului', data });
    if (!body.next?.taskId) throw new Error(`The case was not started: ${text}`);
    const made = { caseId: body.caseId, recordId: body.recordId, taskId: body.next.taskId };
    if (claimed) await owner.post(`/api/v1/tasks/${made.taskId}/claims`);
    return made;
  }

  const known = await another();
  const idOf = async (client: TestClient): Promise<string> =>
    (await client.get<{ user: { id: string } }>('/api/v1/session')).body.user.id;
  const [ownerId, teammateId] = [await idOf(owner), await idOf(teammate)];
  await owner.post(`/api/v1/cases/${known.caseId}/notes`, { text: 'canar-nota' });
  await owner.patch(`/api/v1/tasks/${known.taskId}/draft`, { base: 0, changes: { '/visitPlace': 'canar-ciorna' } });
  await owner.put('/api/v1/start-drafts/consultatie', { data: { subject: 'canar-ciorna' } });
  const search = await owner.post<{ searchId: string }>('/api/v1/persons/searches', { text: 'Canarescu' });
  const document = (await (await upload(server, owner, known.caseId)).json()) as { documentId: string };
  const notificationId = newId();
  const { database } = server.test;
  await database.query(`insert into notifications (id, user_id, kind, params) values ($1, $2, 'test', $3)`, [
    ...[notificationId, ownerId, { text: 'canar-nota' }],
  ]);
  const [instance] = await database.query<{ id: string }>('select id from process_instances where case_id = $1', [
    known.caseId,
  ]);
  const instanceId = instance?.id ?? '';

  return {
    ...{
      server,
      clients,
      personId,
      relativeId: relative.body.id,
      teammateId,
      notificationId,
      instanceId,
      another,
      formData,
    },
    ...{ case: known, searchId: search.body.searchId, documentId: document.documentId },
    async addIncident() {
      const id = newId();
      await database.query(
        `insert into incidents (id, instance_id, case_id, element_id, kind, message, held_kind, held_id, raised_at)
         values ($1, $2, $3, 'Task_EvaluareInitiala', 'UNKNOWN', 'stuck', 'timer', $4, now())`,
        [id, instanceId, known.caseId, newId()],
      );
      return id;
    },
  };
}
