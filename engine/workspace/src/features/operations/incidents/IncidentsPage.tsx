import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../../shared/LoadMore.tsx';
import { allItems } from '../../../shared/pages.ts';
import { useUrlState } from '../../../shared/useUrlState.ts';
import { incidents, type IncidentState } from '../api/incidents.ts';
import { OperationsNav } from '../OperationsNav.tsx';
import { IncidentTable } from './IncidentTable.tsx';
import { RetryOutcome } from './RetryOutcome.tsx';
import { useRetries } from './useRetries.ts';

const states: readonly IncidentState[] = ['open', 'resolved'];

/** What processes could not do, with the way to let them try again. */
export function IncidentsPage() {
  const { t } = useTranslation('operations');
  const { get, set } = useUrlState();
  const state: IncidentState = get('state') === 'resolved' ? 'resolved' : 'open';
  const query = useInfiniteQuery(incidents(state));
  const retries = useRetries();
  return (
    <div className="es-page es-stack">
      <PageTitle title={t('title')}>{t('title')}</PageTitle>
      <OperationsNav current="incidents" />
      <p>{t('intro')}</p>
      <div className="es-row es-no-print" role="group" aria-label={t('state')}>
        {states.map((each) => (
          <button
            key={each}
            type="button"
            className="es-chip"
            aria-pressed={each === state}
            onClick={() => set({ state: each === 'open' ? undefined : each })}
          >
            {t(each)}
          </button>
        ))}
      </div>
      <RetryOutcome retried={retries.last} open={state === 'open' && query.data ? allItems(query.data) : []} />
      <DataState
        query={query}
        isEmpty={(data) => allItems(data).length === 0}
        empty={<EmptyState title={t(`empty.${state}`)}>{t('empty.text')}</EmptyState>}
      >
        {(data) => (
          <>
            <IncidentTable incidents={allItems(data)} retries={retries} />
            <LoadMore {...query} />
          </>
        )}
      </DataState>
    </div>
  );
}
