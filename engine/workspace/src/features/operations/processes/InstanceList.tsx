import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { LoadMore } from '../../../shared/LoadMore.tsx';
import { allItems } from '../../../shared/pages.ts';
import { useMay } from '../../../shared/session/SessionContext.ts';
import { processInstances } from '../api/process-instances.ts';
import { operationsLinks, type InstanceFilter } from '../operations-links.ts';
import { InstanceTable } from './InstanceTable.tsx';

/** The instances that the filter leaves, page by page. */
export function InstanceList({ filter }: { filter: InstanceFilter }) {
  const { t } = useTranslation('operations');
  const query = useInfiniteQuery(processInstances(filter));
  const mayManage = useMay('process.manage');
  return (
    <section className="es-stack" aria-labelledby="instance-list">
      <div className="es-row es-row-between">
        <h2 id="instance-list">{t('list.caption')}</h2>
        {mayManage && filter.workflow && filter.version && (
          <Link
            className="es-no-print"
            href={operationsLinks.migrate({ workflow: filter.workflow, source: filter.version })}
          >
            {t('list.migrateAll')}
          </Link>
        )}
      </div>
      <DataState
        query={query}
        isEmpty={(data) => allItems(data).length === 0}
        empty={<EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>}
      >
        {(data) => (
          <>
            <InstanceTable instances={allItems(data)} />
            <LoadMore {...query} />
          </>
        )}
      </DataState>
    </section>
  );
}
