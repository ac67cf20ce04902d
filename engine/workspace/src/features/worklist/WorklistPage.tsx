import { DataState } from '@esocial/ui/components/DataState.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChangesBar } from '../../shared/tasks/ChangesBar.tsx';
import { useLiveRows } from '../../shared/tasks/useLiveRows.ts';
import { useMediaQuery } from '../../shared/useMediaQuery.ts';
import { taskCounters } from './api/task-counters.ts';
import { fetchTasks, taskList } from './api/task-list.ts';
import { EmptyQueue } from './EmptyQueue.tsx';
import { FilterChips } from './FilterChips.tsx';
import { QueueNav } from './QueueNav.tsx';
import { StartButton } from './StartButton.tsx';
import { TaskPreview } from './TaskPreview.tsx';
import { useClaimFromList } from './useClaimFromList.ts';
import { useWorklistAddress } from './useWorklistAddress.ts';
import { WorklistRows } from './WorklistRows.tsx';

/** The start page of a caseworker: what must be done now, by when. */
export function WorklistPage() {
  const { t } = useTranslation('worklist');
  const address = useWorklistAddress();
  const wide = useMediaQuery('(min-width: 1180px)');
  const counters = useQuery(taskCounters());
  const list = useInfiniteQuery(taskList(address.filter));
  const live = useLiveRows({
    queryKey: taskList(address.filter).queryKey,
    fetchFirst: () => fetchTasks(address.filter),
  });
  const claim = useClaimFromList();
  const previewId = wide ? address.selectedId : undefined;
  return (
    <div className="es-page es-worklist" data-preview={previewId !== undefined}>
      <QueueNav current={address.filter.queue} counters={counters.data} />
      <div className="es-worklist-main">
        <div className="es-page-head">
          <PageTitle title={t(`queue.${address.filter.queue}`)}>{t(`queue.${address.filter.queue}`)}</PageTitle>
          <StartButton />
        </div>
        <div className="es-stack">
          <FilterChips filter={address.filter} onChange={address.change} />
          <ChangesBar waiting={live.waiting} onShow={live.show} />
          <DataState
            query={list}
            skeletonRows={8}
            isEmpty={(data) => data.pages.every((page) => page.items.length === 0)}
            empty={<EmptyQueue queue={address.filter.queue} />}
          >
            {(data) => (
              <WorklistRows
                data={data}
                list={list}
                queue={address.filter.queue}
                selectedId={address.selectedId}
                preview={wide}
                gone={live.gone}
                onSelect={address.select}
                onClaim={(id) => {
                  if (!live.gone.has(id)) claim.claim(id);
                }}
              />
            )}
          </DataState>
        </div>
      </div>
      {previewId && (
        <TaskPreview
          id={previewId}
          claiming={claim.isPending}
          gone={live.gone.has(previewId)}
          onClaim={() => claim.claim(previewId)}
          onClose={() => address.select(undefined)}
        />
      )}
    </div>
  );
}
