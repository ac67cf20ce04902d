import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ApiClient, ApiReply } from './client.ts';

const root = path.resolve(import.meta.dirname, '../..');

type Data = Record<string, unknown>;

export interface TaskItem {
  id: string;
  caseId: string;
  formKey: string;
  state: string;
  version: number;
  assignee?: { id: string; displayName: string } | null;
}

export interface StartedCase {
  caseId: string;
  number: string;
  recordId: string;
  next: { state: string; taskId?: string };
}

export interface Fixture {
  data: Data;
  errors: { path: string; keyword: string }[];
}

/** A form's fixture with the errors it must cause, for example `fisa-sesizare/invalid-idnp-gresit`. */
export function readFixture(name: string): Fixture {
  const [form, file] = name.split('/');
  return JSON.parse(readFileSync(path.join(root, 'forms', form ?? '', 'fixtures', `${file}.json`), 'utf8')) as Fixture;
}

/** The data of a form's fixture, for example `fisa-sesizare/valid-scoala`. */
export const fixture = (name: string): Data => readFixture(name).data;

/** Puts real references where a fixture has made-up ones, at any depth. */
export function withReferences(value: unknown, references: { person: Data; institution: Data }): unknown {
  if (Array.isArray(value)) return value.map((item) => withReferences(item, references));
  if (value === null || typeof value !== 'object') return value;
  if ('personId' in value) return references.person;
  if ('institutionId' in value) return references.institution;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withReferences(item, references)]));
}

/** Drops attachments: a fixture names documents that nobody uploaded. */
export function withoutAttachments(value: unknown): unknown {
  const isAttachment = (item: unknown): boolean => item !== null && typeof item === 'object' && 'documentId' in item;
  if (Array.isArray(value)) return value.filter((item) => !isAttachment(item)).map(withoutAttachments);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => !isAttachment(item))
      .map(([name, item]) => [name, withoutAttachments(item)]),
  );
}

export function expectStatus<T>(reply: ApiReply<T>, ...statuses: number[]): T {
  if (!statuses.includes(reply.status))
    throw new Error(`Expected ${statuses.join(' or ')}, got ${reply.status}: ${JSON.stringify(reply.body)}`);
  return reply.body;
}

export interface RoadReferences {
  person: Data;
  institution: Data;
}

/** A new person and an institution that the forms of a case can name. */
export async function prepareReferences(client: ApiClient, name: string): Promise<RoadReferences> {
  const created = expectStatus(
    await client.post<{ id: string }>('/api/v1/persons', {
      lastName: name,
      firstName: 'Ana',
      birthDate: '2015-04-12',
      sex: 'F',
    }),
    201,
  );
  const institutions = expectStatus(
    await client.get<{ items: { id: string; name: string }[] }>('/api/v1/institutions'),
    200,
  );
  const institution = institutions.items[0];
  if (!institution) throw new Error('There is no institution');
  return {
    person: { personId: created.id, lastName: name, firstName: 'Ana', idnp: null, birthDate: '2015-04-12' },
    institution: { institutionId: institution.id, name: institution.name },
  };
}

export const submission = (name: string, references: RoadReferences): Data =>
  withoutAttachments(withReferences(fixture(name), references)) as Data;

export async function startCase(
  client: ApiClient,
  workflow: string,
  start: string,
  references: RoadReferences,
  key: string = crypto.randomUUID(),
): Promise<StartedCase> {
  const reply = await client.post<StartedCase>(
    '/api/v1/cases',
    { workflow, data: submission(start, references) },
    { 'idempotency-key': key },
  );
  return expectStatus(reply, 201);
}

/** The open task with a form in a case, waiting for it while jobs run. */
export async function findOpenTask(client: ApiClient, caseId: string, formKey: string): Promise<TaskItem> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const reply = await client.get<{ openTasks: TaskItem[] }>(`/api/v1/cases/${caseId}`);
    const found = expectStatus(reply, 200).openTasks.find((task) => task.formKey === formKey);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The case has no open task with the form ${formKey}`);
}

/** The form of a fixture's name. */
export const formOf = (fixtureName: string): string => fixtureName.split('/')[0] ?? '';

/** Claims the task of the fixture's form unless the caller has it, and sends the fixture. */
export async function completeTask(
  client: ApiClient,
  caseId: string,
  name: string,
  references: RoadReferences,
): Promise<void> {
  const task = await findOpenTask(client, caseId, formOf(name));
  if (!task.assignee) expectStatus(await client.post(`/api/v1/tasks/${task.id}/claims`, {}), 200, 201);
  expectStatus(await client.post(`/api/v1/tasks/${task.id}/submissions`, { data: submission(name, references) }), 201);
}

/** From a report to the closed case, each step by the role that takes it. */
export const childProtectionRoad: readonly { fixture: string; as: 'caseworker' | 'supervisor' }[] = [
  { fixture: 'evaluare-initiala/valid-confirmata', as: 'caseworker' },
  { fixture: 'evaluare-complexa/valid-neglijare', as: 'caseworker' },
  { fixture: 'plan-individual/valid-complet', as: 'caseworker' },
  { fixture: 'aprobare-plan/valid-aprobat', as: 'supervisor' },
  { fixture: 'fisa-monitorizare/valid-reevaluare', as: 'caseworker' },
  { fixture: 'reevaluare/valid-inchidere', as: 'caseworker' },
  { fixture: 'inchidere-caz/valid-obiective-atinse', as: 'caseworker' },
];
