import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ReassignDialog } from '../../shared/colleagues/ReassignDialog.tsx';
import { links } from '../../shared/links.ts';
import { useSession } from '../../shared/session/SessionContext.ts';
import { useDelegateTask } from './api/delegate-task.ts';

/** Passes the task to a colleague; the draft goes along. */
export function DelegateTask({ task, onClose }: { task: TaskDetail; onClose: () => void }) {
  const { t } = useTranslation('task');
  const { user } = useSession();
  const [, navigate] = useLocation();
  const toast = useToast();
  const delegate = useDelegateTask(task.id);
  return (
    <ReassignDialog
      title={t('delegate.title')}
      action={t('delegate.action')}
      exceptId={user.id}
      busy={delegate.isPending}
      error={delegate.error}
      onClose={onClose}
      onConfirm={(colleague, reason) =>
        delegate.mutate(
          { userId: colleague.id, reason },
          {
            onSuccess: () => {
              toast({ text: t('delegate.done', { who: colleague.displayName }) });
              navigate(links.tasks());
            },
          },
        )
      }
    />
  );
}
