import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { startable, workflowList } from '../../shared/workflows/workflow-list.ts';

/** Which procedure begins. */
export function ChooseWorkflowPage() {
  const { t } = useTranslation('start-case');
  const query = useQuery({ ...workflowList(), select: startable });
  return (
    <div className="es-page es-page-narrow">
      <div className="es-page-head">
        <PageTitle title={t('choose.title')}>{t('choose.title')}</PageTitle>
      </div>
      <DataState
        query={query}
        isEmpty={(workflows) => workflows.length === 0}
        empty={<EmptyState title={t('choose.empty')}>{t('choose.emptyText')}</EmptyState>}
      >
        {(workflows) => (
          <ul>
            {workflows.map((workflow) => (
              <li key={workflow.key} className="es-workflow-choice">
                <h2>{workflow.title}</h2>
                {workflow.description && <p className="es-faint">{workflow.description}</p>}
                <Link href={links.startWorkflow(workflow.key)} className="es-button-link">
                  {workflow.startAction}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </DataState>
    </div>
  );
}
