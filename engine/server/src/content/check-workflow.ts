import type { WorkflowFile } from '@esocial/contracts/generated/workflow.ts';
import type { FormField } from '@esocial/form-core/compiled-form.ts';
import { BpmnParseError } from '@esocial/process-core/model/model.ts';
import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import { parseBpmn } from '@esocial/process-core/model/parse-bpmn.ts';
import type { WorkflowContent } from '../definitions/definition.ts';
import { checkDecisions } from './check-decisions.ts';
import { checkExpression, translationsOf } from './check-form.ts';
import { checkKey } from './check-key.ts';
import { checkProcess } from './check-process.ts';
import { checkStarts } from './check-starts.ts';
import { checkTranslations } from './check-translations.ts';
import { hasErrors, reporter } from './content-fault.ts';
import type { ContentFault, Report } from './content-fault.ts';
import type { TextFile, WorkflowSource } from './content-folder.ts';
import type { ContentIndex } from './content-index.ts';
import { matchesContract } from './contract-schemas.ts';
import type { DefinitionSource } from './definition-source.ts';
import { workflowTexts } from './translatable-texts.ts';

/** Checks a workflow, its process and decisions; gives the definition when nothing is wrong. Scenarios come later. */
export async function checkWorkflow(
  source: WorkflowSource,
  index: ContentIndex,
  all: ContentFault[],
): Promise<DefinitionSource | undefined> {
  if (!source.workflow || !source.bpmn) return undefined;
  const faults: ContentFault[] = [];
  const report = reporter(faults, source.workflow.file);
  const models = await readProcesses(source.bpmn, reporter(faults, source.bpmn.file));
  const isWorkflow = matchesContract('workflow', source.workflow.value, report);
  const dmn = await checkDecisions(source, faults);
  if (isWorkflow && models) {
    const file = source.workflow.value as unknown as WorkflowFile;
    const content = contentOf(source, file, source.bpmn);
    checkKey(file.key, source.key, report);
    checkFile(file, models, index, report);
    checkStarts({ file, models, index, report, reportProcess: reporter(faults, source.bpmn.file) });
    checkProcess({ key: source.key, models, dmn, index, report: reporter(faults, source.bpmn.file) });
    checkTranslations(source.translations, workflowTexts(content, models), faults, source.folder);
    index.processes.set(source.key, { models, dmn });
    all.push(...faults);
    return hasErrors(faults) ? undefined : { kind: 'workflow', key: source.key, content, legalBasis: file.legalBasis };
  }
  all.push(...faults);
  return undefined;
}

function contentOf(source: WorkflowSource, file: WorkflowFile, bpmn: TextFile): WorkflowContent {
  return {
    file,
    bpmn: bpmn.text,
    decisions: textsByName(source.decisions),
    templates: textsByName(source.templates),
    translations: translationsOf(source.translations),
  };
}

function textsByName(files: readonly TextFile[]): Record<string, string> {
  return Object.fromEntries(files.map(({ name, text }) => [name, text]));
}

async function readProcesses(bpmn: TextFile, report: Report): Promise<ProcessModel[] | undefined> {
  try {
    return await parseBpmn(bpmn.text);
  } catch (error) {
    if (!(error instanceof BpmnParseError)) throw error;
    report(error.line === undefined ? (error.elementId ?? '') : `line ${error.line}`, error.message);
    return undefined;
  }
}

function checkFile(file: WorkflowFile, models: readonly ProcessModel[], index: ContentIndex, report: Report): void {
  if (!index.has('form', file.startForm)) report('/startForm', `there is no form "${file.startForm}"`);
  for (const [position, key] of (file.parameters ?? []).entries()) {
    if (!index.has('parameter', key)) report(`/parameters/${position}`, `there is no parameter "${key}"`);
  }
  for (const [name, source] of Object.entries(file.startVariables ?? {})) {
    checkExpression(source, `/startVariables/${name}`, report);
  }
  for (const [position, fact] of (file.keyFacts ?? []).entries()) {
    checkExpression(fact.value, `/keyFacts/${position}/value`, report);
  }
  checkStages(file, models, report);
  checkStartField(file, 'subject', index, report);
  checkStartField(file, 'territory', index, report);
}

function checkStages(file: WorkflowFile, models: readonly ProcessModel[], report: Report): void {
  const elements = new Set(models.flatMap((model) => [...model.elements.keys()]));
  const seen = new Set<string>();
  for (const [position, stage] of file.stages.entries()) {
    if (seen.has(stage.key)) report(`/stages/${position}/key`, `the stage "${stage.key}" stands here twice`);
    seen.add(stage.key);
    for (const [place, id] of stage.elements.entries()) {
      if (!elements.has(id)) report(`/stages/${position}/elements/${place}`, `process.bpmn has no element "${id}"`);
    }
  }
}

function checkStartField(file: WorkflowFile, name: 'subject' | 'territory', index: ContentIndex, report: Report): void {
  const pointer = file[name];
  const form = index.forms.get(file.startForm);
  if (pointer === undefined || !form) return;
  const field = form.byPattern.get(pointer);
  if (!field) report(`/${name}`, `form "${file.startForm}" has no field ${pointer}`);
  else if (name === 'subject' && field.kind !== 'person') report(`/${name}`, `field ${pointer} does not hold a person`);
  else if (name === 'territory' && !isTerritory(field))
    report(`/${name}`, `field ${pointer} does not hold a CUATM code`);
}

function isTerritory(field: FormField): boolean {
  return field.schema['x-classifier']?.key === 'cuatm' || field.schema.format === 'cuatm';
}
