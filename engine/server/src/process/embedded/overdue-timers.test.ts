import { bpmnOf, chain, end, serviceTask, start, userTask } from '../testing/test-bpmn.ts';
import type { TestWorld } from '../testing/test-world.ts';
import { createTestWorld } from '../testing/test-world.ts';
import { doDueWork } from './process-worker.ts';

/** Ten thousand take their time; the goal is to have them drained within a minute. */
const TIMERS = Number(process.env['OVERDUE_TIMERS'] ?? 1_000);
const SERVERS = 2;

const wait = `<bpmn:intermediateCatchEvent id="Wait"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;

describe(`${TIMERS} timers that are overdue after an outage`, () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestWorld();
    const tell = serviceTask('Tell', 'esocial.notify', { headers: { to: 'starter', template: 'Done' } });
    await world.publishWorkflow(
      'waiting',
      bpmnOf(start + wait + tell + userTask('Act') + end + chain('start', 'Wait', 'Tell', 'Act', 'end'), {
        id: 'waiting',
      }),
    );
    const { caseId } = await world.start('waiting');
    await copyCase(caseId, TIMERS - 1);
  }, 120_000);

  afterAll(() => world.close());

  /** As many cases as that one, each with ids of its own. */
  async function copyCase(caseId: string, copies: number): Promise<void> {
    const [row] = await world.database.query<{ instance: string; timer: string }>(
      `select i.id as instance, t.id as timer from process_instances i join process_timers t on t.instance_id = i.id
       where i.case_id = $1`,
      [caseId],
    );
    await world.database.query(
      `with copies as (
         select n, gen_random_uuid() as case_id, gen_random_uuid() as instance_id, gen_random_uuid() as timer_id
         from generate_series(1, $1) n),
       opened as (
         insert into cases
         select (jsonb_populate_record(c, jsonb_build_object('id', k.case_id, 'number', 'COPY-' || k.n))).*
         from copies k, cases c where c.id = $2),
       running as (
         insert into process_instances
         select (jsonb_populate_record(i, jsonb_build_object('id', k.instance_id, 'case_id', k.case_id, 'state',
           replace(replace(i.state::text, i.id::text, k.instance_id::text), $4::text, k.timer_id::text)::jsonb))).*
         from copies k, process_instances i where i.id = $3)
       insert into process_timers (id, instance_id, case_id, element_id, due_at)
       select k.timer_id, k.instance_id, k.case_id, t.element_id, t.due_at
       from copies k, process_timers t where t.id = $4::uuid`,
      [copies, caseId, row?.instance, row?.timer],
    );
  }

  it('are drained by two servers, each once, and told to each person in one notice', async () => {
    // given
    world.clock.advance(2 * 86_400_000);
    const drain = async (): Promise<number> => {
      const { database, engine, clock } = world;
      let done = 0;
      for (let batch = 1; batch > 0; done += batch)
        batch = await doDueWork({ database, engine, clock, onError: (error) => world.errors.push(error) });
      return done;
    };

    // when
    const drained = await Promise.all(Array.from({ length: SERVERS }, drain));

    // then
    expect(world.errors).toEqual([]);
    expect(drained.reduce((sum, count) => sum + count, 0)).toBe(TIMERS);
    const [counts] = await world.database.query(
      `select (select count(*)::int from process_timers) as timers,
         (select count(*)::int from tasks where element_id = 'Act' and state = 'open') as tasks,
         (select count(*)::int from case_events where event = 'timer.fired') as fired,
         (select count(*)::int from process_steps where command = 'triggerTimer') as steps,
         (select count(distinct instance_id)::int from process_steps where command = 'triggerTimer') as instances`,
    );
    expect(counts).toEqual({ timers: 0, tasks: TIMERS, fired: TIMERS, steps: TIMERS, instances: TIMERS });
    const notices = await world.database.query('select kind, params from notifications where user_id = $1', [
      world.clerk.userId,
    ]);
    expect(notices).toEqual([{ kind: 'work.digest', params: { count: TIMERS } }]);
  }, 60_000);
});
