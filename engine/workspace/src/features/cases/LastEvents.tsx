import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { allItems } from '../../shared/pages.ts';
import { caseTimeline } from './api/case-timeline.ts';
import { EventText } from './EventText.tsx';
import { useEventNames } from './useEventNames.ts';

const shown = 5;

/** The last few things that happened. */
export function LastEvents({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('cases');
  const names = useEventNames(detail);
  const query = useInfiniteQuery(caseTimeline(detail.id, undefined));
  return (
    <DataState query={query} skeletonRows={3}>
      {(data) => (
        <div className="es-stack es-stack-small">
          <ul className="es-stack es-stack-small">
            {allItems(data)
              .slice(0, shown)
              .map((event) => (
                <li key={event.id}>
                  <EventText event={event} names={names} withDate />
                </li>
              ))}
          </ul>
          <Link href={links.case(detail.id, 'timeline')}>{t('overview.allEvents')}</Link>
        </div>
      )}
    </DataState>
  );
}
