import { systemActor } from '../access/actor.ts';
import { openEventStream } from './event-stream.ts';
import type { LiveEventListener, LiveEvents } from './live-events.ts';

function createFakeLive() {
  const listeners = new Set<LiveEventListener>();
  const live: LiveEvents = {
    publish: (events) => listeners.forEach((listener) => events.forEach((event) => listener.onEvent(event))),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: async () => undefined,
  };
  return { live, listeners };
}

const hearing = { everywhere: true, institutionIds: new Set<string>() };
const actor = systemActor('test');

describe('openEventStream', () => {
  it('ends when the session has ended, and then listens no more', async () => {
    // given
    const { live, listeners } = createFakeLive();
    let valid = true;
    const stream = openEventStream({ actor, hearing, live, isValid: async () => valid, heartbeatMs: 10 });
    const closed = new Promise((resolve) => stream.on('close', resolve));
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      valid = !text.includes('still here');
    });

    // when
    await closed;

    // then
    expect(text).toMatch(/^retry: 1000\n: open\n\n: still here\n\n/);
    expect(listeners.size).toBe(0);
  });

  it('listens no more when the screen is closed', async () => {
    // given
    const { live, listeners } = createFakeLive();
    const stream = openEventStream({ actor, hearing, live, isValid: async () => true });

    // when
    stream.destroy();
    await new Promise((resolve) => stream.on('close', resolve));

    // then
    expect(listeners.size).toBe(0);
  });
});
