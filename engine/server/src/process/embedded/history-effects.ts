import type { DrivenInstance, EffectOf, StepSheet } from './step-sheet.ts';

const changeOf = { activated: 'a', completed: 'c', terminated: 't' } as const;

export function noteElement(sheet: StepSheet, instance: DrivenInstance, effect: EffectOf<'elementChanged'>): void {
  instance.changes[changeOf[effect.transition]].push(effect.elementId);
  if (effect.transition === 'activated') enterStage(sheet, effect.elementId);
}

/** The stage of a case is the one that names the element activated last. */
function enterStage(sheet: StepSheet, elementId: string): void {
  const stage = sheet.definitions.workflow.file.stages.find(({ elements }) => elements.includes(elementId));
  if (!stage || stage.key === sheet.facts.stage) return;
  sheet.facts = { ...sheet.facts, stage: stage.key };
  sheet.rows.events.push({ kind: 'case', event: 'stage.entered', params: { stage: stage.key } });
}

export function noteFlow(_sheet: StepSheet, instance: DrivenInstance, effect: EffectOf<'sequenceFlowTaken'>): void {
  instance.changes.f.push(effect.flowId);
}

export function noteDecision(sheet: StepSheet, instance: DrivenInstance, effect: EffectOf<'decisionEvaluated'>): void {
  const { elementId, decisionId, matchedRules, output } = effect;
  instance.changes.d.push({ e: elementId, id: decisionId, r: matchedRules });
  sheet.rows.events.push({
    kind: 'process',
    event: 'decision.evaluated',
    params: { elementId, decisionId, matchedRules, output },
  });
}
