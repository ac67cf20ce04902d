import type { Language } from '../access/actor.ts';
import type { CompiledWorkflow } from '../definitions/definition.ts';

/** The texts of a workflow version in a language; Romanian where there is no translation. */
export interface WorkflowTexts {
  readonly title: string;
  stageTitle(key: string): string;
  /** The name of a BPMN element; `fallback` when nothing translates it. */
  elementName(elementId: string, fallback?: string): string;
  keyFactLabel(index: number): string;
}

export function workflowTexts(workflow: CompiledWorkflow, language: Language): WorkflowTexts {
  const { file, translations } = workflow;
  const texts = language === 'ro' ? undefined : translations[language];
  const translated = (pointer: string, fallback: string): string => texts?.workflow?.[pointer] ?? fallback;
  return {
    title: translated('/title', file.title),
    stageTitle(key) {
      const index = file.stages.findIndex((stage) => stage.key === key);
      return translated(`/stages/${index}/title`, file.stages[index]?.title ?? key);
    },
    elementName: (elementId, fallback) => texts?.process?.[elementId] ?? (fallback || nameIn(workflow, elementId)),
    keyFactLabel: (index) => translated(`/keyFacts/${index}/label`, file.keyFacts?.[index]?.label ?? ''),
  };
}

function nameIn(workflow: CompiledWorkflow, elementId: string): string {
  for (const model of workflow.processes.values()) {
    const element = model.elements.get(elementId);
    if (element?.name) return element.name;
  }
  return elementId;
}
