import { literalText } from './expression.ts';
import type { ElementModel, JobModel, ProcessModel, UserTaskSummary } from './model.ts';

/** What a server wants to know of a process without walking it. */
export type ModelSummaries = Pick<
  ProcessModel,
  'userTasks' | 'messageStarts' | 'signalStarts' | 'timerStarts' | 'calledProcessIds' | 'decisionIds' | 'jobTypes'
>;

/** Expressions that only a running instance can resolve are left out (or null). */
export function summarise(processId: string, elements: readonly ElementModel[]): ModelSummaries {
  const starts = elements.filter((element) => element.type === 'startEvent' && element.scopeId === processId);
  return {
    userTasks: elements.filter((element) => element.userTask !== null).map(summariseUserTask),
    messageStarts: starts.flatMap((start) => {
      const messageName = start.event?.kind === 'message' ? literalText(start.event.name) : null;
      return messageName === null ? [] : [{ elementId: start.id, messageName }];
    }),
    signalStarts: starts.flatMap((start) => {
      const signalName = start.event?.kind === 'signal' ? literalText(start.event.name) : null;
      return signalName === null ? [] : [{ elementId: start.id, signalName }];
    }),
    timerStarts: starts.flatMap((start) =>
      start.event?.kind === 'timer'
        ? [{ elementId: start.id, timerType: start.event.timerType, source: start.event.value.source }]
        : [],
    ),
    calledProcessIds: distinct(elements.map((element) => literalText(element.call?.processId ?? null))),
    decisionIds: distinct(elements.map((element) => literalText(element.decision?.expression ?? null))),
    jobTypes: distinct(elements.flatMap(jobsOf).map((job) => literalText(job.type))),
  };
}

function summariseUserTask(element: ElementModel): UserTaskSummary {
  return {
    elementId: element.id,
    name: element.name,
    formKey: literalText(element.userTask?.form ?? null),
    candidateGroups: splitNames(literalText(element.userTask?.candidateGroups ?? null) ?? ''),
    properties: element.properties,
  };
}

/** `a, b` → `['a', 'b']`, as Zeebe writes static groups. */
export function splitNames(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function jobsOf({ job, listeners }: ElementModel): JobModel[] {
  return [...(job === null ? [] : [job]), ...listeners.start, ...listeners.end];
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
