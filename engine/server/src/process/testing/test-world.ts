import { buildValidatorModule } from '@esocial/form-core/form-validator-module.ts';
import type { FormSchema } from '@esocial/form-core/form-schema.ts';
import type { Permission } from '../../access/actor.ts';
import type { Actor } from '../../access/actor.ts';
import { createManualClock } from '../../clock/clock.ts';
import type { ManualClock } from '../../clock/clock.ts';
import type { Database } from '../../database/database.ts';
import { createTestDatabase } from '../../database/test-database.ts';
import type { TestDatabase } from '../../database/test-database.ts';
import { digestOf } from '../../definitions/canonical-json.ts';
import { createDefinitionReader } from '../../definitions/create-definition-reader.ts';
import type { DefinitionKind } from '../../definitions/definition.ts';
import type { DefinitionReader } from '../../definitions/definition-reader.ts';
import { createDefinitionPublisher } from '../../definitions/definition-publisher.ts';
import type { IdempotencyClaim } from '../../http/route.ts';
import { newId } from '../../ids/new-id.ts';
import type { StartedCase } from '../../cases/start-case.ts';
import { startCase } from '../../cases/start-case.ts';
import { createStartCaseByEvent } from '../../cases/start-case-by-event.ts';
import type { SubmittedTask } from '../../tasks/submit-task.ts';
import { submitTask } from '../../tasks/submit-task.ts';
import { createEmbeddedEngine } from '../embedded/embedded-engine.ts';
import type { EmbeddedEngine } from '../embedded/embedded-engine.ts';
import { doDueWork } from '../embedded/process-worker.ts';
import { createEventStarts } from '../event-starts/event-starts.ts';
import type { EventStarts } from '../event-starts/event-starts.ts';
import type { LiveEvent } from '../../events/live-events.ts';
import { createStepNotifier } from '../step-notifier.ts';

/** A small office for tests: two roles, a form, a working week, and whatever process the test is about. */
export interface TestWorld {
  readonly test: TestDatabase;
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly clock: ManualClock;
  readonly engine: EmbeddedEngine;
  readonly eventStarts: EventStarts;
  readonly clerk: Actor;
  readonly otherClerk: Actor;
  readonly chief: Actor;
  readonly institutionId: string;
  readonly events: LiveEvent[];
  readonly errors: unknown[];
  /** Publishes a workflow `key` whose process is this BPMN; its cases begin with the form `request`. */
  publishWorkflow(key: string, bpmn: string, more?: Record<string, unknown>, effectiveFrom?: string): Promise<string>;
  publish(kind: DefinitionKind, key: string, content: unknown, effectiveFrom?: string): Promise<string>;
  start(workflow: string, data?: Record<string, unknown>, actor?: Actor): Promise<StartedCase>;
  openTasks(caseId: string): Promise<OpenTask[]>;
  claim(taskId: string, actor?: Actor): Promise<void>;
  submit(taskId: string, data?: Record<string, unknown>, actor?: Actor): Promise<SubmittedTask>;
  /** Submits without claiming first. */
  resubmit(
    taskId: string,
    data?: Record<string, unknown>,
    actor?: Actor,
    idempotency?: IdempotencyClaim,
  ): Promise<SubmittedTask>;
  /** Does all that is due, as the workers of one server process would. */
  work(): Promise<number>;
  close(): Promise<void>;
}

export interface OpenTask {
  readonly id: string;
  readonly element_id: string;
  readonly assignee_id: string | null;
  readonly due_at: Date | number;
}

export const requestSchema: FormSchema = {
  type: 'object',
  required: ['subject'],
  properties: {
    subject: { type: 'string', minLength: 1, maxLength: 200 },
    amount: { type: 'number' },
    person: { type: 'object', 'x-person': {} },
    place: { type: 'string', format: 'cuatm' },
  },
};

export const reviewSchema: FormSchema = {
  type: 'object',
  required: ['approved'],
  properties: {
    approved: { type: 'boolean' },
    remark: { type: 'string', maxLength: 500, 'x-class': 'special' },
    secret: { type: 'string', maxLength: 50, 'x-class': 'sealed' },
  },
};

const clerkPermissions: Permission[] = [
  'task.list',
  'task.read',
  'task.claim',
  'task.release',
  'task.complete',
  'task.delegate',
  'case.start',
  'case.read',
  'case.note',
  'deadline.read',
  'process.read',
].map((action) => ({ action, relation: 'institution', classes: ['public', 'personal', 'special'] }));
const chiefPermissions: Permission[] = [
  'task.reassign',
  'supervision.read',
  'incident.read',
  'incident.retry',
  'record.correct',
  'case.manage',
].map((action) => ({
  action,
  relation: 'institution',
  classes: ['public', 'personal', 'special', 'sealed'],
}));

export async function createTestWorld(): Promise<TestWorld> {
  const test = await createTestDatabase();
  const { database } = test;
  const clock = createManualClock('2026-01-05T08:00:00Z');
  const definitions = createDefinitionReader({
    database,
    loadClassifier: () => Promise.reject(new Error('no classifiers here')),
  });
  const events: LiveEvent[] = [];
  const errors: unknown[] = [];
  const notifier = createStepNotifier({ live: { publish: (more) => events.push(...more) }, wake: () => undefined });
  const onError = (error: unknown) => errors.push(error);
  const engine: EmbeddedEngine = createEmbeddedEngine({
    ...{ database, definitions, clock, notifier, onError },
    startByMessage: (messageId) => eventStarts.startByMessage(messageId),
  });
  const startCaseByEvent = createStartCaseByEvent({ database, definitions, engine, clock });
  const eventStarts: EventStarts = createEventStarts({
    ...{ database, definitions, clock, onError },
    startCase: startCaseByEvent,
  });
  const institutionId = await insertInstitution(database);
  const publish = createTestPublisher(database, definitions);
  await publishBasics(publish);
  const clerk = await insertUser(database, institutionId, 'Clerk', ['clerk'], clerkPermissions);

  const world: TestWorld = {
    test,
    database,
    definitions,
    clock,
    engine,
    eventStarts,
    clerk,
    otherClerk: await insertUser(database, institutionId, 'Other', ['clerk'], clerkPermissions),
    chief: await insertUser(database, institutionId, 'Chief', ['chief'], [...clerkPermissions, ...chiefPermissions]),
    institutionId,
    events,
    errors,
    publish,
    publishWorkflow: (key, bpmn, more = {}, effectiveFrom) =>
      publish('workflow', key, workflowContent(key, bpmn, more), effectiveFrom),
    start: (workflow, data = { subject: 'Roof' }, actor = clerk) =>
      startCase({ database, definitions, engine, clock }, { actor, workflow, data: data as never }),
    openTasks: (caseId) =>
      database.query<OpenTask>(
        `select id, element_id, assignee_id, due_at from tasks where case_id = $1 and state = 'open' order by id`,
        [caseId],
      ),
    async claim(taskId, actor = clerk) {
      await database.query(
        `update tasks set assignee_id = $2, claimed_at = now(), version = version + 1 where id = $1`,
        [taskId, actor.userId],
      );
    },
    async submit(taskId, data = { approved: true }, actor = clerk) {
      await world.claim(taskId, actor);
      return world.resubmit(taskId, data, actor);
    },
    resubmit: (taskId, data = { approved: true }, actor = clerk, idempotency) =>
      submitTask({ database, definitions, engine }, { actor, taskId, data: data as never, idempotency }),
    async work() {
      let done = 0;
      for (let batch = 1; batch > 0; done += batch) {
        batch = (await doDueWork({ database, engine, clock, onError })) + (await eventStarts.startDue());
      }
      return done;
    },
    close: () => test.close(),
  };
  return world;
}

function workflowContent(key: string, bpmn: string, more: Record<string, unknown>) {
  return {
    file: {
      key,
      title: `Procedure ${key}`,
      legalBasis: [],
      startForm: 'request',
      startAction: 'Start',
      caseNumberPrefix: 'REQ',
      subject: '/person',
      territory: '/place',
      stages: [{ key: 'work', title: 'Work', elements: ['none'] }],
      ...more,
    },
    bpmn,
    decisions: {},
    templates: {},
    translations: {},
  };
}

async function insertInstitution(database: Database): Promise<string> {
  const [territoryId, institutionId] = [newId(), newId()];
  await database.query(`insert into territories (id, code, name) values ($1, '6400000', 'Orhei')`, [territoryId]);
  await database.query(
    `insert into institutions (id, key, name, kind, territory_id) values ($1, 'office', 'Office', 'office', $2)`,
    [institutionId, territoryId],
  );
  return institutionId;
}

let users = 0;

export async function insertUser(
  database: Database,
  institutionId: string,
  lastName: string,
  roles: string[],
  permissions: Permission[],
): Promise<Actor> {
  users += 1;
  const userId = newId();
  await database.query(
    `insert into users (id, idnp, last_name, first_name, institution_id, position) values ($1, $2, $3, 'Ana', $4, 'clerk')`,
    [userId, String(users).padStart(13, '0'), lastName, institutionId],
  );
  return {
    userId,
    displayName: `${lastName} Ana`,
    roles,
    institutionId,
    teamId: null,
    territoryIds: 'all',
    permissions,
    language: 'en',
    sessionId: newId(),
  };
}

function createTestPublisher(database: Database, definitions: DefinitionReader): TestWorld['publish'] {
  const publisher = createDefinitionPublisher(database);
  return async (kind, key, content, effectiveFrom = '2020-01-01') => {
    const releaseId = newId();
    await database.query(
      `insert into releases (id, title, state, effective_from, created_by) values ($1, 'Test', 'active', '2020-01-01', 'test')`,
      [releaseId],
    );
    const validator =
      kind === 'form' ? { validator: buildValidatorModule((content as { schema: FormSchema }).schema) } : {};
    const id = await publisher.publish(
      { kind, key, digest: digestOf([kind, key, content]), content, legalBasis: [], ...validator },
      { releaseId, effectiveFrom, createdBy: 'test', state: 'active' },
    );
    definitions.invalidate();
    return id;
  };
}

async function publishBasics(publish: TestWorld['publish']): Promise<void> {
  const form = (key: string, schema: FormSchema) =>
    publish('form', key, {
      file: { key, title: `Form ${key}`, legalBasis: [], primaryAction: 'Send' },
      schema,
      uiSchema: {},
      translations: {},
    });
  await form('request', requestSchema);
  await form('review', reviewSchema);
  await publish('calendar', 'week', {
    key: 'week',
    title: { ro: 'Săptămână' },
    timeZone: 'Europe/Chisinau',
    workingHours: { from: '08:00', to: '17:00' },
    workingDays: [1, 2, 3, 4, 5],
    holidays: [{ date: '2026-01-07', name: { ro: 'Crăciun' } }],
    extraWorkingDays: [],
  });
  await publish('parameter', 'review-days', {
    key: 'review-days',
    title: { ro: 'Zile' },
    unit: 'workingDays',
    values: [{ validFrom: '2020-01-01', value: 3, act: 'Act 1', article: '5', needsLegalConfirmation: true }],
  });
  await publish('deadline-rule', 'review-time', {
    key: 'review-time',
    title: { ro: 'Termen de examinare' },
    amount: { parameter: 'review-days' },
    unit: 'workingDays',
    calendar: 'week',
    atRisk: { remaining: 1 },
    ladder: [
      { at: 'atRisk', notify: ['assignee'] },
      { at: 'breached', notify: ['assignee', 'supervisor'] },
    ],
    legalBasis: [{ act: 'Act 1' }],
  });
}
