import { createDefinitionReader } from '../../definitions/create-definition-reader.ts';
import { createStartCaseByEvent } from '../../cases/start-case-by-event.ts';
import { newId } from '../../ids/new-id.ts';
import type { NewNotification } from '../../notifications/notification-service.ts';
import { bpmnOf, chain, end, flow, start, userTask } from '../testing/test-bpmn.ts';
import type { TestWorld } from '../testing/test-world.ts';
import { createTestWorld } from '../testing/test-world.ts';
import { createRecipients } from '../recipients.ts';
import { createEventStarts } from './event-starts.ts';
import { createTellFailedStart } from './tell-failed-start.ts';

const noRoles = { roles: () => Promise.resolve(new Map()), forget: () => undefined };
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

interface FoundCase {
  readonly id: string;
  readonly number: string;
  readonly opened_by: string | null;
  readonly institution_id: string;
  readonly person_id: string | null;
  readonly status: string;
}

const messageStart = (outputs: string) =>
  `<bpmn:startEvent id="received"><bpmn:extensionElements>${outputs}</bpmn:extensionElements><bpmn:messageEventDefinition id="def" messageRef="message" /></bpmn:startEvent>`;
const messageNamed = (name: string) => ({ more: `<bpmn:message id="message" name="${name}" />` });
const timerStart = (timer: string) =>
  `<bpmn:startEvent id="timed"><bpmn:timerEventDefinition id="def">${timer}</bpmn:timerEventDefinition></bpmn:startEvent>`;
const cycle = (text: string) => timerStart(`<bpmn:timeCycle>${text}</bpmn:timeCycle>`);
const duration = (text: string) => timerStart(`<bpmn:timeDuration>${text}</bpmn:timeDuration>`);
const date = (text: string) => timerStart(`<bpmn:timeDate>${text}</bpmn:timeDate>`);

/** A workflow that a timer starts and that waits at a task. */
const timed = (key: string, event: string) =>
  bpmnOf(event + userTask('Task_Check') + end + chain('timed', 'Task_Check', 'end'), { id: key });

/** One that the message of its own name starts. */
const received = (key: string, outputs = '') =>
  bpmnOf(messageStart(outputs) + userTask('Task_Check') + end + chain('received', 'Task_Check', 'end'), {
    id: key,
    ...messageNamed(key),
  });

describe('starts by message and by timer', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestWorld();
  }, 120_000);

  afterAll(() => world.close());

  const casesOf = (workflow: string) =>
    world.database.query<FoundCase>(
      'select id, number, opened_by, institution_id, person_id, status from cases where workflow_key = $1 order by id',
      [workflow],
    );

  const variablesOf = async (caseId: string) => {
    const rows = await world.database.query<{ variables: Record<string, unknown> }>(
      `select state->'variables'->id::text as variables from process_instances where case_id = $1`,
      [caseId],
    );
    return rows[0]?.variables;
  };

  const publishMessage = (name: string, more: object = {}) =>
    world.engine.publishMessage({ name, correlationKey: '', variables: {}, ...more });

  /** Another server process: it shares the database and nothing else. */
  const otherServer = () => {
    const { database, clock, engine } = world;
    const definitions = createDefinitionReader({ database, loadClassifier: () => Promise.reject(new Error('none')) });
    const startCase = createStartCaseByEvent({ database, definitions, engine, clock });
    return createEventStarts({ database, definitions, clock, startCase, onError: (error) => world.errors.push(error) });
  };

  describe('by message', () => {
    it('open a case of the office above all others, with what the message brings', async () => {
      // given
      await world.publishWorkflow('notice', received('notice'));

      // when
      await publishMessage('notice', { variables: { urgency: 3 } });

      // then
      const [opened, ...others] = await casesOf('notice');
      expect(others).toEqual([]);
      expect(opened).toMatchObject({ opened_by: null, institution_id: world.institutionId, person_id: null });
      expect(await world.openTasks(opened!.id)).toMatchObject([{ element_id: 'Task_Check' }]);
      expect(await variablesOf(opened!.id)).toEqual({ caseId: opened!.id, starterId: null, urgency: 3 });
      const records = await world.database.query('select id from records where case_id = $1', [opened!.id]);
      expect(records).toEqual([]);
      const audit = await world.database.query('select actor_id, verb from audit_events where case_id = $1', [
        opened!.id,
      ]);
      expect(audit).toEqual([{ actor_id: 'system:message', verb: 'case.started' }]);
    });

    it('take of the message what the start event maps, and nothing that the server gives itself', async () => {
      // given
      const mapping = '<zeebe:ioMapping><zeebe:output source="=report.level" target="level" /></zeebe:ioMapping>';
      await world.publishWorkflow('mapped-notice', received('mapped-notice', mapping));

      // when
      await publishMessage('mapped-notice', {
        variables: { report: { level: 'high', name: 'private' }, caseId: 'forged' },
      });

      // then
      const [opened] = await casesOf('mapped-notice');
      expect(await variablesOf(opened!.id)).toEqual({ caseId: opened!.id, starterId: null, level: 'high' });
    });

    it('know their person and office when the workflow says so', async () => {
      // given
      const [personId, officeId] = [newId(), newId()];
      await world.database.query(
        `insert into persons (id, last_name, first_name, created_by, provisional_id) values ($1, 'Rusu', 'Ion', $2, 'P-1')`,
        [personId, world.clerk.userId],
      );
      await world.database.query(
        `insert into institutions (id, key, name, kind, parent_id) values ($1, 'branch', 'Branch', 'office', $2)`,
        [officeId, world.institutionId],
      );
      const file = { startInstitution: 'branch', startPerson: '=about.id' };
      await world.publishWorkflow('personal-notice', received('personal-notice'), file);

      // when
      await publishMessage('personal-notice', { variables: { about: { id: personId } } });
      await publishMessage('personal-notice', { variables: { about: { id: 'somebody' } } });

      // then
      expect(await casesOf('personal-notice')).toMatchObject([
        { person_id: personId, institution_id: officeId },
        { person_id: null, institution_id: officeId },
      ]);
    });

    it('happen once for a message, whoever looks for it', async () => {
      // given
      await world.publishWorkflow('shared-notice', received('shared-notice'));
      const message = { id: newId(), name: 'shared-notice', correlationKey: '', variables: {}, timeToLiveMs: HOUR_MS };
      const servers = [otherServer(), otherServer(), otherServer()];

      // when
      await Promise.all([
        world.engine.publishMessage({ ...message, messageId: 'letter 1' }),
        ...servers.map((server) => server.startByMessage(message.id)),
        ...servers.map((server) => server.startDue()),
      ]);
      await world.engine.publishMessage({ ...message, id: newId(), messageId: 'letter 1' });
      await Promise.all(servers.map((server) => server.startDue()));

      // then
      expect(await casesOf('shared-notice')).toHaveLength(1);
      expect(world.errors).toEqual([]);
    });

    it('are made up for when the server ended between the message and its start', async () => {
      // given
      await world.publishWorkflow('late-notice', received('late-notice'));
      await world.database.query(
        `insert into messages (id, name, correlation_key, variables, published_at, expires_at) values ($1, 'late-notice', '', '{}', $2, $3)`,
        [newId(), world.clock.now(), new Date(world.clock.now().getTime() + HOUR_MS)],
      );

      // when
      await otherServer().startDue();

      // then
      expect(await casesOf('late-notice')).toHaveLength(1);
    });

    it('wait while a case with the same correlation key is open', async () => {
      // given
      await world.publishWorkflow('keyed-notice', received('keyed-notice'));
      await publishMessage('keyed-notice', { correlationKey: 'house 5' });
      await publishMessage('keyed-notice', { correlationKey: 'house 5' });
      await publishMessage('keyed-notice', { correlationKey: 'house 7' });
      const before = await casesOf('keyed-notice');

      // when
      const [task] = await world.openTasks(before[0]!.id);
      await world.submit(task!.id);
      await world.work();

      // then
      expect(before).toHaveLength(2);
      expect(await casesOf('keyed-notice')).toHaveLength(3);
    });

    it('are of the version in force on the day', async () => {
      // given
      await world.publishWorkflow('law-notice', received('law-notice'), {}, '2026-01-10');
      await publishMessage('law-notice', { timeToLiveMs: 10 * DAY_MS });
      const before = await casesOf('law-notice');

      // when
      world.clock.set('2026-01-10T09:00:00Z');
      await world.work();
      const unmoved = await casesOf('law-notice');
      await publishMessage('law-notice');

      // then
      expect([before.length, unmoved.length]).toEqual([0, 0]);
      expect(await casesOf('law-notice')).toHaveLength(1);
    });

    it('are published with the unit of work around them or not at all', async () => {
      // given
      await world.publishWorkflow('joined-notice', received('joined-notice'));

      // when
      await world.database.transaction(() => publishMessage('joined-notice'));
      const failing = world.database.transaction(async () => {
        await publishMessage('joined-notice');
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');

      // then
      expect(await casesOf('joined-notice')).toHaveLength(1);
    });
  });

  describe('by timer', () => {
    it('open a case when a duration from the activation is over, and only once', async () => {
      // given
      await world.publishWorkflow('after-a-day', timed('after-a-day', duration('P1D')));
      await world.work();
      const before = await casesOf('after-a-day');

      // when
      world.clock.advance(DAY_MS);
      const servers = [otherServer(), otherServer(), otherServer()];
      await Promise.all(servers.map((server) => server.startDue()));
      world.clock.advance(DAY_MS);
      await world.work();

      // then
      const [opened, ...others] = await casesOf('after-a-day');
      expect([before, others]).toEqual([[], []]);
      expect(await world.openTasks(opened!.id)).toHaveLength(1);
      expect(world.errors).toEqual([]);
    });

    it('repeat by a cycle, without making up for what was missed', async () => {
      // given
      await world.publishWorkflow('hourly', timed('hourly', cycle('R4/PT1H')));
      await world.work();

      // when
      const counts: number[] = [];
      for (const hours of [1, 1, 1.5, 1, 5]) {
        world.clock.advance(hours * HOUR_MS);
        await world.work();
        counts.push((await casesOf('hourly')).length);
      }

      // then
      expect(counts).toEqual([1, 2, 3, 4, 4]);
    });

    it('end when another version comes into force, whose own date counts', async () => {
      // given
      const now = world.clock.now().getTime();
      const day = (days: number) => new Date(now + days * DAY_MS).toISOString();
      await world.publishWorkflow('reformed', timed('reformed', date(day(5))));
      await world.work();
      await world.publishWorkflow('reformed', timed('reformed', date(day(1))), { title: 'New' }, day(3).slice(0, 10));

      // when
      const counts: number[] = [];
      for (let passed = 0; passed < 7; passed += 1) {
        world.clock.advance(DAY_MS);
        await world.work();
        counts.push((await casesOf('reformed')).length);
      }

      // then: the old version was over before its date, the date of the new one lies before its time
      expect(counts).toEqual([0, 0, 0, 0, 0, 0, 0]);
    });

    it('give a helper process of the file a case as well', async () => {
      // given
      const helper = `<bpmn:process id="cleaning" isExecutable="true">${duration('PT1H')}${userTask('Task_Clean')}${flow('timed', 'Task_Clean')}</bpmn:process>`;
      await world.publishWorkflow(
        'housekeeping',
        bpmnOf(start + end + chain('start', 'end'), { id: 'housekeeping', more: helper }),
      );
      await world.work();

      // when
      world.clock.advance(HOUR_MS);
      await world.work();

      // then
      const [opened] = await casesOf('housekeeping');
      const instances = await world.database.query('select process_id from process_instances where case_id = $1', [
        opened!.id,
      ]);
      expect(instances).toEqual([{ process_id: 'cleaning' }]);
    });

    it('are told once to those who look after failed work, without what the message brought', async () => {
      // given
      const told: NewNotification[] = [];
      const onFailedStart = createTellFailedStart({
        definitions: world.definitions,
        recipients: { ...createRecipients(world.database, noRoles), keepers: () => Promise.resolve(['keeper']) },
        notifications: { notify: (_users, notice) => Promise.resolve(void told.push(notice)) },
      });
      const startCase = () => Promise.reject(new Error('Key (idnp)=(2000000000007) already exists'));
      const failing = createEventStarts({ ...world, startCase, onFailedStart, onError: () => undefined });
      await world.publishWorkflow('unlucky', timed('unlucky', duration('PT1H')));
      await failing.startDue();

      // when
      world.clock.advance(HOUR_MS);
      await failing.startDue();
      world.clock.advance(2 * 60_000);
      await failing.startDue();

      // then
      const unlucky = told.filter(({ params }) => params?.['workflow'] === 'unlucky');
      expect(unlucky).toMatchObject([
        { kind: 'start.failed', params: { elementId: 'timed', by: 'timer', failure: 'Error' } },
      ]);
      expect(JSON.stringify(told)).not.toContain('2000000000007');
      await world.work();
    });

    it('are tried again later when they fail, and keep nobody waiting', async () => {
      // given
      await world.publishWorkflow('homeless', timed('homeless', duration('PT1H')), { startInstitution: 'nowhere' });
      await world.publishWorkflow('housed', timed('housed', duration('PT2H')));
      await world.work();

      // when
      world.clock.advance(2 * HOUR_MS);
      await world.work();
      const failures = world.errors.splice(0);
      await world.database.query(
        `insert into institutions (id, key, name, kind, parent_id) values ($1, 'nowhere', 'Somewhere', 'office', $2)`,
        [newId(), world.institutionId],
      );
      const early = await casesOf('homeless');
      world.clock.advance(2 * 60_000);
      await world.work();

      // then
      expect(failures).toMatchObject([{ code: 'not_found' }]);
      expect(early).toEqual([]);
      expect(await casesOf('homeless')).toHaveLength(1);
      expect(await casesOf('housed')).toHaveLength(1);
    });
  });
});
