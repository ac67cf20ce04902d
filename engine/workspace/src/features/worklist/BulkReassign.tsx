import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useTranslation } from 'react-i18next';
import { ReassignDialog } from '../../shared/colleagues/ReassignDialog.tsx';
import { useReassignTasks } from '../../shared/tasks/reassign-tasks.ts';
import { useUndoReassignment } from '../../shared/tasks/undo-reassignment.ts';

interface BulkReassignProps {
  taskIds: string[];
  onDone: () => void;
  onClose: () => void;
}

/** Gives the ticked tasks to a colleague; can be undone from the notice. */
export function BulkReassign({ taskIds, onDone, onClose }: BulkReassignProps) {
  const { t } = useTranslation('worklist');
  const reassign = useReassignTasks();
  const undo = useUndoReassignment();
  const toast = useToast();
  return (
    <ReassignDialog
      title={t('bulk.reassignTitle', { count: taskIds.length })}
      action={t('bulk.reassign')}
      busy={reassign.isPending}
      error={reassign.error}
      onClose={onClose}
      onConfirm={(colleague, reason) =>
        reassign.mutate(
          { taskIds, userId: colleague.id, reason },
          {
            onSuccess: ({ reassigned, undoToken }) => {
              toast({
                text: t('bulk.reassigned', { count: reassigned, who: colleague.displayName }),
                ...(undoToken ? { undo: () => undo.mutate(undoToken) } : {}),
              });
              onDone();
            },
          },
        )
      }
    />
  );
}
