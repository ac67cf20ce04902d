import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { processInstance } from '../api/process-instance.ts';
import { operationsLinks } from '../operations-links.ts';
import { InstanceView } from './InstanceView.tsx';

/** One process instance: where it is, which way it took, what stopped it, and what can be done about it. */
export function InstancePage({ id }: { id: string }) {
  const { t } = useTranslation('operations');
  const query = useQuery(processInstance(id));
  return (
    <div className="es-page es-stack es-stack-large">
      <Link href={operationsLinks.processes()} className="es-row es-no-print">
        <Icon name="chevronLeft" />
        {t('instance.back')}
      </Link>
      <DataState<ProcessInstanceView> query={query} wholePage skeletonRows={10}>
        {(instance) => <InstanceView instance={instance} />}
      </DataState>
    </div>
  );
}
