import { readTimerValue } from './elements/event-definitions/timer.ts';
import { nextTime } from './execution/iso-time.ts';
import type { ProcessModel } from './model/model.ts';

/** When a timer start event starts the next instance. */
export interface StartTimer {
  readonly dueAt: string;
  /** How many starts follow this one; -1 is without end. */
  readonly left: number;
  /** ISO 8601 duration between two starts, or cron; null when there is one only. */
  readonly interval: string | null;
}

/**
 * The first start of a timer start event of a model that is active from `activeFrom` on (an instant): a date, a
 * duration from then, or a cycle. Null when it never starts anything: a date before the model was active. Its
 * expression sees no variables, since no instance exists yet.
 * @throws Error that names the element when the expression gives no time.
 */
export function readStartTimer(model: ProcessModel, elementId: string, activeFrom: string): StartTimer | null {
  const event = model.elements.get(elementId)?.event;
  if (event?.kind !== 'timer') throw new Error(`"${elementId}" is no timer start event.`);
  const { value: expression, timerType } = event;
  const value = expression.feel?.evaluate({}, { now: activeFrom }).value ?? expression.literal;
  const timer = readTimerValue(timerType, value, activeFrom);
  if (timer === null) {
    throw new Error(
      `The timer of "${elementId}" gives ${JSON.stringify(value)}, which is no ${timerType} of ISO 8601.`,
    );
  }
  const first = { dueAt: timer.due, left: timer.left ?? 0, interval: timer.interval ?? null };
  return timerType === 'date' && first.dueAt < activeFrom ? null : notBefore(first, activeFrom);
}

/** The start after this one that is still to come at `now`: those missed meanwhile are not made up for. */
export function nextStart(timer: StartTimer, now: string): StartTimer | null {
  const next = following(timer);
  return next && notBefore(next, now);
}

/** Skips the starts of a cycle that lie before the instant; a cycle that is over then has none left. */
function notBefore(timer: StartTimer, instant: string): StartTimer | null {
  let next: StartTimer | null = timer;
  while (next && next.interval !== null && next.dueAt < instant) next = following(next);
  return next;
}

function following({ dueAt, left, interval }: StartTimer): StartTimer | null {
  const next = interval === null || left === 0 ? null : nextTime(dueAt, interval);
  // An interval that leads nowhere would start instances without end at once.
  if (next === null || next <= dueAt) return null;
  return { dueAt: next, left: left < 0 ? -1 : left - 1, interval };
}
