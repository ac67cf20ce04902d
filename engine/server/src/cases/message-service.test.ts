import type { Actor, Permission } from '../access/actor.ts';
import { createAudit } from '../audit/audit.ts';
import { newId } from '../ids/new-id.ts';
import { createProcessReadModel } from '../process/process-read-model.ts';
import { bpmnOf, end, flow, start, userTask } from '../process/testing/test-bpmn.ts';
import type { TestWorld } from '../process/testing/test-world.ts';
import { createTestWorld, insertUser } from '../process/testing/test-world.ts';
import { createCaseReadModel } from './case-read-model.ts';
import type { CaseReadModel } from './case-read-model.ts';
import { createMessageService } from './message-service.ts';
import type { MessageService } from './message-service.ts';

const message = `<bpmn:message id="m" name="visit-now"><bpmn:extensionElements>
  <zeebe:subscription correlationKey="=caseId" /></bpmn:extensionElements></bpmn:message>`;
const catchEvent = `<bpmn:intermediateCatchEvent id="Visit" name="Visit at once"><bpmn:messageEventDefinition id="d" messageRef="m" /></bpmn:intermediateCatchEvent>`;
const gateway = '<bpmn:exclusiveGateway id="choice" default="choice-Visit" />';
const bpmn = bpmnOf(
  start +
    gateway +
    userTask('Task_Never') +
    catchEvent +
    userTask('Task_Visit') +
    end +
    [
      flow('start', 'choice'),
      flow('choice', 'Task_Never', '=false'),
      flow('choice', 'Visit'),
      flow('Task_Never', 'Visit'),
      flow('Visit', 'Task_Visit'),
      flow('Task_Visit', 'end'),
    ].join(''),
  { id: 'visiting', more: message },
);

describe('messages from people', () => {
  let world: TestWorld;
  let messages: MessageService;
  let cases: CaseReadModel;
  let supervisor: Actor;

  const may = (relation: Permission['relation']): Permission => ({ action: 'message.publish', relation });
  const withPermission = (actor: Actor, permission: Permission): Actor => ({
    ...actor,
    permissions: [...actor.permissions, permission],
  });

  beforeAll(async () => {
    world = await createTestWorld();
    const { database, definitions, clock, engine } = world;
    const audit = createAudit(database);
    messages = createMessageService({ database, audit, clock, engine });
    cases = createCaseReadModel({ database, definitions, clock, audit, processes: createProcessReadModel(database) });
    supervisor = withPermission(world.chief, may('institution'));
    await world.publishWorkflow('visiting', bpmn, {
      stages: [
        { key: 'never', title: 'Never', elements: ['Task_Never'] },
        { key: 'visit', title: 'Visit', elements: ['Task_Visit'] },
      ],
    });
  }, 120_000);

  afterAll(() => world.close());

  const startCase = async () => (await world.start('visiting')).caseId;

  it('are offered on the case by the name in the diagram, to those who may send them', async () => {
    // given
    const caseId = await startCase();

    // when
    const [seen, own] = [await cases.get(world.clerk, caseId, 'en'), await cases.get(supervisor, caseId, 'en')];

    // then
    expect(seen.messages).toEqual([{ name: 'visit-now', elementId: 'Visit', title: 'Visit at once' }]);
    expect([seen.permissions.sendMessage, own.permissions.sendMessage]).toEqual([false, true]);
    expect(seen.stages).toMatchObject([
      { key: 'never', state: 'skipped' },
      { key: 'visit', state: 'ahead' },
    ]);
  });

  it('move the case on, and stand on its timeline and in the audit', async () => {
    // given
    const caseId = await startCase();
    const starter = withPermission(world.clerk, may('own'));

    // when
    const { id } = await world.database.transaction(() => messages.sendToCase(starter, caseId, { name: 'visit-now' }));

    // then
    expect(await world.openTasks(caseId)).toMatchObject([{ element_id: 'Task_Visit' }]);
    const events = await world.database.query(
      `select actor_id, params from case_events where case_id = $1 and event = 'message.sent'`,
      [caseId],
    );
    expect(events).toEqual([{ actor_id: world.clerk.userId, params: { name: 'visit-now' } }]);
    const audit = await world.database.query('select object_id from audit_events where case_id = $1 and verb = $2', [
      caseId,
      'message.published',
    ]);
    expect(audit).toEqual([{ object_id: id }]);
  });

  it('are refused when the case does not wait for them, and do nothing then', async () => {
    // given
    const caseId = await startCase();
    const send = () => messages.sendToCase(supervisor, caseId, { name: 'visit-now' });
    await send();

    // then
    await expect(send()).rejects.toMatchObject({ code: 'message_not_awaited', status: 409 });
  });

  it('are refused to those who may not act on the case', async () => {
    // given
    const caseId = await startCase();
    const publish = (actor: Actor) => messages.publish(actor, { name: 'visit-now', correlationKey: caseId });
    const stranger = await insertUser(world.database, world.institutionId, 'Stranger', [], [may('all')]);

    // then
    const refused = { status: 403 };
    await expect(messages.sendToCase(world.clerk, caseId, { name: 'visit-now' })).rejects.toMatchObject(refused);
    await expect(publish(withPermission(world.otherClerk, may('own')))).rejects.toMatchObject(refused);
    await expect(publish(stranger)).rejects.toMatchObject(refused);
    await expect(messages.publish(supervisor, { name: 'anything', correlationKey: newId() })).rejects.toMatchObject(
      refused,
    );
    await publish(supervisor);
    expect(await world.openTasks(caseId)).toHaveLength(1);
  });

  it('that are about no case are published by those who may do so whatever it is about', async () => {
    // given
    const administrator = await insertUser(world.database, world.institutionId, 'Admin', [], [may('all')]);

    // when
    const { id } = await messages.publish(administrator, { name: 'nobody-waits', timeToLive: 1000, messageId: 'x' });

    // then
    const rows = await world.database.query('select name, message_id from messages where id = $1', [id]);
    expect(rows).toEqual([{ name: 'nobody-waits', message_id: 'x' }]);
  });
});
