import { Registry } from 'prom-client';
import type { TestDatabase } from '../../database/test-database.ts';
import { createTestDatabase } from '../../database/test-database.ts';
import { newId } from '../../ids/new-id.ts';
import { describeBroker, measureBroker } from './broker-figures.ts';
import { createBrokerHealth } from './broker-health.ts';
import { createCommandStore } from './commands/command-store.ts';
import { createRecordStore } from './record-stream/record-store.ts';
import { buildRecord } from './testing/build-record.ts';

describe('the health of a broker', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createTestDatabase();
    await createRecordStore(test.database).notePosition(buildRecord('JOB CREATED', {}, { position: 42 }));
    await createCommandStore(test.database).insert(newId(), { kind: 'cancel' });
  });

  afterAll(() => test.close());

  const health = () =>
    createBrokerHealth({ commands: createCommandStore(test.database), records: createRecordStore(test.database) });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

  it.each([
    ['ready with a leader', () => Promise.resolve({ version: '8.5.8', leaders: 1 }), 'ready'],
    ['away without one', () => Promise.resolve({ version: '8.5.8', leaders: 0 }), 'away'],
    ['away when it does not answer', () => Promise.reject(new Error('no connection')), 'away'],
  ])('is %s', async (_what, topology, state) => {
    // given
    const watched = health();

    // when
    watched.watch({ topology });
    await settled();
    watched.stop();

    // then
    expect(await watched.status()).toMatchObject({
      state,
      commandsWaiting: 1,
      partitions: [{ partitionId: 1, position: 42 }],
    });
  });

  it('is told by readyz and metrics', async () => {
    // given
    const registry = new Registry();
    const watched = health();

    // when
    measureBroker(registry, watched);
    const figures = await registry.metrics();

    // then
    expect(figures).toContain('zeebe_up 1');
    expect(figures).toContain('zeebe_commands_waiting 1');
    expect(figures).toContain('zeebe_stream_position{partition="1"} 42');
    expect(figures).toMatch(/zeebe_stream_lag_seconds\{partition="1"\} \d/);
    expect(await describeBroker(watched)()).toMatchObject({ processEngine: { engine: 'zeebe', state: 'ready' } });
  });
});
