import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { workflowDetail } from '../../shared/process/workflow-detail.ts';
import { ProcessOutline } from '../../shared/process/ProcessOutline.tsx';

const ProcessDiagram = lazy(async () => ({
  default: (await import('../../shared/process/ProcessDiagram.tsx')).ProcessDiagram,
}));

/** Where the case is in its procedure: as a picture, and as a table that can be read aloud. */
export function CaseProcess({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('shared');
  const { instance } = detail;
  const query = useQuery(workflowDetail(detail.workflow.key, instance?.workflowVersionId));
  if (!instance) return <EmptyState title={t('process.none')} />;
  return (
    <DataState<WorkflowDetail> query={query}>
      {(workflow) => (
        <div className="es-stack es-stack-large">
          <section className="es-stack">
            <h2>{t('process.diagram')}</h2>
            <Legend />
            <Suspense fallback={<div className="es-diagram" />}>
              <ProcessDiagram bpmn={workflow.bpmn} instance={instance} />
            </Suspense>
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

function Legend() {
  const { t } = useTranslation('shared');
  return (
    <ul className="es-row es-small">
      {(['active', 'completed', 'incident'] as const).map((state) => (
        <li key={state} className="es-row">
          <span className="es-legend-mark" data-state={state} aria-hidden="true" />
          {t(`process.${state}`)}
        </li>
      ))}
    </ul>
  );
}
