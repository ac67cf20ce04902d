/** Where the server reads the time, so that tests move it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export interface ManualClock extends Clock {
  /** Moves the time forward by milliseconds. */
  advance(milliseconds: number): void;
  set(instant: string): void;
}

/** A clock that stands still until it is moved. */
export function createManualClock(instant: string): ManualClock {
  let now = new Date(instant);
  return {
    now: () => new Date(now),
    advance(milliseconds) {
      now = new Date(now.getTime() + milliseconds);
    },
    set(next) {
      now = new Date(next);
    },
  };
}
