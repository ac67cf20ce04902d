import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import type { CaseEvent } from '@esocial/contracts/generated/api-cases-timeline.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../shared/LoadMore.tsx';
import { allItems } from '../../shared/pages.ts';
import { useUrlState } from '../../shared/useUrlState.ts';
import { caseTimeline } from './api/case-timeline.ts';
import type { EventNames } from './event-names.ts';
import { EventText } from './EventText.tsx';
import { groupByDay } from './group-by-day.ts';
import { TimelineFilter } from './TimelineFilter.tsx';
import { useEventNames } from './useEventNames.ts';

/** Everything that happened, by day, the newest first. */
export function CaseTimelineView({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('cases');
  const { get, set } = useUrlState();
  const kind = get('kind');
  const names = useEventNames(detail);
  const query = useInfiniteQuery(caseTimeline(detail.id, kind));
  return (
    <div className="es-stack">
      <TimelineFilter kind={kind} onChange={(next) => set({ kind: next })} />
      <DataState
        query={query}
        isEmpty={(data) => allItems(data).length === 0}
        empty={<EmptyState title={t('timeline.empty')}>{t('timeline.emptyText')}</EmptyState>}
      >
        {(data) => (
          <>
            {groupByDay(allItems(data)).map((group) => (
              <TimelineDay key={group.day} day={group.day} events={group.items} names={names} />
            ))}
            <LoadMore {...query} />
          </>
        )}
      </DataState>
    </div>
  );
}

interface TimelineDayProps {
  day: string;
  events: readonly CaseEvent[];
  names: EventNames;
}

function TimelineDay({ day, events, names }: TimelineDayProps) {
  const format = useFormat();
  return (
    <section className="es-stack es-stack-small">
      <h2 className="es-group-title">
        {format.date(day)}, {format.weekday(day)}
      </h2>
      <ol className="es-timeline">
        {events.map((event) => (
          <li key={event.id} data-kind={event.kind}>
            <EventText event={event} names={names} />
          </li>
        ))}
      </ol>
    </section>
  );
}
