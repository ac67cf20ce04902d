import type { WorkflowFile } from '@esocial/contracts/generated/workflow.ts';
import { literalText } from '@esocial/process-core/model/expression.ts';
import type { ElementModel, ProcessModel } from '@esocial/process-core/model/model.ts';
import { readStartTimer } from '@esocial/process-core/start-timer.ts';
import { checkExpression } from './check-form.ts';
import type { Report } from './content-fault.ts';
import type { ContentIndex } from './content-index.ts';

export interface StartsToCheck {
  readonly file: WorkflowFile;
  readonly models: readonly ProcessModel[];
  readonly index: ContentIndex;
  /** About workflow.json. */
  readonly report: Report;
  /** About process.bpmn. */
  readonly reportProcess: Report;
}

/** Reports starts by message or timer that cannot be carried out: no fixed message, no time, no office for the case. */
export function checkStarts({ file, models, index, report, reportProcess }: StartsToCheck): void {
  const starts = models.flatMap((model) => eventStarts(model).map((element) => ({ model, element })));
  const seen = new Map<string, string>();
  for (const { model, element } of starts) {
    const fault = faultOf(model, element) ?? doubledName(seen, model, element);
    if (fault) reportProcess(lineOf(model, element.id), fault);
  }
  if (file.startPerson !== undefined) checkExpression(file.startPerson, '/startPerson', report);
  if (starts.length > 0 || file.startInstitution !== undefined) checkInstitution(file, index, report);
  const main = models.find((model) => model.isExecutable);
  if (main && !(main.startEvents.get(main.id) ?? []).some(({ event }) => event === null)) {
    const message = `nobody can start it from the form "${file.startForm}": its process has no none start event`;
    report('/startForm', message, 'warning');
  }
}

function eventStarts(model: ProcessModel): ElementModel[] {
  return (model.startEvents.get(model.id) ?? []).filter(({ event }) => event !== null);
}

/** Starts that the engine does not know at all are the process check's to report. */
function faultOf(model: ProcessModel, { id, event }: ElementModel): string | undefined {
  if (event?.kind === 'message' && event.name !== null && literalText(event.name) === null) {
    return `the message of start event "${id}" is an expression; it needs a fixed name, since nothing runs yet`;
  }
  if (event?.kind !== 'timer') return undefined;
  try {
    readStartTimer(model, id, new Date().toISOString());
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function doubledName(seen: Map<string, string>, model: ProcessModel, { id, event }: ElementModel): string | undefined {
  const name = event?.kind === 'message' ? literalText(event.name) : null;
  if (name === null) return undefined;
  const first = seen.get(`${model.id} ${name}`);
  seen.set(`${model.id} ${name}`, first ?? id);
  return (
    first && `start event "${id}" waits for the message "${name}" as "${first}" does; one process starts once by it`
  );
}

function checkInstitution({ startInstitution }: WorkflowFile, { institutions }: ContentIndex, report: Report): void {
  if (!institutions) return;
  if (startInstitution !== undefined) {
    if (!institutions.has(startInstitution))
      report('/startInstitution', `there is no institution "${startInstitution}"`);
    return;
  }
  const highest = [...institutions].filter(([, above]) => above === null).map(([key]) => key);
  if (highest.length === 1) return;
  const message = `a message or a timer starts cases, and ${highest.length} institutions stand above all others; say which gets them`;
  report('/startInstitution', message);
}

function lineOf(model: ProcessModel, id: string): string {
  const line = model.lines.get(id);
  return line === undefined ? id : `line ${line}`;
}
