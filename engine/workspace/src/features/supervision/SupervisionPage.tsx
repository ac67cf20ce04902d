import type { SupervisionSummary } from '@esocial/contracts/generated/api-supervision-summary.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { supervisionSummary } from './api/supervision-summary.ts';
import { LoadSection } from './LoadSection.tsx';
import { SupervisedList } from './SupervisedList.tsx';
import { TodayNumbers } from './TodayNumbers.tsx';
import { TrendSection } from './TrendSection.tsx';
import { useSupervisionAddress } from './useSupervisionAddress.ts';

/** The start page of a supervisor: what is late, who has how much, and giving work to others. */
export function SupervisionPage() {
  const { t } = useTranslation('supervision');
  const address = useSupervisionAddress();
  const { filter } = address;
  const query = useQuery(supervisionSummary());
  const title = filter ? `${t(`state.${filter.state}`)}, ${t('title')}` : t('title');
  return (
    <div className="es-page es-stack es-stack-large">
      <PageTitle title={title}>{t('title')}</PageTitle>
      <DataState<SupervisionSummary> query={query} skeletonRows={10}>
        {(summary) => (
          <>
            <TodayNumbers summary={summary} current={filter?.state} />
            {filter ? (
              <SupervisedList
                key={JSON.stringify(filter)}
                filter={filter}
                summary={summary}
                selectedId={address.selectedId}
                onSelect={address.select}
              />
            ) : (
              <>
                <LoadSection summary={summary} grouping={address.grouping} onGroup={address.group} />
                <TrendSection trend={summary.trend} />
              </>
            )}
          </>
        )}
      </DataState>
    </div>
  );
}
