import { bpmnOf, chain, end, flow, serviceTask, start, userTask } from '@esocial/server/process/testing/test-bpmn.ts';
import { createZeebeWorld } from './zeebe-world.ts';
import type { ZeebeWorld } from './zeebe-world.ts';

jest.setTimeout(240_000);

const gateway = '<bpmn:exclusiveGateway id="which" default="which-end" />';
const review = userTask('review', {
  outputs: { approved: '=data.approved' },
  properties: { deadlineRule: 'review-time' },
});

describe('a case on a broker', () => {
  let office: ZeebeWorld;

  beforeAll(async () => {
    office = await createZeebeWorld();
    await office.publishWorkflow(
      'request',
      bpmnOf(
        start +
          review +
          gateway +
          userTask('again') +
          serviceTask('close', 'esocial.case.close', { headers: { outcome: 'GRANTED' } }) +
          end +
          chain('start', 'review', 'which') +
          flow('which', 'again', '=not(approved)') +
          flow('which', 'close').replace('id="which-close"', 'id="which-end"') +
          chain('again', 'close', 'end'),
      ),
    );
  });

  afterAll(async () => {
    await office?.close();
  });

  it('begins, is worked on and is closed, as on the embedded engine', async () => {
    // when
    const started = await office.start('request');
    const task = await office.taskAt(started.caseId, 'review');
    const submitted = await office.submit(task.id, { approved: true, remark: 'good' });
    await office.untilClosed(started.caseId);

    // then
    expect(started.next).toEqual({ state: 'pending' });
    expect(submitted.next).toEqual({ state: 'pending' });
    expect(task.due_at).toBeInstanceOf(Date);
    const [row] = await office.database.query<{ outcome: string; state: string; status: string }>(
      `select c.outcome, t.state, i.status from cases c join tasks t on t.case_id = c.id
       join process_instances i on i.case_id = c.id where c.id = $1`,
      [started.caseId],
    );
    expect(row).toEqual({ outcome: 'GRANTED', state: 'completed', status: 'completed' });
    expect(office.errors).toEqual([]);
  });

  it('takes the first flow of the file whose condition holds, as the embedded engine does', async () => {
    // given
    const fork = '<bpmn:exclusiveGateway id="fork" default="fork-end" />';
    await office.publishWorkflow(
      'order',
      bpmnOf(
        start +
          fork +
          userTask('first') +
          userTask('second') +
          end +
          chain('start', 'fork') +
          flow('fork', 'first', '=true') +
          flow('fork', 'second', '=true') +
          flow('fork', 'end') +
          chain('first', 'end') +
          chain('second', 'end'),
        { id: 'order' },
      ),
    );

    // when
    const { caseId } = await office.start('order');

    // then
    expect((await office.taskAt(caseId, 'first')).element_id).toBe('first');
  });

  it('goes over to another version of its procedure, with its task and its pins', async () => {
    // given
    const before = start + userTask('look') + end + chain('start', 'look', 'end');
    const source = await office.publishWorkflow('moving', bpmnOf(before, { id: 'moving' }));
    const { caseId } = await office.start('moving');
    const task = await office.taskAt(caseId, 'look');
    const after = start + userTask('inspect') + userTask('report') + end + chain('start', 'inspect', 'report', 'end');
    const target = await office.publishWorkflow('moving', bpmnOf(after, { id: 'moving' }));
    const { id: instanceId } = await office.eventually<{ id: string }>(
      'select id from process_instances where case_id = $1 and workflow_version_id = $2',
      [caseId, source],
    );

    // when
    const request = { instanceId, targetVersionId: target, mapping: { look: 'inspect' }, actorId: null };
    await office.zeebe.engine.migrateInstance(request);
    await office.eventually('select 1 from tasks where id = $1 and element_id = $2', [task.id, 'inspect']);
    await office.submit(task.id);
    const report = await office.taskAt(caseId, 'report');
    await office.submit(report.id);
    await office.untilClosed(caseId);

    // then
    const [row] = await office.database.query(
      `select c.workflow_version_id as pinned, i.workflow_version_id as runs from cases c
       join process_instances i on i.case_id = c.id where c.id = $1`,
      [caseId],
    );
    expect(row).toEqual({ pinned: target, runs: target });
    expect(office.errors).toEqual([]);
  });

  it('tells of a migration that the broker refuses, and goes on as it was', async () => {
    // given
    const chainOf = (...tasks: string[]) =>
      bpmnOf(start + tasks.map((id) => userTask(id)).join('') + end + chain('start', ...tasks, 'end'), {
        id: 'staying',
      });
    const source = await office.publishWorkflow('staying', chainOf('look'));
    const { caseId } = await office.start('staying');
    const task = await office.taskAt(caseId, 'look');
    const target = await office.publishWorkflow('staying', chainOf('inspect'));
    const { id: instanceId } = await office.eventually<{ id: string }>(
      'select id from process_instances where case_id = $1 and workflow_version_id = $2',
      [caseId, source],
    );

    // when
    await office.zeebe.engine.migrateInstance({ instanceId, targetVersionId: target, mapping: {}, actorId: null });
    const incident = await office.eventually<{ message: string }>(
      'select message from incidents where case_id = $1 and resolved_at is null',
      [caseId],
    );
    await office.submit(task.id);
    await office.untilClosed(caseId);

    // then
    expect(incident.message).toMatch(/migrat|look/i);
  });

  it('tells the diagram the way that was taken', async () => {
    // given
    const started = await office.start('request');
    const task = await office.taskAt(started.caseId, 'review');

    // when
    await office.submit(task.id, { approved: false });
    const again = await office.taskAt(started.caseId, 'again');
    await office.submit(again.id, { approved: true });
    await office.untilClosed(started.caseId);

    // then
    const steps = await office.database.query<{ changes: { c?: string[]; f?: string[] }; actor_id: string | null }>(
      `select s.changes, s.actor_id from process_steps s join process_instances i on i.id = s.instance_id
       where i.case_id = $1 order by s.version`,
      [started.caseId],
    );
    const all = (key: 'c' | 'f') => steps.flatMap(({ changes }) => changes[key] ?? []);
    expect(all('c')).toEqual(['start', 'review', 'which', 'again', 'close', 'end', 'request']);
    expect(all('f')).toEqual(['start-review', 'review-which', 'which-again', 'again-close', 'close-end']);
    expect(steps.at(-1)?.actor_id).toBe(office.clerk.userId);
  });

  it('gives the broker nothing of a form but what a mapping names', async () => {
    // given
    const started = await office.start('request', { subject: 'Secret roof' });
    const task = await office.taskAt(started.caseId, 'review');

    // when
    await office.submit(task.id, { approved: true, remark: 'Secret remark' });
    await office.untilClosed(started.caseId);

    // then
    const kept = await office.database.query<{ text: string }>(
      `select value::text as text from zeebe_records union all select payload::text from zeebe_commands where payload is not null`,
    );
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.filter(({ text }) => text.includes('Secret'))).toEqual([]);
  });
});
