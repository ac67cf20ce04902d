import type { ProcessInstanceDetail } from '@esocial/contracts/generated/api-process-instances-detail.ts';
import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { progressPicture } from '../../shared/process/diagram-picture.ts';
import { DiagramLegend } from '../../shared/process/DiagramLegend.tsx';
import { LazyDiagram } from '../../shared/process/LazyDiagram.tsx';
import { ProcessOutline } from '../../shared/process/ProcessOutline.tsx';
import { workflowDetail } from '../../shared/process/workflow-detail.ts';
import { CalledInstances } from './CalledInstances.tsx';
import { IncidentTable } from './IncidentTable.tsx';
import { InstanceFacts } from './InstanceFacts.tsx';
import { RetryOutcome } from './RetryOutcome.tsx';
import { useRetries } from './useRetries.ts';

/** The instance in facts, as a picture and as a table of its steps. */
export function InstanceView({ instance }: { instance: ProcessInstanceDetail }) {
  const { t } = useTranslation('operations');
  const query = useQuery(workflowDetail(instance.workflowKey, instance.workflowVersionId));
  const picture = useMemo(() => progressPicture(instance), [instance]);
  const retries = useRetries();
  const open = instance.incidents.filter((incident) => !incident.resolvedAt);
  const title = query.data?.title ?? instance.processId;
  return (
    <>
      <PageTitle title={t('instance.title', { process: title })}>{t('instance.title', { process: title })}</PageTitle>
      <InstanceFacts instance={instance} />
      <RetryOutcome retried={retries.last} open={open} />
      {open.length > 0 && (
        <section className="es-stack">
          <h2>{t('instance.incidents')}</h2>
          <IncidentTable incidents={open} retries={retries} />
        </section>
      )}
      <DataState<WorkflowDetail> query={query}>
        {(workflow) => (
          <>
            <section className="es-stack es-no-print">
              <h2>{t('instance.diagram')}</h2>
              <DiagramLegend />
              <LazyDiagram bpmn={workflow.bpmn} picture={picture} />
            </section>
            <section className="es-stack">
              <h2>{t('instance.steps')}</h2>
              <ProcessOutline workflow={workflow} instance={instance} />
            </section>
          </>
        )}
      </DataState>
      <CalledInstances instance={instance} />
    </>
  );
}
