import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../shared/LoadMore.tsx';
import { allItems } from '../../shared/pages.ts';
import { auditEvents } from './api/audit-events.ts';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTable } from './AuditTable.tsx';
import { NarrowedTo } from './NarrowedTo.tsx';
import { useAuditAddress } from './useAuditAddress.ts';

/** Who did what, and who looked at what. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const address = useAuditAddress();
  const query = useInfiniteQuery(auditEvents(address.filter));
  const events = query.data ? allItems(query.data) : [];
  return (
    <div className="es-page es-stack">
      <PageTitle title={t('title')}>{t('title')}</PageTitle>
      <p>{t('intro')}</p>
      <AuditFilters filter={address.filter} onChange={address.change} />
      <NarrowedTo address={address} events={events} />
      <DataState
        query={query}
        skeletonRows={10}
        isEmpty={(data) => allItems(data).length === 0}
        empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      >
        {(data) => (
          <>
            <AuditTable events={allItems(data)} address={address} />
            <LoadMore {...query} />
          </>
        )}
      </DataState>
    </div>
  );
}
