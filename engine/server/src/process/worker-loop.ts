export interface WorkerLoop {
  /** Looks for work now instead of at the next poll. */
  wake(): void;
  /** Ends after the batch at hand. */
  stop(): Promise<void>;
}

export interface WorkerLoopOptions {
  /** Does a batch of work and gives how much there was. */
  readonly work: () => Promise<number>;
  /** How long to rest when there was none, in milliseconds. */
  readonly pollMs: number;
  readonly onError: (error: unknown) => void;
}

/** Works until there is nothing left, then rests until it is woken or the poll is due. An error is a rest as well. */
export function startWorkerLoop({ work, pollMs, onError }: WorkerLoopOptions): WorkerLoop {
  let stopped = false;
  let woken = false;
  let endRest: (() => void) | undefined;

  function rest(): Promise<void> {
    if (woken || stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pollMs);
      timer.unref();
      endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function batch(): Promise<number> {
    try {
      return await work();
    } catch (error) {
      onError(error);
      return 0;
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      if ((await batch()) === 0) await rest();
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
