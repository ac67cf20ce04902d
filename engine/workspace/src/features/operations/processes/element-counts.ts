import type { ProcessSummary } from '@esocial/contracts/generated/api-process-instances-summary.ts';
import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';

export interface ElementRow {
  elementId: string;
  name: string;
  active: number;
  incidents: number;
}

/** Ids of the procedure's named elements: those of the stages in their order, then the others. */
export function orderedElements(workflow: Pick<WorkflowDetail, 'stages' | 'elementNames'>): string[] {
  const staged = workflow.stages.flatMap((stage) => stage.elements);
  return [...new Set([...staged, ...Object.keys(workflow.elementNames)])];
}

/** What stands at each element of the procedure, in its order; elements where nothing is are left out. */
export function elementRows(
  workflow: Pick<WorkflowDetail, 'stages' | 'elementNames'>,
  counts: NonNullable<ProcessSummary['elements']>,
): ElementRow[] {
  const order = orderedElements(workflow);
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return counts
    .filter((count) => count.active > 0 || count.incidents > 0)
    .map(({ elementId, active, incidents }) => ({
      elementId,
      name: workflow.elementNames[elementId] ?? elementId,
      active,
      incidents,
    }))
    .sort((left, right) => place(left.elementId) - place(right.elementId));
}
