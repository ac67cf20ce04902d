import type { InstanceEnd, Snapshot } from '../scenario.ts';
import { jobLine, line, localsLine, tenMinutes, taskLine } from '../snapshot-text.ts';
import type { RecordValue } from './record.ts';
import type { RecordView } from './record-view.ts';

/** What is open in the processes of a case. */
export function observeOpen(view: RecordView, processes: ReadonlySet<string>): Snapshot {
  const of = <T extends { process: string }>(open: Map<unknown, T>): T[] =>
    [...open.values()].filter(({ process }) => processes.has(process));
  const incidents = of(view.incidents);
  const halted = new Set(incidents.map(({ value }) => value.jobKey));
  return {
    tasks: of(view.tasks).map(({ value }) =>
      taskLine({
        elementId: value.elementId ?? '',
        formKey: value.externalFormReference ?? null,
        assignee: value.assignee ?? null,
        candidateGroups: value.candidateGroupsList ?? [],
        dueDate: value.dueDate === undefined ? null : String(value.dueDate),
      }),
    ),
    jobs: of(view.jobs)
      .filter(({ state, retries, key }) => state === 'open' && retries > 0 && !halted.has(key))
      .map(({ value, retries }) => jobLine({ elementId: value.elementId ?? '', jobType: value.type ?? '', retries })),
    timers: of(view.timers).map(({ value }) =>
      line(value.targetElementId ?? '', { due: tenMinutes(Number(value.dueDate ?? 0)) }),
    ),
    messages: of(view.messages).map(({ value }) =>
      line(value.elementId ?? '', { name: value.messageName, key: value.correlationKey }),
    ),
    signals: of(view.signals).map(({ value }) => line(value.catchEventId ?? '', { name: value.signalName })),
    incidents: incidents.map(({ value }) => `${value.errorType ?? ''} at ${elementOf(view, value)}`),
    locals: observeLocals(view, processes),
  };
}

/** An uncaught error names no element in its incident, but its element instance. */
export function elementOf(view: RecordView, value: RecordValue): string {
  return view.elements.get(value.elementInstanceKey ?? -1)?.value.elementId ?? value.elementId ?? '';
}

function observeLocals(view: RecordView, processes: ReadonlySet<string>): string[] {
  return [...view.elements.values()].flatMap(({ process, key, value }) => {
    const variables = view.variables.get(key);
    const isShown = processes.has(process) && value.bpmnElementType !== 'PROCESS' && variables !== undefined;
    return isShown ? [localsLine(value.elementId ?? '', variables)] : [];
  });
}

export function observeEnds(view: RecordView, processes: ReadonlySet<string>): InstanceEnd[] {
  const instances = [...view.instances.values()].filter(({ process }) => processes.has(process));
  return instances.map(({ key, process, state }) => {
    const variables = state === 'terminated' ? {} : (view.variables.get(key) ?? {});
    return { process, state, variables };
  });
}
