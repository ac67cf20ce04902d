import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { progressPicture } from '../../../shared/process/diagram-picture.ts';
import { DiagramLegend } from '../../../shared/process/DiagramLegend.tsx';
import { LazyDiagram } from '../../../shared/process/LazyDiagram.tsx';
import { ProcessOutline } from '../../../shared/process/ProcessOutline.tsx';
import { CalledInstances } from './CalledInstances.tsx';

/** Where the instance is, as a picture and as a table of its steps, and what it called. */
export function OverviewTab({ instance, workflow }: { instance: ProcessInstanceView; workflow: WorkflowDetail }) {
  const { t } = useTranslation('operations');
  const picture = useMemo(() => progressPicture(instance), [instance]);
  return (
    <div className="es-stack es-stack-large">
      <section className="es-stack es-no-print">
        <h2>{t('instance.diagram')}</h2>
        <DiagramLegend />
        <LazyDiagram bpmn={workflow.bpmn} picture={picture} />
      </section>
      <section className="es-stack">
        <h2>{t('instance.steps')}</h2>
        <ProcessOutline workflow={workflow} instance={instance} />
      </section>
      <CalledInstances instance={instance} />
    </div>
  );
}
