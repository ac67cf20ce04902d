import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../../shared/links.ts';
import { plainPicture } from '../../../shared/process/diagram-picture.ts';
import { LazyDiagram } from '../../../shared/process/LazyDiagram.tsx';
import { workflowDetail } from '../../../shared/process/workflow-detail.ts';
import { ContentSection } from './ContentSection.tsx';
import { SimpleTable } from '../../../shared/SimpleTable.tsx';

/** A procedure as its diagram, and its stages and steps as a table. */
export function WorkflowContent({ workflowKey, versionId }: { workflowKey: string; versionId: string }) {
  const { t } = useTranslation('definitions');
  const query = useQuery(workflowDetail(workflowKey, versionId));
  return (
    <DataState<WorkflowDetail> query={query} skeletonRows={10}>
      {(workflow) => (
        <>
          {workflow.description && <p>{workflow.description}</p>}
          <p>
            {t('workflow.start')}{' '}
            <Link href={links.definition('form', workflow.startForm)}>{workflow.startAction}</Link>
          </p>
          <ContentSection title={t('workflow.diagram')}>
            <LazyDiagram bpmn={workflow.bpmn} picture={plainPicture} />
          </ContentSection>
          <ContentSection title={t('workflow.stages')}>
            <SimpleTable
              captionHidden
              caption={t('workflow.stages')}
              columns={[t('workflow.stage'), t('workflow.steps')]}
              rows={workflow.stages.map((stage) => ({
                key: stage.key,
                cells: [stage.title, <Steps key="steps" ids={stage.elements} names={workflow.elementNames} />],
              }))}
            />
          </ContentSection>
        </>
      )}
    </DataState>
  );
}

function Steps({ ids, names }: { ids: readonly string[]; names: Readonly<Record<string, string>> }) {
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>{names[id] ?? id}</li>
      ))}
    </ul>
  );
}
