import type { ProcessInstanceDetail } from '@esocial/contracts/generated/api-process-instances-detail.ts';

/** How far an instance is: what the diagram marks. */
export type ProcessProgress = Pick<
  ProcessInstanceDetail,
  'activeElements' | 'takenFlows' | 'completedElements' | 'incidents'
>;

export interface DiagramCanvas {
  addMarker: (id: string, marker: string) => void;
  zoom: (level: 'fit-viewport', center: 'auto') => unknown;
}

/** Marks the path taken, where the process is, and where it stands still; unknown elements are passed over. */
export function markDiagram(canvas: DiagramCanvas, isKnown: (id: string) => boolean, instance: ProcessProgress): void {
  const mark = (ids: readonly string[], marker: string) => {
    for (const id of ids) if (isKnown(id)) canvas.addMarker(id, marker);
  };
  mark(instance.completedElements, 'es-step-completed');
  mark(instance.takenFlows, 'es-flow-taken');
  mark(instance.activeElements, 'es-step-active');
  mark(
    instance.incidents.filter((incident) => !incident.resolvedAt).map((incident) => incident.elementId),
    'es-step-incident',
  );
}
