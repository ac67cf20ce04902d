import { parseDmn } from '@esocial/process-core/dmn/parse-dmn.ts';
import { parseBpmn } from '@esocial/process-core/model/parse-bpmn.ts';
import { AppError } from '../errors/app-error.ts';
import type { CompiledWorkflow, WorkflowContent } from './definition.ts';

/** Parses the process and decisions of a workflow version. They were checked at publishing, so a fault is ours. */
export async function compileWorkflow(
  content: WorkflowContent,
  version: { readonly id: string; readonly number: number },
): Promise<CompiledWorkflow> {
  const models = await parseBpmn(content.bpmn);
  const process = models.find((model) => model.isExecutable) ?? models[0];
  if (!process) {
    throw new AppError('no_process', 500, `Workflow ${content.file.key}, version ${version.number}, holds no process`);
  }
  return {
    ...content,
    versionId: version.id,
    number: version.number,
    process,
    processes: new Map(models.map((model) => [model.id, model])),
    dmn: await Promise.all(Object.values(content.decisions).map((xml) => parseDmn(xml))),
  };
}

/** Whether people begin its cases, with its start form; others begin with a message, a signal or a timer only. */
export function startedByForm({ process }: Pick<CompiledWorkflow, 'process'>): boolean {
  return (process.startEvents.get(process.id) ?? []).some(({ event }) => event === null);
}
