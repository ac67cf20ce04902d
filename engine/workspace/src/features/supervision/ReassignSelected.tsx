import type { SupervisionSummary } from '@esocial/contracts/generated/api-supervision-summary.ts';
import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useTranslation } from 'react-i18next';
import { ReassignDialog } from '../../shared/colleagues/ReassignDialog.tsx';
import { useReassignTasks } from '../../shared/tasks/reassign-tasks.ts';
import { useUndoReassignment } from '../../shared/tasks/undo-reassignment.ts';
import { LoadAfter } from './LoadAfter.tsx';
import { loadAfter } from './load.ts';
import type { Refusal } from './RefusedTasks.tsx';

interface ReassignSelectedProps {
  tasks: readonly TaskListItem[];
  summary: SupervisionSummary;
  onDone: (refusals: Refusal[]) => void;
  onClose: () => void;
}

/** Gives the ticked tasks to a colleague, whose load afterwards is shown first; can be undone. */
export function ReassignSelected({ tasks, summary, onDone, onClose }: ReassignSelectedProps) {
  const { t } = useTranslation('supervision');
  const reassign = useReassignTasks();
  const undo = useUndoReassignment();
  const toast = useToast();
  const takeBack = (undoToken: string) =>
    undo.mutateAsync(undoToken).then(
      () => toast({ text: t('bulk.undone') }),
      () => toast({ text: t('bulk.undoFailed') }),
    );
  return (
    <ReassignDialog
      title={t('bulk.title', { count: tasks.length })}
      action={t('bulk.reassign')}
      busy={reassign.isPending}
      error={reassign.error}
      preview={(colleague) => <LoadAfter {...loadAfter(summary, colleague.id, tasks)} name={colleague.displayName} />}
      onClose={onClose}
      onConfirm={(colleague, reason) =>
        reassign.mutate(
          { taskIds: tasks.map((task) => task.id), userId: colleague.id, reason },
          {
            onSuccess: ({ reassigned, refused, undoToken }) => {
              toast({
                text: t('bulk.done', { count: reassigned, who: colleague.displayName }),
                ...(undoToken ? { undo: () => void takeBack(undoToken) } : {}),
              });
              onDone(
                refused.flatMap(({ taskId, code }) => {
                  const task = tasks.find((each) => each.id === taskId);
                  return task ? [{ task, code }] : [];
                }),
              );
            },
          },
        )
      }
    />
  );
}
