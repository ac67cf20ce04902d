import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useTranslation } from 'react-i18next';
import { useSuspendInstance } from '../api/suspend-instance.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';

/** Stops the instance and what it called until it is let go on. */
export function SuspendInstance({ instance, onClose }: { instance: ProcessInstanceView; onClose: () => void }) {
  const { t } = useTranslation('operations');
  const toast = useToast();
  const change = useSuspendInstance(instance);
  return (
    <ReasonDialog
      title={t('suspend.title')}
      action={t('suspend.action')}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onConfirm={(reason) =>
        change.mutate(
          { reason },
          {
            onSuccess: () => {
              onClose();
              toast({ text: t('suspend.done') });
            },
          },
        )
      }
    >
      <p>{t('suspend.explain', { number: instance.caseNumber })}</p>
    </ReasonDialog>
  );
}
