import type { TaskList } from '@esocial/contracts/generated/api-tasks-list.ts';
import type { InfiniteData } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { links } from '../../shared/links.ts';
import { LoadMore } from '../../shared/LoadMore.tsx';
import { allItems } from '../../shared/pages.ts';
import { BulkBar } from './BulkBar.tsx';
import { BulkReassign } from './BulkReassign.tsx';
import type { Queue } from './queues.ts';
import { TaskGroups } from './TaskGroups.tsx';
import { useBulkClaim } from './useBulkClaim.ts';
import { useRowKeys } from './useRowKeys.ts';
import { useSelection } from '../../shared/useSelection.ts';

interface WorklistRowsProps {
  data: InfiniteData<TaskList>;
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  queue: Queue;
  selectedId: string | undefined;
  /** Whether a row is read beside the list; else its link leads to its page. */
  preview: boolean;
  /** Rows that are no longer in the list. */
  gone: ReadonlySet<string>;
  onSelect: (id: string) => void;
  onClaim: (id: string) => void;
}

/** The rows with their keys and what can be done with many of them. */
export function WorklistRows({ data, list, queue, selectedId, preview, gone, onSelect, onClaim }: WorklistRowsProps) {
  const tasks = allItems(data);
  const selection = useSelection(tasks.map((task) => task.id).filter((id) => !gone.has(id)));
  const [reassigning, setReassigning] = useState(false);
  const { progress, claimAll } = useBulkClaim(selection.clear);
  const [, navigate] = useLocation();
  useRowKeys({
    tasks,
    selectedId,
    select: onSelect,
    open: (id) => navigate(links.task(id)),
    claim: onClaim,
    tick: selection.toggle,
  });
  return (
    <div className="es-stack">
      <TaskGroups
        tasks={tasks}
        grouped={queue !== 'done' && queue !== 'overdue'}
        selectedId={selectedId}
        hrefOf={links.task}
        isGone={(id) => gone.has(id)}
        isTicked={selection.has}
        onTick={selection.toggle}
        onSelect={preview ? onSelect : undefined}
      />
      <LoadMore {...list} />
      <BulkBar
        count={selection.ids.length}
        progress={progress}
        onClaim={() => void claimAll(selection.ids)}
        onReassign={() => setReassigning(true)}
        onClear={selection.clear}
      />
      {reassigning && (
        <BulkReassign
          taskIds={selection.ids}
          onDone={() => {
            setReassigning(false);
            selection.clear();
          }}
          onClose={() => setReassigning(false)}
        />
      )}
    </div>
  );
}
