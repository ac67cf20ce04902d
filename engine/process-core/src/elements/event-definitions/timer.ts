import { evaluate, wrongType } from '../../execution/evaluate.ts';
import { addDuration, nextTime, parseCycle, parseInstant } from '../../execution/iso-time.ts';
import type { Step, TimerData } from '../../execution/step.ts';
import { dataOf, getInstance, remember } from '../../execution/step.ts';
import type { ElementModel, EventModel, TimerType } from '../../model/model.ts';
import type { Json } from '../../types.ts';

type TimerModel = Extract<EventModel, { kind: 'timer' }>;

/** Sets the timer of `event` on the instance that waits for it: the event itself, its host or its gateway. */
export function setTimer(step: Step, ownerId: string, event: ElementModel, timer: TimerModel): void {
  openTimer(step, ownerId, { event: event.id, ...readTimer(step, ownerId, timer) });
}

/** The next repetition of a cycle timer that has just gone off, counted from the instant it was due. */
export function renewTimer(step: Step, ownerId: string, timer: TimerData): void {
  if (timer.interval === undefined || timer.left === 0 || timer.left === undefined) return;
  const due = nextTime(timer.due, timer.interval);
  if (due !== null) openTimer(step, ownerId, { ...timer, due, left: timer.left < 0 ? -1 : timer.left - 1 });
}

function openTimer(step: Step, ownerId: string, timer: TimerData): void {
  const timerId = step.context.newId();
  remember(step, ownerId, { timers: { ...dataOf(getInstance(step, ownerId)).timers, [timerId]: timer } });
  const { event: elementId, due: dueAt } = timer;
  step.effects.push({ type: 'timerSet', timerId, elementInstanceId: ownerId, elementId, dueAt });
}

function readTimer(step: Step, ownerId: string, timer: TimerModel): Omit<TimerData, 'event'> {
  const value = evaluate(step, ownerId, timer.value);
  const result = readTimerValue(timer.timerType, value, step.context.now);
  if (result === null) throw wrongType(timer.value, expectations[timer.timerType], value);
  return result;
}

/** When a timer with this value goes off first and how it repeats; null when the value says no time. */
export function readTimerValue(type: TimerType, value: Json, now: string): Omit<TimerData, 'event'> | null {
  return typeof value === 'string' ? readers[type](value, now) : null;
}

const readers: Record<TimerModel['timerType'], (value: string, now: string) => Omit<TimerData, 'event'> | null> = {
  date: (value) => dueAt(parseInstant(value)),
  duration: (value, now) => dueAt(addDuration(now, value)),
  cycle: readCycle,
};

const expectations: Record<TimerModel['timerType'], string> = {
  date: 'a date and time like 2026-01-31T10:00:00Z',
  duration: 'an ISO 8601 duration like P10D',
  cycle: 'a repeating interval like R3/PT1H, or cron like 0 0 8 * * MON-FRI',
};

function dueAt(due: string | null): Omit<TimerData, 'event'> | null {
  return due === null ? null : { due };
}

function readCycle(value: string, now: string): Omit<TimerData, 'event'> | null {
  const cycle = parseCycle(value);
  if (cycle === null || cycle.repetitions === 0) return null;
  const due = cycle.start ?? nextTime(now, cycle.interval);
  if (due === null) return null;
  const left = cycle.repetitions < 0 ? -1 : cycle.repetitions - 1;
  return { due, left, interval: cycle.interval };
}
