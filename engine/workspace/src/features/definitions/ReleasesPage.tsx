import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../shared/LoadMore.tsx';
import { allItems } from '../../shared/pages.ts';
import { useUrlState } from '../../shared/useUrlState.ts';
import { releaseList } from './api/release-list.ts';
import { ReleaseTable } from './ReleaseTable.tsx';

/** The packages in which changes of rules arrive. */
export function ReleasesPage() {
  const { t } = useTranslation('definitions');
  const { get, set } = useUrlState();
  const query = useInfiniteQuery(releaseList());
  return (
    <div className="es-page es-stack">
      <PageTitle title={t('releases.title')}>{t('releases.title')}</PageTitle>
      <p>{t('releases.intro')}</p>
      <DataState
        query={query}
        isEmpty={(data) => allItems(data).length === 0}
        empty={<EmptyState title={t('releases.empty')}>{t('releases.emptyText')}</EmptyState>}
      >
        {(data) => (
          <>
            <ReleaseTable
              releases={allItems(data)}
              openId={get('release')}
              onOpen={(id) => set({ release: id }, true)}
            />
            <LoadMore {...query} />
          </>
        )}
      </DataState>
    </div>
  );
}
