import { createTestDatabase } from '../database/test-database.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { newId } from '../ids/new-id.ts';
import { createOutbox } from './outbox.ts';
import { createOutboxDispatcher, forgetDelivered } from './outbox-dispatcher.ts';
import type { DeliveredEvent, OutboxDispatcher, OutboxSubscriber } from './outbox-dispatcher.ts';

describe('the outbox', () => {
  let test: TestDatabase;
  const dispatchers: OutboxDispatcher[] = [];

  beforeAll(async () => {
    test = await createTestDatabase();
  }, 120_000);

  afterEach(async () => {
    await Promise.all(dispatchers.splice(0).map((dispatcher) => dispatcher.stop()));
    await test.database.query('delete from outbox');
  });

  afterAll(() => test.close());

  function dispatch(
    subscriber: Partial<OutboxSubscriber>,
    onError: (error: unknown, event: DeliveredEvent) => void = () => undefined,
  ) {
    const subscribers = [{ name: 'test', topics: ['case.opened'], handle: async () => undefined, ...subscriber }];
    const dispatcher = createOutboxDispatcher({ database: test.database, subscribers, onError });
    dispatchers.push(dispatcher);
    return dispatcher;
  }

  const append = (topic = 'case.opened', payload = {}) => createOutbox(test.database).append({ topic, payload });

  const countWaiting = async () =>
    (await test.database.query<{ count: number }>('select count(*) from outbox where delivered_at is null'))[0]?.count;

  it('delivers an event with its payload after the commit', async () => {
    // given
    const heard: unknown[] = [];
    const dispatcher = dispatch({ handle: async ({ payload }) => void heard.push(payload) });
    await dispatcher.start();

    // when
    await test.database.transaction(async () => {
      await append('case.opened', { caseId: 'c' });
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(heard).toEqual([]);
    });
    await new Promise((resolve) => setTimeout(resolve, 150));

    // then
    expect(heard).toEqual([{ caseId: 'c' }]);
    expect(await countWaiting()).toBe(0);
  });

  it('delivers nothing of a unit of work that was rolled back', async () => {
    // given
    const rolledBack = test.database.transaction(async () => {
      await append();
      throw new Error('no');
    });

    // when
    await expect(rolledBack).rejects.toThrow();

    // then
    expect(await dispatch({}).deliverDue()).toBe(0);
  });

  it('delivers each event once, though several servers deliver', async () => {
    // given
    const heard: number[] = [];
    for (let index = 0; index < 40; index += 1) await append();
    const servers = [1, 2, 3].map(() => dispatch({ handle: async ({ id }) => void heard.push(id) }));

    // when
    await Promise.all(servers.map((server) => server.deliverDue()));

    // then
    expect(heard).toHaveLength(40);
    expect(new Set(heard).size).toBe(40);
  });

  it('tries again later what failed, with nothing of it done', async () => {
    // given
    const errors: unknown[] = [];
    let attempts = 0;
    const handle = async () => {
      attempts += 1;
      await test.database.query('insert into territories (id, code, name) values ($1, $2, $2)', [
        newId(),
        `try ${attempts}`,
      ]);
      if (attempts === 1) throw new TypeError('neighbour is down');
    };
    const dispatcher = dispatch({ handle }, (error) => errors.push(error));
    await append();

    // when
    await dispatcher.deliverDue();
    const [waiting] = await test.database.query(
      'select attempts, last_error, next_attempt_at > now() as later from outbox',
    );
    await test.database.query('update outbox set next_attempt_at = now()');
    await dispatcher.deliverDue();

    // then
    expect(errors).toEqual([expect.any(TypeError)]);
    expect(waiting).toEqual({ attempts: 1, last_error: 'TypeError', later: true });
    expect(await test.database.query('select code from territories')).toEqual([{ code: 'try 2' }]);
    expect(await countWaiting()).toBe(0);
  });

  it('marks delivered what nobody waits for, and forgets it after a week', async () => {
    // given
    await append('nobody.cares');
    await dispatch({}).deliverDue();
    await test.database.query(`update outbox set delivered_at = now() - interval '8 days'`);

    // when
    await forgetDelivered(test.database);

    // then
    expect(await test.database.query('select 1 from outbox')).toEqual([]);
  });
});
