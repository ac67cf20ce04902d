import { startWorkerLoop } from './worker-loop.ts';

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('a worker loop', () => {
  it('works until nothing is left and rests until it is woken', async () => {
    // given
    let left = 3;
    let batches = 0;
    const loop = startWorkerLoop({
      work: () => {
        batches += 1;
        return Promise.resolve(left > 0 ? left-- : 0);
      },
      pollMs: 60_000,
      onError: () => undefined,
    });
    await soon();
    const first = batches;

    // when
    left = 1;
    loop.wake();
    await soon();

    // then
    expect([first, batches]).toEqual([4, 6]);
    await loop.stop();
  });

  it('polls by itself', async () => {
    // given
    let batches = 0;
    const loop = startWorkerLoop({
      work: () => Promise.resolve(((batches += 1), 0)),
      pollMs: 5,
      onError: () => undefined,
    });

    // when
    await soon();
    await loop.stop();

    // then
    expect(batches).toBeGreaterThan(1);
  });

  it('reports an error and goes on', async () => {
    // given
    const errors: unknown[] = [];
    let batches = 0;
    const loop = startWorkerLoop({
      work: () => ((batches += 1) === 1 ? Promise.reject(new Error('no database')) : Promise.resolve(0)),
      pollMs: 5,
      onError: (error) => errors.push(error),
    });

    // when
    await soon();
    await loop.stop();

    // then
    expect(errors).toEqual([new Error('no database')]);
    expect(batches).toBeGreaterThan(1);
  });

  it('ends after the batch at hand, and does no more', async () => {
    // given
    const done: number[] = [];
    let batches = 0;
    const loop = startWorkerLoop({
      work: async () => {
        const batch = (batches += 1);
        await soon();
        done.push(batch);
        return 1;
      },
      pollMs: 5,
      onError: () => undefined,
    });

    // when
    await loop.stop();
    const atStop = done.length;
    await soon();
    await soon();

    // then
    expect([atStop, done.length, batches]).toEqual([1, 1, 1]);
  });

  it('rests no longer than until the next work is due, as far as that is known', async () => {
    // given
    let batches = 0;
    const loop = startWorkerLoop({
      work: () => Promise.resolve(((batches += 1), 0)),
      untilNext: () => (batches < 3 ? Promise.resolve(1) : Promise.reject(new Error('unknown'))),
      pollMs: 60_000,
      onError: () => undefined,
    });

    // when
    await new Promise((resolve) => setTimeout(resolve, 200));

    // then
    expect(batches).toBe(3);
    await loop.stop();
  });
});
