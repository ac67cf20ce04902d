import type { TestDatabase } from '../../../database/test-database.ts';
import { createTestDatabase } from '../../../database/test-database.ts';
import { newId } from '../../../ids/new-id.ts';
import type { BrokerClient } from './broker-client.ts';
import { BrokerError } from './broker-client.ts';
import { createCommandStore } from './command-store.ts';
import type { CommandStore } from './command-store.ts';
import { createCommandWorker } from './command-worker.ts';
import type { ZeebeCommand } from './zeebe-command.ts';

const completion = (taskId: string): ZeebeCommand => ({
  ...{ kind: 'completeUserTask', taskId, userTaskKey: taskId },
  variables: { data: { secret: 1 } },
});

describe('commands on their way to the broker', () => {
  let test: TestDatabase;
  let commands: CommandStore;
  let sent: string[];
  let answer: (userTaskKey: string) => Promise<void>;
  const rejected: string[] = [];
  const errors: unknown[] = [];

  const worker = (happened = false) =>
    createCommandWorker({
      ...{ database: test.database, commands },
      client: {
        completeUserTask: async (key: string) => {
          sent.push(key);
          await answer(key);
        },
        broadcastSignal: async (name: string) => {
          sent.push(name);
        },
      } as unknown as BrokerClient,
      deployer: { ensure: () => Promise.resolve(), processKey: () => Promise.resolve('7') },
      findKey: () => Promise.resolve(null),
      hasHappened: () => Promise.resolve(happened),
      onRejected: async (_command, message) => {
        rejected.push(message);
        await Promise.resolve();
      },
      onError: (error) => errors.push(error),
    });
  const outcomes = () =>
    test.database.query<{ outcome: string | null; payload: unknown }>(
      'select outcome, payload from zeebe_commands order by id',
    );
  const dueNow = () => test.database.query('update zeebe_commands set next_attempt_at = now()');

  beforeAll(async () => {
    test = await createTestDatabase();
    commands = createCommandStore(test.database);
  });

  beforeEach(async () => {
    await test.database.query('delete from zeebe_commands');
    sent = [];
    answer = () => Promise.resolve();
    rejected.length = 0;
  });

  afterAll(() => test.close());

  it('leave one after the other within an instance, and beside each other otherwise', async () => {
    // given
    const [one, other] = [newId(), newId()];
    for (const [instance, task] of [
      [one, 'a'],
      [one, 'b'],
      [other, 'c'],
    ] as const)
      await commands.insert(instance, completion(task));

    // when
    const first = await worker().sendDue();
    const second = await worker().sendDue();

    // then
    expect([first, second]).toEqual([2, 1]);
    expect(sent.slice(0, 2).sort()).toEqual(['a', 'c']);
    expect(sent[2]).toBe('b');
  });

  it('are forgotten when the broker has them, with what they carried', async () => {
    await commands.insert(newId(), completion('a'));
    await worker().sendDue();
    expect(await outcomes()).toEqual([{ outcome: 'done', payload: null }]);
  });

  it('wait while the broker is away', async () => {
    // given
    answer = () => Promise.reject(new BrokerError('away', 'no connection'));
    await commands.insert(newId(), completion('a'));
    const sender = worker();

    // when
    await sender.sendDue();

    // then
    expect(sender.isBrokerAway()).toBe(true);
    expect((await commands.countWaiting()).waiting).toBe(1);
    answer = () => Promise.resolve();
    await dueNow();
    await sender.sendDue();
    expect(sender.isBrokerAway()).toBe(false);
    expect((await commands.countWaiting()).waiting).toBe(0);
  });

  it('are over when what they were about is no more', async () => {
    answer = () => Promise.reject(new BrokerError('not-found', 'no such task'));
    await commands.insert(newId(), completion('a'));
    await worker().sendDue();
    expect((await outcomes()).map(({ outcome }) => outcome)).toEqual(['gone']);
    expect(rejected).toEqual([]);
  });

  it('are told of when the broker refuses them, and can be sent once more', async () => {
    // given
    const instanceId = newId();
    answer = () => Promise.reject(new BrokerError('rejected', 'a variable is too large'));
    await commands.insert(instanceId, completion('a'));

    // when
    await worker().sendDue();

    // then
    expect(rejected).toEqual(['a variable is too large']);
    answer = () => Promise.resolve();
    expect(await commands.requeueRejected(instanceId)).toBe(true);
    await worker().sendDue();
    expect(await outcomes()).toEqual([{ outcome: 'done', payload: null }]);
  });

  it('that cannot be repeated are looked for in the stream before they are sent again', async () => {
    // given
    await commands.insert(null, { kind: 'broadcastSignal', name: 'flood', variables: {} });
    await test.database.query('update zeebe_commands set attempts = 1');

    // when
    await worker(true).sendDue();

    // then
    expect(sent).toEqual([]);
    expect((await outcomes()).map(({ outcome }) => outcome)).toEqual(['done']);
  });
});
