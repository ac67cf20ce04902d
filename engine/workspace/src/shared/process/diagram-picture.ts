import type { ProcessInstanceDetail } from '@esocial/contracts/generated/api-process-instances-detail.ts';

/** How far an instance is: what the diagram marks. */
export type ProcessProgress = Pick<ProcessInstanceDetail, 'activeElements' | 'takenFlows' | 'completedElements'> & {
  incidents: readonly Pick<ProcessInstanceDetail['incidents'][number], 'elementId' | 'resolvedAt'>[];
};

/** A class that the diagram gives to an element. */
export interface DiagramMark {
  elementId: string;
  marker: string;
}

/** How many instances are at an element, and how many of them stand still there. */
export interface ElementCount {
  elementId: string;
  active: number;
  incidents: number;
}

/** What is drawn upon the diagram. */
export interface DiagramPicture {
  marks: readonly DiagramMark[];
  counts: readonly ElementCount[];
  /** What is to be seen first where the whole diagram would be too small to read. */
  lookAt?: string | undefined;
}

/** A diagram of which nothing is said. */
export const plainPicture: DiagramPicture = { marks: [], counts: [] };

/** The path taken, where the process is, and where it stands still. */
export function progressPicture(progress: ProcessProgress): DiagramPicture {
  const mark = (ids: readonly string[], marker: string) => ids.map((elementId) => ({ elementId, marker }));
  const stopped = progress.incidents.filter((incident) => !incident.resolvedAt).map((incident) => incident.elementId);
  return {
    marks: [
      ...mark(progress.completedElements, 'es-step-completed'),
      ...mark(progress.takenFlows, 'es-flow-taken'),
      ...mark(progress.activeElements, 'es-step-active'),
      ...mark(stopped, 'es-step-incident'),
    ],
    counts: [],
    lookAt: stopped[0] ?? progress.activeElements[0],
  };
}
