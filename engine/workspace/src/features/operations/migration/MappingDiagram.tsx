import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DiagramMark, DiagramPicture } from '../../../shared/process/diagram-picture.ts';
import { LazyDiagram } from '../../../shared/process/LazyDiagram.tsx';
import { workflowDetail } from '../../../shared/process/workflow-detail.ts';

interface MappingDiagramProps {
  title: string;
  workflow: string;
  version: string;
  marks: readonly DiagramMark[];
  onChoose: (elementId: string) => void;
}

/** One of the two versions. */
export function MappingDiagram({ title, workflow, version, marks, onChoose }: MappingDiagramProps) {
  const query = useQuery(workflowDetail(workflow, version));
  const picture = useMemo<DiagramPicture>(() => ({ marks, counts: [] }), [marks]);
  return (
    <div className="es-stack es-stack-small">
      <h3>{title}</h3>
      <DataState<WorkflowDetail> query={query}>
        {(detail) => <LazyDiagram bpmn={detail.bpmn} picture={picture} onChoose={onChoose} />}
      </DataState>
    </div>
  );
}
