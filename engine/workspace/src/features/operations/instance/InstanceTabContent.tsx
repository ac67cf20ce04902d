import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { workflowDetail } from '../../../shared/process/workflow-detail.ts';
import { ModificationView } from '../modification/ModificationView.tsx';
import { VariablesTab } from '../variables/VariablesTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import type { InstanceTab } from './instance-tabs.ts';
import { OverviewTab } from './OverviewTab.tsx';
import { WaitingTab } from './WaitingTab.tsx';

/** The view of the instance that the address names, drawn with the version of the procedure that it runs by. */
export function InstanceTabContent({ instance, tab }: { instance: ProcessInstanceView; tab: InstanceTab }) {
  const { t } = useTranslation('operations');
  const query = useQuery(workflowDetail(instance.workflowKey, instance.workflowVersionId));
  if (tab === 'variables') return <VariablesTab instance={instance} />;
  return (
    <DataState<WorkflowDetail> query={query} skeletonRows={8}>
      {(workflow) => {
        switch (tab) {
          case 'overview':
            return <OverviewTab instance={instance} workflow={workflow} />;
          case 'waiting':
            return <WaitingTab instance={instance} names={workflow.elementNames} />;
          case 'history':
            return (
              <HistoryTab
                instanceId={instance.id}
                names={{ ...workflow.elementNames, [instance.processId]: t('history.process') }}
              />
            );
          case 'modify':
            return <ModificationView instance={instance} workflow={workflow} />;
        }
      }}
    </DataState>
  );
}
