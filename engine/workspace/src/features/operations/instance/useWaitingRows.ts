import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { durationParts } from './duration-parts.ts';

export interface WaitingGroup {
  kind: 'tasks' | 'timers' | 'jobs' | 'subscriptions';
  columns: readonly ('step' | 'state' | 'due' | 'type' | 'retries' | 'kind' | 'name')[];
  rows: { key: string; cells: string[] }[];
}

/** What the instance waits for in words, kind by kind. */
export function useWaitingRows(instance: ProcessInstanceView, names: Record<string, string>): WaitingGroup[] {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const nameOf = (elementId: string) => names[elementId] ?? elementId;
  const left = (seconds: number) =>
    t('waiting.left', {
      time: durationParts(seconds)
        .map(({ unit, count }) => t(`waiting.${unit}`, { count }))
        .join(' '),
    });
  const due = (at: string | undefined) => (at ? format.dateTime(at) : t('waiting.atOnce'));
  return [
    {
      kind: 'tasks',
      columns: ['step', 'state'],
      rows: instance.tasks.map(({ id, name, state }) => ({
        key: id,
        cells: [name, t(`waiting.task.${state}`, { defaultValue: state })],
      })),
    },
    {
      kind: 'timers',
      columns: ['step', 'due'],
      rows: instance.timers.map(({ timerId, elementId, dueAt, remainingSeconds }) => ({
        key: timerId,
        cells: [nameOf(elementId), remainingSeconds === undefined ? due(dueAt) : left(remainingSeconds)],
      })),
    },
    {
      kind: 'jobs',
      columns: ['step', 'type', 'retries', 'due'],
      rows: instance.jobs.map(({ elementInstanceId, elementId, jobType, retries, dueAt }) => ({
        key: elementInstanceId,
        cells: [nameOf(elementId), jobType, format.number(retries), due(dueAt)],
      })),
    },
    {
      kind: 'subscriptions',
      columns: ['step', 'kind', 'name'],
      rows: instance.subscriptions.map(({ subscriptionId, elementId, kind, name }) => ({
        key: subscriptionId,
        cells: [nameOf(elementId), t(`waiting.${kind}`), name],
      })),
    },
  ];
}
