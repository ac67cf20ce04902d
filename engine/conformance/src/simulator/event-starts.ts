import { addDuration } from '@esocial/process-core/execution/iso-time.ts';
import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import type { Simulation } from '@esocial/process-core/simulate/simulation.ts';
import type { StartTimer } from '@esocial/process-core/start-timer.ts';
import { nextStart, readStartTimer } from '@esocial/process-core/start-timer.ts';

interface WaitingStart {
  readonly processId: string;
  readonly elementId: string;
  timer: StartTimer | null;
}

export interface EventStarts {
  /** Lets time pass up to the end of the duration and starts what begins by a timer on the way. */
  advanceTime(duration: string, afterwards: () => void): void;
}

/** Timer start events around the core: they are active from the beginning of the scenario. */
export function createEventStarts(simulation: Simulation, models: readonly ProcessModel[]): EventStarts {
  const waiting: WaitingStart[] = models.flatMap((model) =>
    model.timerStarts.map(({ elementId }) => ({
      processId: model.id,
      elementId,
      timer: readStartTimer(model, elementId, simulation.now),
    })),
  );

  function firstUntil(until: string): WaitingStart | undefined {
    const due = waiting.filter(({ timer }) => timer !== null && timer.dueAt <= until);
    return due.sort((one, other) => ((one.timer?.dueAt ?? '') < (other.timer?.dueAt ?? '') ? -1 : 1))[0];
  }

  function leap(until: string): void {
    const left = Date.parse(until) - Date.parse(simulation.now);
    simulation.advanceTime(`PT${left / 1000}S`);
  }

  return {
    advanceTime(duration, afterwards) {
      const until = addDuration(simulation.now, duration) ?? simulation.now;
      for (let next = firstUntil(until); next !== undefined; next = firstUntil(until)) {
        const { timer } = next;
        if (timer === null) break;
        if (timer.dueAt > simulation.now) leap(timer.dueAt);
        simulation.start(next.processId, {}, next.elementId);
        next.timer = nextStart(timer, simulation.now);
        afterwards();
      }
      leap(until);
    },
  };
}
