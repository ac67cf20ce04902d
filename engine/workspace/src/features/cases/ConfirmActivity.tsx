import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { ConfirmDialog } from '@esocial/ui/components/ConfirmDialog.tsx';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useTranslation } from 'react-i18next';
import { useStartActivity } from './api/start-activity.ts';

export type OfferedActivity = NonNullable<CaseDetail['activities']>[number];

interface ConfirmActivityProps {
  caseId: string;
  activity: OfferedActivity;
  onClose: () => void;
}

/** Says what starting the activity does, and starts it. */
export function ConfirmActivity({ caseId, activity, onClose }: ConfirmActivityProps) {
  const { t } = useTranslation('cases');
  const toast = useToast();
  const start = useStartActivity(caseId);
  const { elementInstanceId, elementId, name } = activity;
  return (
    <ConfirmDialog
      title={t('activity.title', { name })}
      action={t('activity.action')}
      busy={start.isPending}
      onClose={onClose}
      onConfirm={() =>
        start.mutate(
          { elementInstanceId, elementId },
          {
            onSuccess: ({ taskIds }) => {
              onClose();
              toast({ text: t(taskIds.length > 0 ? 'activity.doneTasks' : 'activity.done', { name }) });
            },
          },
        )
      }
    >
      <div className="es-stack">
        {start.error ? <ProblemMessage error={start.error} /> : null}
        <p>{t('activity.explain')}</p>
        {activity.active > 0 && <p>{t('activity.again', { count: activity.active })}</p>}
      </div>
    </ConfirmDialog>
  );
}
