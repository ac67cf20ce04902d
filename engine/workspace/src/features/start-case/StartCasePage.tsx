import { DataState } from '@esocial/ui/components/DataState.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { links } from '../../shared/links.ts';
import { startable, workflowList } from '../../shared/workflows/workflow-list.ts';
import { StartWorkflow } from './StartWorkflow.tsx';

/** The first form of a procedure; sending it opens the case. */
export function StartCasePage() {
  const { t } = useTranslation('start-case');
  const { workflow: key = '' } = useParams<{ workflow: string }>();
  const query = useQuery({ ...workflowList(), select: startable });
  return (
    <div className="es-page">
      <DataState query={query}>
        {(workflows) => {
          const workflow = workflows.find((each) => each.key === key);
          return workflow ? (
            <StartWorkflow key={key} workflow={workflow} />
          ) : (
            <EmptyState title={t('unknown')} action={<Link href={links.start()}>{t('choose.title')}</Link>} />
          );
        }}
      </DataState>
    </div>
  );
}
