export interface WorkerLoop {
  /** Looks for work now instead of at the next poll. */
  wake(): void;
  /** Ends after the batch at hand. */
  stop(): Promise<void>;
}

export interface WorkerLoopOptions {
  /** Does a batch of work and gives how much there was. */
  readonly work: () => Promise<number>;
  /** How long to rest at most when there was none, in milliseconds. */
  readonly pollMs: number;
  /** In how many milliseconds the next work is due, as far as it is known; undefined when there is none. */
  readonly untilNext?: () => Promise<number | undefined>;
  readonly onError: (error: unknown) => void;
}

/** Work that is due and that nobody can take yet is not asked for without a pause. */
const SHORTEST_REST_MS = 10;

/** Works until there is nothing left, then rests until it is woken, or the next work or poll is due. An error is a rest as well. */
export function startWorkerLoop({ work, pollMs, untilNext, onError }: WorkerLoopOptions): WorkerLoop {
  let stopped = false;
  let woken = false;
  let endRest: (() => void) | undefined;

  function rest(ms: number): Promise<void> {
    if (woken || stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      timer.unref();
      endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function attempt<T>(act: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await act();
    } catch (error) {
      onError(error);
      return otherwise;
    }
  }

  async function restTime(): Promise<number> {
    const next = untilNext && (await attempt(untilNext, undefined));
    return next === undefined ? pollMs : Math.min(Math.max(next, SHORTEST_REST_MS), pollMs);
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      if ((await attempt(work, 0)) === 0) await rest(await restTime());
    }
  }

  const running = run();
  return {
    wake() {
      woken = true;
      endRest?.();
    },
    async stop() {
      stopped = true;
      endRest?.();
      await running;
    },
  };
}
