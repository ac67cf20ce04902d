import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { plainPicture, progressPicture } from '../../shared/process/diagram-picture.ts';
import { DiagramLegend } from '../../shared/process/DiagramLegend.tsx';
import { LazyDiagram } from '../../shared/process/LazyDiagram.tsx';
import { ProcessOutline } from '../../shared/process/ProcessOutline.tsx';
import { workflowDetail } from '../../shared/process/workflow-detail.ts';

/** Where the case is in its procedure: as a picture, and as a table that can be read aloud. */
export function CaseProcess({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('shared');
  const { instance } = detail;
  const query = useQuery(workflowDetail(detail.workflow.key, instance?.workflowVersionId));
  const picture = useMemo(() => (instance ? progressPicture(instance) : plainPicture), [instance]);
  if (!instance) return <EmptyState title={t('process.none')} />;
  return (
    <DataState<WorkflowDetail> query={query}>
      {(workflow) => (
        <div className="es-stack es-stack-large">
          <section className="es-stack">
            <h2>{t('process.diagram')}</h2>
            <DiagramLegend />
            <LazyDiagram bpmn={workflow.bpmn} picture={picture} />
          </section>
          <section className="es-stack">
            <h2>{t('process.outline')}</h2>
            <ProcessOutline workflow={workflow} instance={instance} />
          </section>
        </div>
      )}
    </DataState>
  );
}
