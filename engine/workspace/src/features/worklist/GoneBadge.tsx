import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import { StateBadge } from '@esocial/ui/components/StateBadge.tsx';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../shared/session/SessionContext.ts';

/** What became of a row that is no longer in the list: who took it, as far as that can be seen. */
export function GoneBadge({ task }: { task: Pick<TaskListItem, 'assignee'> }) {
  const { t } = useTranslation('worklist');
  const { user } = useSession();
  const { assignee } = task;
  const taken = assignee !== undefined && assignee.id !== user.id;
  return (
    <StateBadge tone="neutral">{taken ? t('gone.taken', { who: assignee.displayName }) : t('gone.left')}</StateBadge>
  );
}
