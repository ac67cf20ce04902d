import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../../shared/LoadMore.tsx';
import { allItems } from '../../../shared/pages.ts';
import { useUrlState } from '../../../shared/useUrlState.ts';
import { migrationResults } from '../api/migration-results.ts';
import { MigrationResultTable } from './MigrationResultTable.tsx';

const outcomes = ['migrated', 'refused', 'pending'] as const;

/** What a migration came to, instance by instance, to be narrowed to one outcome. */
export function MigrationResults({ id, running }: { id: string; running: boolean }) {
  const { t } = useTranslation('operations');
  const { get, set } = useUrlState();
  const outcome = outcomes.find((each) => each === get('outcome'));
  const query = useInfiniteQuery(migrationResults(id, outcome, running));
  return (
    <section className="es-stack" aria-labelledby="results-title">
      <h2 id="results-title">{t('results.caption')}</h2>
      <div className="es-row es-no-print" role="group" aria-label={t('results.outcome')}>
        {[undefined, ...outcomes].map((each) => (
          <button
            key={each ?? 'all'}
            type="button"
            className="es-chip"
            aria-pressed={each === outcome}
            onClick={() => set({ outcome: each })}
          >
            {t(each ? `outcome.${each}` : 'results.all')}
          </button>
        ))}
      </div>
      <DataState
        query={query}
        isEmpty={(data) => allItems(data).length === 0}
        empty={<EmptyState title={t('results.none')} />}
      >
        {(data) => (
          <>
            <MigrationResultTable results={allItems(data)} nameOf={(elementId) => elementId} />
            <LoadMore {...query} />
          </>
        )}
      </DataState>
    </section>
  );
}
