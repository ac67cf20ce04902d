import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../shared/LoadMore.tsx';
import { allItems } from '../../shared/pages.ts';
import { useUrlState } from '../../shared/useUrlState.ts';
import { caseList } from './api/case-list.ts';
import { CaseFilters } from './CaseFilters.tsx';
import { CaseTable } from './CaseTable.tsx';

/** The cases one may see, filtered by state, procedure and number. */
export function CasesPage() {
  const { t } = useTranslation('cases');
  const { get, set } = useUrlState();
  const filter = { q: get('q'), status: get('status'), workflow: get('workflow') };
  const query = useInfiniteQuery(caseList(filter));
  return (
    <div className="es-page es-stack">
      <PageTitle title={t('list.title')}>{t('list.title')}</PageTitle>
      <CaseFilters filter={filter} onChange={set} />
      <DataState
        query={query}
        skeletonRows={8}
        isEmpty={(data) => allItems(data).length === 0}
        empty={<EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>}
      >
        {(data) => (
          <>
            <CaseTable cases={allItems(data)} />
            <LoadMore {...query} />
          </>
        )}
      </DataState>
    </div>
  );
}
