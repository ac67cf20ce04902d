import type { SupervisionSummary } from '@esocial/contracts/generated/api-supervision-summary.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { LoadMore } from '../../shared/LoadMore.tsx';
import { allItems } from '../../shared/pages.ts';
import { ChangesBar } from '../../shared/tasks/ChangesBar.tsx';
import { useLiveRows } from '../../shared/tasks/useLiveRows.ts';
import { fetchSupervised, supervisedTasks, type SupervisedFilter } from './api/supervised-tasks.ts';
import { loadRows } from './load.ts';
import { SupervisedRows } from './SupervisedRows.tsx';

interface SupervisedListProps {
  filter: SupervisedFilter;
  summary: SupervisionSummary;
  selectedId: string | undefined;
  onSelect: (id: string | undefined) => void;
}

/** The tasks behind a number, a worker or an office. */
export function SupervisedList({ filter, summary, selectedId, onSelect }: SupervisedListProps) {
  const { t } = useTranslation('supervision');
  const query = useInfiniteQuery(supervisedTasks(filter));
  const live = useLiveRows({ queryKey: supervisedTasks(filter).queryKey, fetchFirst: () => fetchSupervised(filter) });
  const whose =
    loadRows(summary, 'workers').find((row) => row.id === filter.assignee)?.name ??
    loadRows(summary, 'offices').find((row) => row.id === filter.institution)?.name;
  return (
    <section className="es-stack" aria-labelledby="list-title">
      <div className="es-row es-row-between">
        <h2 id="list-title">{whose ?? t(`state.${filter.state}`)}</h2>
        <Link href={links.supervision()} className="es-row es-no-print">
          <Icon name="chevronLeft" />
          {t('back')}
        </Link>
      </div>
      <ChangesBar waiting={live.waiting} onShow={live.show} />
      <DataState
        query={query}
        skeletonRows={8}
        isEmpty={(data) => allItems(data).length === 0}
        empty={<EmptyState title={t(`empty.${filter.state}`)}>{t('empty.text')}</EmptyState>}
      >
        {(data) => (
          <>
            <SupervisedRows tasks={allItems(data)} summary={summary} selectedId={selectedId} onSelect={onSelect} />
            <LoadMore {...query} />
          </>
        )}
      </DataState>
    </section>
  );
}
