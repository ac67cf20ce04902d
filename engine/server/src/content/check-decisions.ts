import { DmnParseError } from '@esocial/process-core/dmn/errors.ts';
import type { DmnModel } from '@esocial/process-core/dmn/model.ts';
import { parseDmn } from '@esocial/process-core/dmn/parse-dmn.ts';
import { reporter } from './content-fault.ts';
import type { ContentFault } from './content-fault.ts';
import type { TextFile, WorkflowSource } from './content-folder.ts';

/** Parses the DMN files of a workflow and reports what is wrong with them; gives those that can be run. */
export async function checkDecisions(source: WorkflowSource, faults: ContentFault[]): Promise<DmnModel[]> {
  const models: DmnModel[] = [];
  const seen = new Map<string, string>();
  for (const file of source.decisions) {
    const model = await readDecisions(file, faults);
    for (const id of model?.decisions.keys() ?? []) {
      const first = seen.get(id);
      if (first !== undefined) reporter(faults, file.file)('', `decision "${id}" stands already in ${first}`);
      else seen.set(id, file.file);
    }
    if (model) models.push(model);
  }
  return models;
}

async function readDecisions(file: TextFile, faults: ContentFault[]): Promise<DmnModel | undefined> {
  try {
    return await parseDmn(file.text);
  } catch (error) {
    if (!(error instanceof DmnParseError)) throw error;
    const message = error.message.replace(/ \(line \d+\)$/, '');
    reporter(faults, file.file)(error.line === undefined ? (error.elementId ?? '') : `line ${error.line}`, message);
    return undefined;
  }
}
