import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import type { ProcessProgress } from './diagram-picture.ts';

export interface OutlineRow {
  id: string;
  name: string;
  stage: string;
  state: 'incident' | 'active' | 'completed' | 'ahead';
}

/** The named steps of the procedure in the order of its stages, with where the case stands. */
export function outlineRows(workflow: WorkflowDetail, instance: ProcessProgress): OutlineRow[] {
  const staged = workflow.stages.flatMap((stage) => stage.elements.map((id) => ({ id, stage: stage.title })));
  const inStage = new Set(staged.map((row) => row.id));
  const others = Object.keys(workflow.elementNames)
    .filter(
      (id) => !inStage.has(id) && (instance.activeElements.includes(id) || instance.completedElements.includes(id)),
    )
    .map((id) => ({ id, stage: '' }));
  return [...staged, ...others]
    .map((row) => ({ ...row, name: workflow.elementNames[row.id] ?? row.id, state: stateOf(row.id, instance) }))
    .filter((row) => row.name !== row.id);
}

function stateOf(id: string, instance: ProcessProgress): OutlineRow['state'] {
  if (instance.incidents.some((incident) => incident.elementId === id && !incident.resolvedAt)) return 'incident';
  if (instance.activeElements.includes(id)) return 'active';
  return instance.completedElements.includes(id) ? 'completed' : 'ahead';
}
