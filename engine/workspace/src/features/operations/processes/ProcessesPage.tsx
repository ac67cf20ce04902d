import type { ProcessSummary } from '@esocial/contracts/generated/api-process-instances-summary.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { processSummary } from '../api/process-summary.ts';
import { OperationsNav } from '../OperationsNav.tsx';
import { BroadcastSignal } from './BroadcastSignal.tsx';
import { InstanceList } from './InstanceList.tsx';
import { ProcessOverview } from './ProcessOverview.tsx';
import { useInstanceFilter } from './useInstanceFilter.ts';

/** Everything that runs: by procedure and version, by step, and as a list. */
export function ProcessesPage() {
  const { t } = useTranslation('operations');
  const { filter, change } = useInstanceFilter();
  const query = useQuery(processSummary());
  return (
    <div className="es-page es-stack es-stack-large">
      <div>
        <div className="es-page-head">
          <PageTitle title={t('processes.title')}>{t('processes.title')}</PageTitle>
          <BroadcastSignal />
        </div>
        <OperationsNav current="processes" />
        <p>{t('processes.intro')}</p>
      </div>
      <DataState<ProcessSummary> query={query} skeletonRows={6}>
        {(summary) => <ProcessOverview summary={summary} filter={filter} onChange={change} />}
      </DataState>
      <InstanceList filter={filter} />
    </div>
  );
}
