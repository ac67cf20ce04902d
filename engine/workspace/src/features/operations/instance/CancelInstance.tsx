import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useTranslation } from 'react-i18next';
import { useCancelInstance } from '../api/cancel-instance.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';

/** Ends the instance for good, with what it called. */
export function CancelInstance({ instance, onClose }: { instance: ProcessInstanceView; onClose: () => void }) {
  const { t } = useTranslation('operations');
  const toast = useToast();
  const change = useCancelInstance(instance);
  return (
    <ReasonDialog
      title={t('cancel.title')}
      action={t('cancel.action')}
      danger
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onConfirm={(reason) =>
        change.mutate(
          { reason },
          {
            onSuccess: () => {
              onClose();
              toast({ text: t('cancel.done') });
            },
          },
        )
      }
    >
      <p>{t('cancel.explain', { number: instance.caseNumber })}</p>
    </ReasonDialog>
  );
}
